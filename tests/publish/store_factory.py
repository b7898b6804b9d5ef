"""A small store written by hand: two articles, ten claims, every status that matters to a file, and hostile words."""

from datetime import date
from pathlib import Path

from according.knowledge.base import KnowledgeBase
from according.records import (
    Article,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Link,
    Linking,
    Name,
    Outlet,
    Place,
    Problem,
    Quantity,
    Ref,
    Span,
    Statement,
    Time,
    Voice,
    identify,
)

DAILY = """Northern force digs in
Analyst Mira Halloum said the Northern Force controls Tel Zawan. The Daily could not verify this.
The Northern Force vowed to strike the port if foreign troops land.
Two officials told Wire One that about 40 rockets were shipped to the Northern Force since 2020.
The ministry denied that rockets were shipped. Its spokesman, Sami Dreij, declined to comment further.
Tel Zawan serves as a depot for rockets.
The Northern Force is present across the Eastern Plain.
"""
HOSTILE = """<script>alert(1)</script>
=HYPERLINK("http://evil.example") said =cmd|' /C calc'!A0 <img src=x onerror=alert(1)> [x](javascript:alert(1)) \
\x1b[31mred\x1b[0m \u202egnihtemos.
وزارة الدفاع said قالت إن القوات وصلت.
"""
HOSTILE_TITLE = "</style><script>alert(2)</script> | *bold* [t](javascript:x)"


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def daily(url: str = "https://daily.example/north") -> tuple[Article, Extraction, Linking]:
    text = DAILY
    article = Article(
        id=Article.identify(text, url),
        outlet=Outlet("The Daily", "newspaper"),
        text=text,
        title="Northern force digs in",
        url=url,
        published=date(2025, 3, 4),
        path="news/north.txt",
    )
    outlet = Voice("The Daily", "media")
    mira = Voice("Mira Halloum", "person", span=span(text, "Mira Halloum"), role="analyst", access="indirect")
    force = Voice("Northern Force", "armed_group", span=span(text, "The Northern Force vowed"))
    officials = Voice("two officials", "anonymous", span=span(text, "Two officials"), role="official", number="two")
    ministry = Voice("Ministry of Defence", "government", span=span(text, "The ministry"))
    spokesman = Voice("Sami Dreij", "person", span=span(text, "Sami Dreij"), role="spokesman")
    since = Time("since 2020", "2020/..", date(2020, 1, 1), date(2020, 12, 31), starting=True)

    def claim(words: str, cue: str, *chain: Voice, **fields: object) -> Claim:
        content, at = (span(text, words),), span(text, cue)
        id = Claim.identify(article.id, content, at, chain[0].name)
        return Claim(id, article.id, content, at, (*chain, outlet), **fields)  # type: ignore[arg-type]

    holds = claim(
        "the Northern Force controls Tel Zawan",
        "said",
        mira,
        verification="unverified",
        verification_span=span(text, "The Daily could not verify this"),
        evidence=(Evidence("verification", span(text, "could not verify")),),
    )
    strike = claim(
        "to strike the port if foreign troops land",
        "vowed",
        force,
        status="threatened",
        condition=span(text, "if foreign troops land"),
    )
    shipped = claim(
        "about 40 rockets were shipped to the Northern Force since 2020",
        "told",
        officials,
        Voice("Wire One", "media", span=span(text, "Wire One")),
        time=since,
    )
    denied = claim("rockets were shipped.", "denied", ministry, status="denied")
    declined = claim("declined to comment further", "declined", spokesman, status="declined")

    def statement(owner: Claim | None, words: str, subject: Ref, predicate: str, **fields: object) -> Statement:
        evidence = owner.content if owner else (span(text, words),)
        ends = [fields.get(name) for name in ("object", "item", "place")]
        names = [end.name if isinstance(end, Ref) else None for end in ends]
        id = Statement.identify(
            article.id,
            owner.id if owner else None,
            subject.name,
            predicate,
            *names,
            bool(fields.get("negated")),
            evidence,
        )
        status = owner.status if owner else "asserted"
        return Statement(
            id, article.id, owner.id if owner else None, subject, predicate, status=status, evidence=evidence, **fields
        )  # type: ignore[arg-type]

    nf, tel = Ref("Northern Force", "armed_group"), Ref("Tel Zawan", "place")
    rockets, port = Ref("rockets", "weapon"), Ref("the port")
    plain = Ref("Eastern Plain", "place")
    statements = (
        statement(holds, "", nf, "controls", object=tel, place=tel),
        statement(strike, "", nf, "ASSAULT", object=port),
        statement(
            shipped, "", Ref("Wire One", "media"), "supplies", object=nf, item=rockets,
            quantity=Quantity("about 40", 36, 44, "rockets"), time=since,
        ),
        statement(denied, "", Ref("Wire One", "media"), "supplies", object=nf, item=rockets, negated=True),
        statement(None, "Tel Zawan serves as a depot for rockets", tel, "used_for", object=Ref("depot for rockets")),
        statement(
            None, "The Northern Force is present across the Eastern Plain", nf, "present_in", object=plain, place=plain
        ),
    )  # fmt: skip
    kinds = {
        "Mira Halloum": "person", "Northern Force": "armed_group", "Ministry of Defence": "government",
        "Sami Dreij": "person", "Wire One": "media", "The Daily": "media", "rockets": "weapon",
    }  # fmt: skip
    entities = tuple(Entity(identify("name", name), kind, (Name(name),)) for name, kind in kinds.items())
    places = (
        Place("x:tel", "Tel Zawan", 33.4, 44.3, 1, 3.0, country="XX", source="Test places (CC BY 4.0)"),
        Place(
            "x:plain", "Eastern Plain", 34.0, 45.5, 5, 60.0, area=True, country="XX", source="Test places (CC BY 4.0)"
        ),
    )
    links = [Link(entity.names[0].text, entity.id, "name") for entity in entities]
    links += [Link(place.name, place.id, "name") for place in places]
    return (
        article,
        Extraction(article.id, "hand@1", (), (holds, strike, shipped, denied, declined), statements),
        Linking(article.id, "hand@1", entities, places, tuple(links)),
    )


def hostile() -> tuple[Article, Extraction, Linking]:
    text = HOSTILE
    article = Article(
        id=Article.identify(text, None),
        outlet=Outlet("@Outlet <b>"),
        text=text,
        title=HOSTILE_TITLE,
        url="javascript:alert(3)",
        path="news/<i>.txt",
    )
    name = '=HYPERLINK("http://evil.example")'
    speaker = Voice(name, "person", span=span(text, name), role="-role")
    arabic = Voice("وزارة الدفاع", "government", span=span(text, "وزارة الدفاع"))
    outlet = Voice("@Outlet <b>", "media")
    claims = []
    first, last = text.index("=cmd"), text.index("\u202egnihtemos.")
    for voice, content, at in (
        (speaker, Span(first, last + len("\u202egnihtemos")), text.index("said")),
        (arabic, span(text, "قالت إن القوات وصلت"), text.rindex("said")),
    ):
        cue = Span(at, at + 4)
        id = Claim.identify(article.id, (content,), cue, voice.name)
        claims.append(Claim(id, article.id, (content,), cue, (voice, outlet)))
    entities = tuple(
        Entity(identify("name", who), kind, (Name(who),))
        for who, kind in ((name, "person"), ("وزارة الدفاع", "government"), ("@Outlet <b>", "media"))
    )
    links = tuple(Link(entity.names[0].text, entity.id, "name") for entity in entities)
    return (
        article,
        Extraction(article.id, "hand@1", (), tuple(claims)),
        Linking(article.id, "hand@1", entities, (), links),
    )


def make_store(path: Path, *, empty: bool = False) -> Path:
    """A store at this path; with `empty`, one that holds a problem and nothing else."""
    with KnowledgeBase(f"sqlite:///{path}") as base:
        if empty:
            base.record([Problem("bad.bin", "articles", "binary", "bad.bin is no text; give a text or HTML file.")])
        else:
            for made in (daily(), hostile()):
                base.save(*made)
    return path
