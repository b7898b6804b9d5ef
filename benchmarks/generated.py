"""Made-up reporting of any size, the same for the same seed: for benchmarks and tests of what must stay fast.

The distributions are those of conflict reporting: few voices speak often and most once, one in three is unnamed, some
articles reprint others, names recur under several spellings, and some are very long or run from right to left.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from according.records import (
    Article,
    Claim,
    Entity,
    Extraction,
    Judgement,
    Link,
    Linking,
    Mention,
    Name,
    Outlet,
    Place,
    Ref,
    Span,
    Statement,
    Time,
    Voice,
    identify,
)
from according.vocabularies import STATUSES

__all__ = ["generate"]

EXTRACTOR, LINKER = "generated@1", "generated-links@1"
START = date(2023, 1, 1)
PER_ARTICLE = 20

_OUTLETS = [
    Outlet(name, kind, country)  # type: ignore[arg-type]
    for name, kind, country in [
        ("The Harbour Wire", "wire", "GB"), ("Northern Dispatch", "newspaper", "DE"),
        ("Radio Delta", "broadcaster", "KE"), ("Monitors Without Frontiers", "ngo", "CH"),
        ("State News Service", "state_media", "RU"), ("Institute for Border Studies", "think_tank", "US"),
        ("صحيفة الضفة", "newspaper", "IQ"), ("Valley Tribune", "newspaper", "IN"),
    ]
] + [Outlet(f"Local Paper {number}", "newspaper") for number in range(60)]  # fmt: skip
_FIRST = ["Adam", "Basma", "Chidi", "Dina", "Emeka", "Farah", "Goran", "Hana", "Idris", "Jana", "Karim", "Lena", "Musa"]
_LAST = ["al-Amari", "Bashir", "Conteh", "Darko", "Eze", "Farouk", "Grabovac", "Htun", "Ismail", "Jalloh", "Keita"]
_GROUPS = ["Northern Front", "River Guards", "Army of the Plateau", "Liberation Column", "Border Brigade", "قوات الدرع"]
_LONG = "The Supreme Joint Coordination Committee of the Provisional Revolutionary Councils of the Eastern Provinces"
_STEMS = ["Kar", "Bel", "Nor", "Tam", "Sul", "Dar", "Mek", "Ovr", "Zan", "Pel"]
_ENDS = ["abad", "grad", "ton", "iya", "ville", "mara", "pol", "dah"]
_UNNAMED = [
    "a senior official",
    "two residents",
    "a security source",
    "an aid worker",
    "a diplomat",
    "local commanders",
]
_VERBS = ["said", "told reporters", "claimed", "announced", "denied", "warned"]
_STATUS = [
    "asserted",
    "hedged",
    "denied",
    "doubted",
    "predicted",
    "conditional",
    "threatened",
    "called_for",
    "declined",
]
_STATUS_SHARE = [70, 8, 5, 2, 5, 2, 3, 4, 1]  # in the order of the vocabulary
_DEEDS = {
    "shelled": "ASSAULT", "seized": "SEIZE", "withdrew from": "RETREAT", "controls": "controls", "entered": "moved_to",
    "holds positions near": "present_in", "sent drones to": "supplies", "accused": "ACCUSE", "threatened": "THREATEN",
}  # fmt: skip
_TAILS = [
    "after heavy fighting on the eastern road", "with artillery and drones", "according to a first count",
    "for the third time this year", "while talks went on in the capital", "and at least {n} people were displaced",
    "though the crossing stayed open", "in what residents described as the worst night since winter",
]  # fmt: skip


@dataclass(frozen=True)
class _World:
    actors: list[tuple[str, str]]  # name, kind
    weights: list[float]
    places: list[Place]


def generate(n_claims: int, seed: int = 0, *, echo: float = 0.15) -> Iterator[tuple[Article, Extraction, Linking]]:
    """Articles with about twenty claims each until `n_claims` are out; `echo` is the share that reprint an earlier one.

    Every record holds to the invariants: spans are verbatim, ids are content hashes, the outlet ends each chain.
    """
    rng = random.Random(seed)
    world = _world(rng, n_claims)
    written: list[tuple[list[list[str]], Outlet]] = []
    made = number = 0
    while made < n_claims:
        wanted = min(PER_ARTICLE, n_claims - made)
        outlet = rng.choices(_OUTLETS, weights=[1 / (rank + 1) for rank in range(len(_OUTLETS))])[0]
        draft = _Draft(rng, world, number, outlet)
        if written and rng.random() < echo:
            source, first = rng.choice(written)
            draft.credits = (f"({first.name})",)
            for sentence in source[:wanted]:
                draft.repeat(sentence)
        while draft.count < wanted:
            draft.add_claim()
        article, extraction, linking = draft.finish()
        if len(written) < 500:
            written.append((draft.recipes, outlet))
        made += len(extraction.claims)
        number += 1
        yield article, extraction, linking


def _world(rng: random.Random, n_claims: int) -> _World:
    count = max(30, n_claims // 40)
    actors = [("Ministry of Defence", "government"), (_LONG, "organization"), ("قيس الحسن", "person")]
    for number in range(count):
        if number % 5 == 0:
            actors.append((f"{rng.choice(_GROUPS)} {number // 5 or ''}".strip(), "armed_group"))
        else:
            actors.append((f"{rng.choice(_FIRST)} {rng.choice(_LAST)}-{number}", "person"))
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(actors))))
    places = []
    for number in range(max(20, min(3000, n_claims // 200))):
        name = f"{rng.choice(_STEMS)}{rng.choice(_ENDS)} {number}"
        area = number % 9 == 0
        places.append(
            Place(
                f"made:{number}", name, round(rng.uniform(-5, 38), 4), round(rng.uniform(-10, 60), 4),
                precision=6 if area else rng.choice([1, 1, 2, 3, 5]), radius_km=60.0 if area else 5.0, area=area,
                country="XX", source="made up", why="generated",
            )
        )  # fmt: skip
    return _World(actors, weights, places)


class _Draft:
    """One article being written: text grows sentence by sentence, and the records point into it."""

    def __init__(self, rng: random.Random, world: _World, number: int, outlet: Outlet) -> None:
        self.rng, self.world, self.number, self.outlet = rng, world, number, outlet
        self.text = ""
        self.count = 0
        self.recipes: list[list[str]] = []
        self.credits: tuple[str, ...] = ()
        self.parts: list[tuple[list[str], dict[str, Span]]] = []
        self.names: dict[str, str] = {}
        self.used: dict[str, Place] = {}

    def add_claim(self) -> None:
        rng, world = self.rng, self.world
        actor, target = rng.choices(world.actors, cum_weights=world.weights, k=2)
        place = rng.choice(world.places)
        named = rng.random() < 0.67
        speaker, kind = rng.choices(world.actors, cum_weights=world.weights)[0] if named else ("", "anonymous")
        if not named:
            speaker = rng.choice(_UNNAMED)
        tail = rng.choice(_TAILS).format(n=rng.randint(2, 900))
        status = rng.choices(STATUSES, weights=_STATUS_SHARE)[0]
        deed = rng.choice(list(_DEEDS))
        self.repeat([speaker, kind, rng.choice(_VERBS), actor[0], actor[1], deed, target[0], target[1], place.id, tail,
                     status])  # fmt: skip

    def repeat(self, recipe: list[str]) -> None:
        speaker, kind, verb, actor, actor_kind, deed, target, target_kind, place_id, tail, _ = recipe
        place = self.world.places[int(place_id.removeprefix("made:"))]
        at: dict[str, Span] = {}

        def put(key: str, words: str) -> None:
            start = len(self.text)
            self.text += words
            at[key] = Span(start, len(self.text))

        put("speaker", speaker[0].upper() + speaker[1:] if kind == "anonymous" else speaker)
        self.text += " "
        put("cue", verb)
        self.text += " "
        begin = len(self.text)
        put("actor", actor)
        self.text += f" {deed} "
        put("target", target)
        self.text += " at "
        put("place", place.name)
        self.text += f" {tail}"
        at["content"] = Span(begin, len(self.text))
        self.count += 1
        self.text += ".\n\n" if self.count % 3 == 0 else ". "
        for name, sort in ((actor, actor_kind), (target, target_kind)):
            self.names.setdefault(name, sort)
        if kind != "anonymous":
            self.names.setdefault(speaker, kind)
        self.used[place.name] = place
        self.recipes.append(recipe)
        self.parts.append((recipe, at))

    def finish(self) -> tuple[Article, Extraction, Linking]:
        day = START + timedelta(days=self.rng.randrange(900))
        url = f"https://example.org/{self.number}"
        text = self.text.strip()
        article = Article(
            id=Article.identify(text, url), outlet=self.outlet, text=text, title=f"Report {self.number}: {text[:60]}",
            url=url, canonical=url, authors=("A. Writer",), published=day, path=f"generated/{self.number:06}.txt",
            credits=self.credits, sha256=f"{self.number:064x}",
        )  # fmt: skip
        claims, statements, mentions = [], [], []
        for recipe, at in self.parts:
            claim, statement = self._read(article, recipe, at, day)
            claims.append(claim)
            if statement:
                statements.append(statement)
            mentions += [
                Mention(at["actor"], recipe[4], recipe[3], recipe[3]),  # type: ignore[arg-type]
                Mention(at["target"], recipe[7], recipe[6], recipe[6]),  # type: ignore[arg-type]
                Mention(at["place"], "place", at["place"].of(text), at["place"].of(text)),
            ]
            if recipe[1] != "anonymous":
                mentions.append(Mention(at["speaker"], recipe[1], recipe[0], recipe[0]))  # type: ignore[arg-type]
        mentions.sort(key=lambda mention: mention.span)
        extraction = Extraction(article.id, EXTRACTOR, tuple(mentions), tuple(claims), tuple(statements))
        return article, extraction, self._link(article)

    def _read(
        self, article: Article, recipe: Sequence[str], at: dict[str, Span], day: date
    ) -> tuple[Claim, Statement | None]:
        rng = self.rng
        speaker, kind, _, actor, actor_kind, deed, target, target_kind, _, _, status = recipe
        chain = [Voice(speaker, kind, at["speaker"], role="official" if kind == "anonymous" else None)]  # type: ignore[arg-type]
        if rng.random() < 0.15:
            chain.append(Voice("Ministry of Defence", "government"))
        chain.append(Voice(self.outlet.name, "media"))
        content = (at["content"],)
        claim = Claim(
            id=Claim.identify(article.id, content, at["cue"], speaker),
            article=article.id,
            content=content,
            cue=at["cue"],
            chain=tuple(chain),
            status=status,  # type: ignore[arg-type]
            distance=rng.choices(["neutral", "distancing", "endorsing"], weights=[80, 15, 5])[0],
            verification=rng.choices(["none", "unverified", "confirmed"], weights=[85, 12, 3])[0],
            confidence=round(rng.uniform(0.4, 1.0), 3),
        )
        if rng.random() < 0.3:
            return claim, None
        when = day - timedelta(days=rng.randrange(40))
        time = Time(when.strftime("on %d %B"), when.isoformat(), when, when, when, when) if rng.random() < 0.4 else None
        where = at["place"].of(article.text)
        predicate = _DEEDS[deed]
        placed = predicate in ("controls", "present_in", "moved_to", "SEIZE", "RETREAT")
        statement = Statement(
            id=Statement.identify(article.id, claim.id, actor, predicate, target, None, where, False, content),
            article=article.id,
            claim=claim.id,
            subject=Ref(actor, actor_kind, at["actor"]),  # type: ignore[arg-type]
            predicate=predicate,  # type: ignore[arg-type]
            object=Ref(where, "place", at["place"]) if placed else Ref(target, target_kind, at["target"]),  # type: ignore[arg-type]
            item=Ref("drones") if predicate == "supplies" else None,
            place=None if placed else Ref(where, "place", at["place"]),
            time=time,
            status=status,  # type: ignore[arg-type]
            evidence=content,
            why="generated",
        )
        return claim, statement

    def _link(self, article: Article) -> Linking:
        entities, links, judgements = [], [], []
        names = self.names | {self.outlet.name: "media", "Ministry of Defence": "government"}
        for name, kind in names.items():
            node = Entity(identify("name", name.casefold()), kind, (Name(name),))  # type: ignore[arg-type]
            entities.append(node)
            links.append(Link(name, node.id, "same name"))
            if kind == "armed_group" and name.endswith("0"):
                known = Entity(
                    f"pack:{name.casefold().replace(' ', '-')}", "armed_group", (Name(name), Name(f"the {name}"))
                )
                entities.append(known)
                why = "alias of pack pack"
                id = Judgement.identify(node.id, "same", known.id, "actors@1", None, None)
                judgements.append(Judgement(id, node.id, "same", known.id, "actors@1", why=why))
        links += [Link(name, place.id, "generated") for name, place in self.used.items()]
        places = {place.id: place for place in self.used.values()}
        return Linking(article.id, LINKER, tuple(entities), tuple(places.values()), tuple(links), tuple(judgements))
