import { Link } from "wouter-preact";
import type { Article, Ref } from "../shapes";

// A name from a text: isolated, since it may run right to left, and linked where it is an entity.
export function Name({ name, id }: { name: string; id?: string | null }) {
  const shown = <bdi>{name || "without a name"}</bdi>;
  if (!id || id.startsWith("text:")) return <span class="name">{shown}</span>;
  return (
    <Link class="name" href={actorHref(id)}>
      {shown}
    </Link>
  );
}

export function RefName({ of }: { of: Ref | null }) {
  return of ? <Name name={of.name} id={of.id} /> : null;
}

// An article's title, or the name of its file: the folders before it say nothing to a reader.
export function titleOf(article: Article): string {
  return article.title || article.path?.split(/[\\/]/).pop() || "Without a title";
}

export function actorHref(id: string): string {
  return `/actors/${encodeURIComponent(id)}`;
}

export function readerHref(article: string, claim?: string): string {
  return `/articles/${encodeURIComponent(article)}${claim ? `?claim=${encodeURIComponent(claim)}` : ""}`;
}
