import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import Sigma from "sigma";
import { Link } from "wouter-preact";
import { address, useAsk } from "../api";
import { useParams, useTitle } from "../parts/address";
import { Backed } from "../parts/backing";
import { Kind } from "../parts/marks";
import { Name } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Edge, Network } from "../shapes";
import { colour, onTheme } from "../theme";
import { counted, EDGE, MARK } from "../words";

const KINDS = Object.keys(EDGE);

export function NetworkScreen() {
  useTitle("Network");
  const [params, set] = useParams();
  const kinds = (params.get("kind") ?? "").split(",").filter(Boolean);
  const focus = params.get("focus");
  const edge = params.get("edge");
  const { data, error, again, loading } = useAsk<Network>(
    address("network", { kind: kinds, focus, hops: params.get("hops"), as_of: params.get("day"), mark: params.get("mark"), limit: 400 }),
  );
  const names = useMemo(() => new Map(data?.nodes.map((node) => [node.id, node])), [data]);
  const focused = focus ? names.get(focus) : undefined;
  const listed = data?.edges.filter((one) => !edge || one.id === edge) ?? [];
  const toggle = (kind: string) => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    set({ kind: next.join(","), edge: null });
  };
  return (
    <div class="screen network-screen">
      <div class="network-head">
        <h1>Network</h1>
        <fieldset class="kinds"><legend class="hidden">Types of edges</legend>
          {KINDS.map((kind) => {
            const count = data?.kinds.find((facet) => facet.value === kind)?.count ?? 0;
            return <button type="button" key={kind} class={`chip edge-kind-${kind}`} aria-pressed={kinds.includes(kind)} onClick={() => toggle(kind)}><span class="line" aria-hidden="true" />{EDGE[kind]} <span class="quiet">{count}</span></button>;
          })}
        </fieldset>
        <label>Drawn as <select value={params.get("mark") ?? ""} onChange={(event) => set({ mark: event.currentTarget.value, edge: null })}><option value="">all</option>{Object.entries(MARK).map(([key, word]) => <option key={key} value={key}>{word.label}</option>)}</select></label>
        <label>On the day <input type="date" value={params.get("day") ?? ""} onChange={(event) => set({ day: event.currentTarget.value, edge: null })} /></label>
        {focus && <><button type="button" class="chip" onClick={() => set({ focus: null, hops: null, edge: null })}>around <bdi>{focused?.name ?? focus}</bdi> <span aria-hidden="true">×</span></button>
          <label>Steps <select value={params.get("hops") ?? "1"} onChange={(event) => set({ hops: event.currentTarget.value })}><option>1</option><option>2</option><option>3</option></select></label></>}
      </div>
      {error && <Failed error={error} again={again} />}
      {!data && loading && <Loading what="Drawing the network" />}
      {data && !data.edges.length && <Empty title={kinds.length || focus || params.get("mark") || params.get("day") ? "No edge passes these filters." : "No edges yet."}><p>{kinds.length || focus ? <button type="button" onClick={() => set({ kind: null, focus: null, mark: null, day: null, edge: null })}>Clear the filters</button> : <Link href="/add">Add articles</Link>}</p></Empty>}
      {data && data.edges.length > 0 && (
        <div class="network-body">
          <div class="network-main">
            <Drawing data={data} chosen={edge} pickEdge={(id) => set({ edge: id })} pickNode={(id) => set({ focus: id, edge: null }, true)} />
            <p class="quiet network-key">Press a node for its neighbourhood, an edge for its claims. Threats, forecasts and calls are thin and pale: they have not happened. An edge means that someone says so, not that it is so. {data.edges_total > data.edges.length && `Drawn: the ${data.edges.length} best backed of ${data.edges_total.toLocaleString("en")} edges.`}</p>
          </div>
          <div class="network-side" role="region" aria-label="Edges" tabIndex={0}>
            <h2>{edge ? "This edge" : counted(data.edges_total, "edge")}</h2>
            {edge && <button type="button" class="plain" onClick={() => set({ edge: null })}>All edges</button>}
            {listed.slice(0, 150).map((one) => <EdgeLine key={one.id} edge={one} data={data} open={one.id === edge} pickNode={(id) => set({ focus: id, edge: null }, true)} />)}
            {listed.length > 150 && <p class="quiet">{listed.length - 150} more: filter, or open a neighbourhood.</p>}
          </div>
        </div>
      )}
    </div>
  );
}

function EdgeLine({ edge, data, open, pickNode }: { edge: Edge; data: Network; open: boolean; pickNode: (id: string) => void }) {
  const source = data.nodes.find((node) => node.id === edge.source);
  const target = data.nodes.find((node) => node.id === edge.target);
  return (
    <Backed key={`${edge.id}${open}`} backing={edge.backing} open={open}>
      <span class="statement">
        <Name name={source?.name ?? edge.source} id={edge.source} /> <em class="predicate">{edge.backing.negated && "(denied) "}{edge.label}{edge.label.includes(": ") && " →"}</em> <Name name={target?.name ?? edge.target} id={edge.target} />{" "}
        <Kind kind={edge.kind} /> <button type="button" class="plain" onClick={() => pickNode(edge.source)} aria-label={`around it: ${source?.name ?? ""}`}>around it</button>
      </span>
    </Backed>
  );
}

function Drawing({ data, chosen, pickEdge, pickNode }: { data: Network; chosen: string | null; pickEdge: (id: string) => void; pickNode: (id: string) => void }) {
  const holder = useRef<HTMLDivElement>(null);
  const [broken, fail] = useState(false);
  const picks = useRef({ pickEdge, pickNode });
  picks.current = { pickEdge, pickNode };
  const picked = useRef(chosen);
  picked.current = chosen;
  const drawn = useRef<Sigma | null>(null);
  const [theme, retheme] = useState(0);
  useEffect(() => onTheme(() => retheme((value) => value + 1)), []);
  useEffect(() => {
    const graph = new Graph({ multi: true, type: "directed" });
    const most = Math.max(...data.nodes.map((node) => node.degree), 1);
    data.nodes.forEach((node, index) => {
      // a fixed start (golden angle) gives the same drawing for the same data
      const angle = index * 2.39996, far = Math.sqrt(index + 1);
      graph.addNode(node.id, { label: node.name.length > 40 ? `${node.name.slice(0, 39)}…` : node.name, x: Math.cos(angle) * far, y: Math.sin(angle) * far, size: 4 + 10 * Math.sqrt(node.degree / most), color: colour(`--node-${node.kind ?? "text"}`) || colour("--quiet") });
    });
    for (const edge of data.edges) {
      if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
      graph.addEdgeWithKey(edge.id, edge.source, edge.target, { label: edge.label, type: "arrow", size: edge.foreseen ? 1 : 1.6 + Math.min(3, Math.log2(1 + edge.backing.claims_total) / 1.5), color: colour(`--edge-${edge.kind}`), foreseen: edge.foreseen });
    }
    const rounds = graph.order > 1500 ? 60 : graph.order > 400 ? 150 : 400;
    forceAtlas2.assign(graph, { iterations: rounds, settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 300, gravity: 1.2, adjustSizes: false, linLogMode: graph.order < 400 } });
    let sigma: Sigma;
    try {
      sigma = new Sigma(graph, holder.current!, {
        renderEdgeLabels: graph.size <= 60, enableEdgeEvents: true, labelColor: { color: colour("--ink") }, edgeLabelColor: { color: colour("--quiet") },
        labelFont: "system-ui, sans-serif", edgeLabelFont: "system-ui, sans-serif", labelSize: 12, edgeLabelSize: 10, labelDensity: 0.7, labelRenderedSizeThreshold: graph.order > 120 ? 7 : 3, zIndex: true,
        defaultDrawNodeHover: hover,
        edgeReducer: (id, attributes) => (picked.current === id ? { ...attributes, color: colour("--accent"), size: 5, forceLabel: true, zIndex: 2 } : picked.current ? { ...attributes, color: colour("--line") } : attributes),
      });
    } catch {
      fail(true);
      return;
    }
    drawn.current = sigma;
    sigma.on("clickNode", ({ node }) => picks.current.pickNode(node));
    sigma.on("clickEdge", ({ edge }) => picks.current.pickEdge(edge));
    sigma.on("enterNode", () => { holder.current!.style.cursor = "pointer"; });
    sigma.on("leaveNode", () => { holder.current!.style.cursor = ""; });
    sigma.on("enterEdge", () => { holder.current!.style.cursor = "pointer"; });
    sigma.on("leaveEdge", () => { holder.current!.style.cursor = ""; });
    return () => { drawn.current = null; sigma.kill(); };
  }, [data, theme]);
  useEffect(() => { drawn.current?.refresh(); }, [chosen]);
  if (broken) return <p class="state failed" role="alert">This browser cannot draw the network (WebGL is switched off). The list beside it holds the same.</p>;
  return <div ref={holder} class="network-canvas" role="application" aria-label="Network; the list beside it holds the same edges" />;
}

interface Hovered { x: number; y: number; size: number; label: string | null; color: string }

function hover(context: CanvasRenderingContext2D, node: Hovered): void {
  const label = node.label ?? "";
  context.font = "600 13px system-ui, sans-serif";
  const width = context.measureText(label).width + 12;
  context.fillStyle = colour("--panel");
  context.strokeStyle = colour("--ink");
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(node.x + node.size + 2, node.y - 12, width, 24, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colour("--ink");
  context.textBaseline = "middle";
  context.fillText(label, node.x + node.size + 8, node.y + 1);
  context.beginPath();
  context.arc(node.x, node.y, node.size + 2, 0, Math.PI * 2);
  context.stroke();
}
