"""Who and where the names of one article are: nodes, what packs know of them, and places on the earth.

Nothing is merged. Every distinct name becomes a node; that it is an entity of a pack is a rule's judgement, with its
reason, which a person can overrule and which goes when the pack goes.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from according.entities.choice import Context
from according.entities.gazetteer import Gazetteer
from according.entities.lexicon import PackLexicon
from according.entities.locating import Locator
from according.entities.names import compare, fold
from according.entities.packs import Pack
from according.entities.places import PlaceResolver
from according.records import (
    Article,
    Entity,
    Extraction,
    Judgement,
    Link,
    Linking,
    Mention,
    Name,
    Statement,
    identify,
)
from according.vocabularies import ENTITY_KINDS, EntityKind

__all__ = ["RULE", "Linker", "node_id"]

RULE = "actors@1"
"""Author of the same-as judgements made here."""
VERSION = 2
_UNNAMED = ("anonymous", "eyewitness")


def node_id(name: str) -> str:
    """The id of the node of a name, the same in every article that uses a name of this folded form."""
    return identify("name", fold(name))


class Linker:
    """Links extractions to packs and gazetteer. Pure: the same article, extraction and packs give the same linking."""

    def __init__(self, packs: Sequence[Pack], gazetteer: Gazetteer | None) -> None:
        self._packs = tuple(packs)
        self._lexicon = PackLexicon(packs, gazetteer)
        self._gazetteer = gazetteer
        self._resolver = PlaceResolver(packs, gazetteer)
        self._locator = Locator(self._resolver, self._lexicon.demonym)
        self._by_id: dict[str, Entity] = {}
        self._by_name: dict[str, list[tuple[Entity, Name, int]]] = {}
        self._states = {s.entity: s for pack in packs for s in pack.states}
        self._pack_countries = {pack.name: pack.countries for pack in packs}
        for rank, pack in enumerate(packs):
            for entity in pack.entities:
                self._by_id[entity.id] = entity
                for name in entity.names:
                    self._by_name.setdefault(fold(name.text), []).append((entity, name, rank))
        digest = hashlib.blake2b(
            repr([(p.name, p.digest) for p in packs]).encode() + (b"gazetteer" if gazetteer else b""), digest_size=3
        )
        self.name = f"links@{VERSION}+{digest.hexdigest()}"

    def link(self, article: Article, extraction: Extraction) -> Linking:
        """Nodes for every name of the extraction, pack matches as judgements, and the places the article names."""
        named = _names(extraction)
        recognised = self._lexicon.recognise(article.text)
        known = [mention for mention, _ in recognised]
        seen = {fold(mention.name): entity for mention, entity in recognised}
        matched: dict[str, Entity] = {}
        judgements: list[Judgement] = []
        packs_used: Counter[str] = Counter(entity.id.split(":")[0] for entity in seen.values())
        entities: dict[str, Entity] = {}
        for name, kind in named.items():
            node = node_id(name)
            entities.setdefault(node, Entity(node, kind, (Name(name),)))
            found = self._match(name, seen.get(fold(name)), packs_used, kind)
            if found is None:
                continue
            entity, why = found
            matched[name] = entity
            entities.setdefault(entity.id, entity)
            judgements.append(
                Judgement(
                    Judgement.identify(node, "same", entity.id, RULE, None, None),
                    subject=node,
                    verdict="same",
                    object=entity.id,
                    by=RULE,
                    why=why,
                )
            )
        context = self._context(article, extraction, matched, known)
        places, links = self._locator.locate(article.text, extraction.mentions, named, known, context)
        for name in named:
            links.append(Link(name, node_id(name), "the name's own node"))
        return Linking(
            article=article.id,
            linker=self.name,
            entities=tuple(entities.values()),
            places=tuple(places),
            links=tuple(dict.fromkeys(links)),
            judgements=tuple({j.id: j for j in judgements}.values()),
        )

    # --- actors ---

    def _match(
        self, name: str, seen: Entity | None, used: Mapping[str, int], kind: EntityKind
    ) -> tuple[Entity, str] | None:
        """The pack entity a name is, with the reason. Weak names and short abbreviations alone never match.

        `seen` is what the name was recognised as in the running text, where its neighbours could be weighed.
        """
        senses = [s for s in self._by_name.get(fold(name), []) if _same_sort(s[0].kind, kind)]
        senses = [s for s in senses if s[0].kind != "place" or self._at_home(s[0], used)]
        strong = [
            s for s in senses if s[1].kind in ("name", "alias") or (s[1].kind == "abbreviation" and _long(s, used))
        ]
        if seen is not None and _same_sort(seen.kind, kind):
            entity, known = seen, next((s[1] for s in senses if s[0].id == seen.id), None)
        elif strong:
            entity, known, _ = max(strong, key=lambda s: (used.get(s[0].id.split(":")[0], 0), -s[2]))
        else:
            return None
        pack = entity.id.split(":")[0]
        rivals = {s[0].id for s in strong if s[0].id != entity.id}
        also = f"; {', '.join(sorted(rivals))} share the name" if rivals else ""
        if known is not None:
            how = known.kind if known.kind != "name" else "exact" if known.text == name else "folded"
            return entity, f"{how}: {name!r} is a name of {entity.name!r} in pack {pack}{also}"
        likest = max(
            ((m, n) for n in entity.names if (m := compare(name, n.text)) is not None),
            key=lambda pair: pair[0].score,
            default=None,
        )
        if likest is None:
            return entity, f"alias: {name!r} stands for {entity.name!r} of pack {pack}{also}"
        return entity, f"{likest[0].kind}: {likest[0].why}, a name of {entity.name!r} in pack {pack}{also}"

    def _at_home(self, place: Entity, used: Mapping[str, int]) -> bool:
        """A pack's place stands for a name only where the text names something of that pack."""
        pack = place.id.split(":")[0]
        return not self._pack_countries.get(pack) or used.get(pack, 0) > 0

    # --- places ---

    def _context(
        self, article: Article, extraction: Extraction, matched: Mapping[str, Entity], known: Sequence[Mention]
    ) -> Context:
        countries = [e.country for e in matched.values() if e.country and e.id not in self._states]
        context = self._resolver.context(
            [*extraction.mentions, *known], self._lexicon.nationalities(article.text), countries
        )
        if not context.countries and article.outlet.country:
            return replace(context, countries={article.outlet.country: 1})
        return context


def _names(extraction: Extraction) -> dict[str, EntityKind]:
    """Every distinct canonical name with its kind, in order of appearance; unnamed voices have none."""
    found: dict[str, EntityKind] = {}
    taken: set[str] = set()

    def add(name: str | None, kind: str | None) -> None:
        if name and kind in ENTITY_KINDS and fold(name) and fold(name) not in taken:
            taken.add(fold(name))
            found[name] = kind  # type: ignore[assignment]

    unnamed = {fold(v.name) for c in extraction.claims for v in c.chain if v.kind in _UNNAMED}
    for mention in extraction.mentions:
        if mention.kind in ENTITY_KINDS and fold(mention.name) not in unnamed:
            add(mention.name, mention.kind)
    for claim in extraction.claims:
        for voice in claim.chain:
            if voice.kind not in _UNNAMED:
                add(voice.name, voice.kind if voice.kind in ENTITY_KINDS else "organization")
    for statement in extraction.statements:
        for ref in _refs(statement):
            add(ref[0], ref[1])
    return found


def _refs(statement: Statement) -> Iterator[tuple[str, str | None]]:
    for ref in (statement.subject, statement.object, statement.item, statement.place):
        if ref is not None:
            yield ref.name, ref.kind


def _same_sort(pack: EntityKind, text: EntityKind) -> bool:
    """Kinds that a reader of prose may confuse; a place never is a person, nor a weapon a place."""
    actors = ("organization", "government", "armed_group", "company", "media", "person")
    if pack == text:
        return True
    if pack == "government" and text == "place":
        return True  # a state is named as a place as often as an actor
    if pack == "place" or text == "place":
        return pack == "place" and text in ("organization", "government")
    return (pack in actors and text in actors) or "weapon" in (pack, text)


def _long(sense: tuple[Entity, Name, int], used: Mapping[str, int]) -> bool:
    pack = sense[0].id.split(":")[0]
    return pack == "world" or len(sense[1].text) > 3 or used.get(pack, 0) >= 2
