import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useListing, useRested } from "../api";
import { useTitle } from "../parts/address";
import { readerHref, titleOf } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Article } from "../shapes";
import { counted, day } from "../words";

export function Articles() {
  useTitle("Articles");
  const [typed, type] = useState("");
  const text = useRested(typed, 180);
  const listed = useListing<Article>("articles", { text }, 100);
  return (
    <div class="screen">
      <h1>Articles</h1>
      <div class="bar">
        <label class="search"><span class="hidden">Find an article</span>
          <input type="search" placeholder="Words of the title, outlet or file name" value={typed} onInput={(event) => type(event.currentTarget.value)} dir="auto" />
        </label>
        {listed.total !== null && <p class="count" role="status">{counted(listed.total, "article")}</p>}
      </div>
      {listed.error && <Failed error={listed.error} />}
      {!listed.items.length && (listed.loading ? <Loading /> : (
        <Empty title={text ? "No article has these words in its head." : "No articles yet."}><p><Link href="/add">Add some</Link></p></Empty>
      ))}
      <ul class="articles">
        {listed.items.map((article) => <li key={article.id}><ArticleLine article={article} /></li>)}
      </ul>
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More articles</button>}
    </div>
  );
}

export function ArticleLine({ article }: { article: Article }) {
  return (
    <div class="article-line">
      <Link class="article-title" href={readerHref(article.id)}><bdi>{titleOf(article)}</bdi></Link>
      <span class="quiet"><bdi>{article.outlet || "outlet unknown"}</bdi> · {day(article.published)} · {counted(article.claims, "claim")}</span>
    </div>
  );
}
