import { useAsk } from "../api";
import { useTitle } from "../parts/address";
import { Failed, Loading } from "../parts/state";

interface Schema { $ref?: string; type?: string; items?: Schema; anyOf?: Schema[]; format?: string; enum?: string[] }
interface Parameter { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
interface Operation { summary?: string; description?: string; parameters?: Parameter[]; responses?: Record<string, { content?: Record<string, { schema?: Schema }> }> }
interface OpenApi { info: { title: string; version: string }; paths: Record<string, Record<string, Operation>> }

export function Interface() {
  useTitle("Interface");
  const { data, error, again } = useAsk<OpenApi>("/api/openapi.json");
  if (error) return <div class="screen"><Failed error={error} again={again} /></div>;
  if (!data) return <div class="screen"><Loading /></div>;
  return (
    <div class="screen interface">
      <h1>Interface for programs</h1>
      <p>These addresses are what this page itself uses. The machine-readable description is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI). Listings come in pages: ask again with <code>after</code> until <code>next</code> is null. Answers carry an <code>ETag</code>.</p>
      {Object.entries(data.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => (
        <section class="part operation" key={`${method}${path}`}>
          <h2><code>{method.toUpperCase()} {path}</code></h2>
          {one.description && <p>{one.description}</p>}
          <p class="quiet">answers {shapeOf(one)}</p>
          {one.parameters && one.parameters.length > 0 && <dl class="facts">{one.parameters.map((parameter) => <div key={parameter.name}><dt><code>{parameter.name}</code></dt><dd class="quiet">{parameter.in === "path" ? "in the path" : parameter.required ? "required" : "optional"}{kindOf(parameter.schema) && `, ${kindOf(parameter.schema)}`}{parameter.description && `: ${parameter.description}`}</dd></div>)}</dl>}
        </section>
      )))}
    </div>
  );
}

function shapeOf(one: Operation): string {
  const found = Object.entries(one.responses ?? {}).find(([code]) => code.startsWith("2"))?.[1];
  const content = Object.entries(found?.content ?? {})[0];
  if (!content) return "nothing";
  return kindOf(content[1].schema) || content[0];
}

function kindOf(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").pop()!.replace(/^Page_(.*)_$/, "a page of $1").replace(/Out$/, "");
  if (schema.anyOf) return schema.anyOf.map(kindOf).filter((one) => one !== "null").join(" or ");
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.type === "array") return `list of ${kindOf(schema.items)}`;
  return schema.format ? `${schema.type} (${schema.format})` : schema.type ?? "";
}
