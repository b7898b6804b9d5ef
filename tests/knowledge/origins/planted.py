"""A small press: articles with planted reprints, own reports, denials and rival holders, as records."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import MetaData, create_engine, select

from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Link,
    Linking,
    Name,
    Outlet,
    Ref,
    Span,
    Statement,
    Voice,
    identify,
)

Reading = tuple[Article, Extraction, Linking]
BACKGROUND = (
    "The valley has changed hands three times since the winter, and the road along the river is the only way by which "
    "grain and fuel still reach the upper villages, aid workers who visited last month have written in their bulletin."
)
OWN = (
    "Our correspondent walked through the market on Thursday morning and saw two burnt lorries, a closed bakery and a "
    "queue of perhaps forty people waiting at the pump behind the school for their daily share of drinking water."
)


def node(name: str) -> str:
    """The id of a plain name's node."""
    return identify("name", name.casefold())


def report(
    outlet: str,
    speaker: str,
    *,
    holder: str = "River Guards",
    object: str = "Dara Ford",
    predicate: str = "controls",
    day: int = 1,
    unnamed: bool = False,
    denied: bool = False,
    role: str | None = None,
    affiliation: str | None = None,
    credit: str = "",
    paragraphs: Sequence[str] = (),
    wording: str = "The column reached the crossing before dawn and met no resistance on the eastern bank of the river",
) -> Reading:
    """One article in which a speaker says that the holder holds the object; its words are unlike other reports'."""
    lead = f"{credit}{wording}, {speaker} said on the day that the {holder} hold {object} and its bridges for good."
    text = "\n\n".join([lead, *paragraphs])
    at = text.index(speaker)
    content = Span(text.index(f"the {holder} hold"), text.index(" for good"))
    kind = "anonymous" if unnamed else "person"
    voice = Voice(speaker, kind, Span(at, at + len(speaker)), role, affiliation)  # type: ignore[arg-type]
    url = f"https://{outlet.lower().replace(' ', '-')}.example/ford"
    article = Article(
        Article.identify(text, url),
        Outlet(outlet, "newspaper"),
        text,
        url=url,
        path=f"{outlet}.txt",
        published=date(2025, 3, day),
    )
    status = "denied" if denied else "asserted"
    claim = Claim("c" + article.id, article.id, (content,), None, (voice, Voice(outlet, "media")), status=status)  # type: ignore[arg-type]
    fact = Statement(
        "s" + article.id,
        article.id,
        claim.id,
        Ref(holder, "armed_group"),
        predicate,  # type: ignore[arg-type]
        Ref(object, "place"),
        negated=denied,
        evidence=(content,),
    )
    names = [holder, object, outlet, *([] if unnamed else [speaker]), *([affiliation] if affiliation else [])]
    entities = tuple(Entity(node(n), "organization", (Name(n),)) for n in dict.fromkeys(names))
    links = tuple(Link(n, node(n), "exact") for n in dict.fromkeys(names))
    return (
        article,
        Extraction(article.id, "planted@1", claims=(claim,), statements=(fact,)),
        Linking(article.id, "planted@1", entities=entities, links=links),
    )


def rows(url: str, *names: str) -> dict[str, list[str]]:
    """Every row of these tables, in order of its text."""
    engine = create_engine(url)
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection, only=names)
        found = {n: sorted(repr(tuple(r)) for r in connection.execute(select(tables.tables[n]))) for n in names}
    engine.dispose()
    return found
