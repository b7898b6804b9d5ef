"""A small press: articles with planted reprints, own reports, denials and rival holders, as records."""

import re
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
    Mention,
    Name,
    Outlet,
    Place,
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


def told(
    outlet: str,
    speaker: str,
    content: str,
    *,
    spots: Sequence[str] = ("Kesra",),
    day: int = 1,
    fact: tuple[str, str, str] | None = None,
    own: bool = False,
    status: str = "asserted",
) -> Reading:
    """One article set at these spots in which a speaker says this content; `fact` is what was read from it as data.

    `own`: the article says it in its own voice. The objects of facts are things; a spot in the content is named there.
    """
    text = f"{' and '.join(spots)} lay quiet in the evening.\n\n{content}, {speaker} told {outlet}."
    span = Span(text.index(content), text.index(content) + len(content))
    article = Article(
        Article.identify(text, None),
        Outlet(outlet, "newspaper"),
        text,
        path=f"{outlet}.txt",
        published=date(2025, 3, day),
    )
    voice = Voice(speaker, "person", Span(text.rindex(speaker), text.rindex(speaker) + len(speaker)))
    claim = Claim("c" + article.id, article.id, (span,), None, (voice, Voice(outlet, "media")), status=status)  # type: ignore[arg-type]
    facts = ()
    if fact is not None:
        subject, predicate, object = fact
        ref = Ref(object, "other") if object else None  # type: ignore[arg-type]
        source = None if own else claim.id
        one = Statement(
            "s" + article.id, article.id, source, Ref(subject, "armed_group"), predicate, ref, evidence=(span,)
        )  # type: ignore[arg-type]
        facts = (one,)
    names = dict.fromkeys([speaker, outlet, *([fact[0]] if fact else [])])
    entities = [Entity(node(n), "organization", (Name(n),)) for n in names]
    places = [Place(f"gn:{spot}", spot, 12.0 + at, 40.0, 1, 3.0) for at, spot in enumerate(spots)]
    links = [Link(n, node(n), "exact") for n in names] + [Link(p.name, p.id, "exact") for p in places]
    mentions = tuple(
        Mention(Span(match.start(), match.end()), "place", spot, spot)
        for spot in spots
        for match in re.finditer(re.escape(spot), text)
    )
    return (
        article,
        Extraction(article.id, "planted@1", mentions, () if own else (claim,), facts),
        Linking(article.id, "planted@1", entities=tuple(entities), places=tuple(places), links=tuple(links)),
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
