"""What "the group", "it", "here" and "this area" point back to: the best candidate before, or nothing."""

import re
from collections.abc import Callable, Sequence

from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.pronouns import Described, Pronouns, hostile, span_of
from according.claims.statements.reading import Reading, Token
from according.claims.statements.syntax.nouns import ACTORS, GROUPS, MEMBERS, PLACES, SITES, VESSELS, words
from according.claims.statements.syntax.phrases import lemma, premodifiers
from according.records import Ref
from according.vocabularies import ENTITY_KINDS

__all__ = ["Antecedents", "Described", "span_of"]

_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_EMPTY = _POINTING | words(
    "whole entire same two ethnic armed insurgent rebel militant ruling southern northern eastern western central "
    "strategic key main sprawling coastal border besieged remaining surviving retreating advancing attacking breakaway "
    "disputed separatist restive contested embattled"
)
_COMPANY = frozenset(["company", "firm", "manufacturer", "contractor", "producer"])
_BANDS = words(
    "group movement faction militia organization organisation alliance coalition paramilitary insurgency outfit "
    "brigade bloc grouping rebel insurgent militant fighter jihadist guerrilla gunman attacker extremist terrorist "
    "separatist dissident gang cartel islamist assailant"
)
_CROWDS = words(
    "rebel insurgent militant fighter jihadist guerrilla gunman attacker extremist terrorist separatist dissident "
    "islamist assailant"
)
_OWN_WORD = words(
    "front force mission union council ministry command corps committee commission apparatus guard network "
    "observatory authority agency corps league federation organisation organization front office center centre tribunal"
)
"""Nouns with which a body's own name is repeated: "the Observatory", "that front"."""
_NAMING = ("alliance", "coalition", "brigade", "movement", "bloc", "militia", "party")
_TOWN = (PLACES | {"spot"}) - GROUPS - SITES - {"country", "state", "county", "building", "kingdom", "capital"}
_TOWN -= {
    "border",
    "crossing",
    "coast",
    "road",
    "highway",
    "river",
    "bay",
    "gulf",
    "sea",
    "mountain",
    "hill",
    "corridor",
}
_NATURAL = words("forest valley desert plain countryside lake peninsula oasis reserve park strait gulf mountain hill")
"""What no town is: "pulled back into the forest" tells of none."""
_BESIDE = re.compile(
    r"\b(?:(?:north|south|east|west)\w*|outskirts|km|kilomet(?:er|re)s|miles|outside|near|towards?|way)(?: of|"
    r" from| to)?(?: the)?\s+$",
    re.IGNORECASE,
)


class Antecedents(Pronouns):
    """Points back within one article. `resolve` gives the reference of a phrase that points nowhere."""

    def __init__(
        self,
        reading: Reading,
        resolve: Callable[[Token], Ref | None],
        named: Callable[[int], Ref],
        described: Sequence[Described],
        sites: Sequence[tuple[int, str, Ref]],
    ) -> None:
        self.reading, self.resolve, self.named, self.described, self.sites = reading, resolve, named, described, sites

    # --- definite phrases ---

    def pointed(self, head: Token, marks: frozenset[str]) -> Ref | None:
        """What "the group", "this area", "the Malian military" mean: the nearest thing of the sort named before."""
        word, before = lemma(head), premodifiers(head)
        if not any(t.lower_ in _POINTING or t.tag_ == "PRP$" for t in before):
            return None
        content = [
            t for t in before if t.lower_ not in _EMPTY and not t.is_punct and t.tag_ != "PRP$" and not _sided(t)
        ]
        if word in _TOWN:  # "the Congolese town", "the border town"
            content = [t for t in content if not country_of_adjective(t.text)]
        owned = any(t.tag_ == "PRP$" or t.dep_ == "poss" for t in before)
        if not owned and word in ACTORS:
            found = self._described_before(head, word, marks, bare=not content)
            if found is not None:
                return Ref(found.name, found.kind, span_of(head))
        if content or owned or (head.text[0].isupper() and not head.is_sent_start):
            return None
        headed = bool(self.reading.heading(head)) and any(t.lower_ == "this" for t in before)
        if any(child.dep_ == "prep" and child.lower_ == "of" for child in head.children) and not headed:
            return None
        return self._nearest(head, word, before)

    def _nearest(self, head: Token, word: str, before: list[Token]) -> Ref | None:
        span = span_of(head)
        if word == "country":
            return self._country_before(head)
        if word in _TOWN:
            place = self.place_before(head)
            if place is not None and word in _NATURAL and place.name.lower().split()[-1].rstrip("s") not in _NATURAL:
                return None
            return Ref(place.name, place.kind, span) if place else None
        if word in VESSELS:
            return self._vessel_before(head)
        if word in SITES:
            return self._same_word(head, word)
        if word in _OWN_WORD and head.tag_ in ("NN", "NNP") and (own := self._same_word(head, word)) is not None:
            return own
        rebel = any(t.lower_ in ("insurgent", "rebel", "militant", "paramilitary", "armed") for t in before)
        many = any(t.lower_ in ("these", "those", "both", "two") for t in before) or head.tag_ == "NNS"
        kinds: tuple[str, ...] = ()
        if word in _COMPANY:
            kinds = ("company", "organization")
        elif word in _BANDS or (word == "force" and rebel and head.tag_ == "NN"):
            kinds = ("armed_group", "organization")
        if not kinds or (many and word not in _CROWDS):
            return None
        index = self._antecedent(head, kinds, word if word in _NAMING else "")
        if index is None and word in ("militia", "movement"):
            index = self._antecedent(head, kinds)
        return None if index is None else Ref(self.named(index).name, self.named(index).kind, span)

    def _country_before(self, head: Token) -> Ref | None:
        """The country of "the country": the last one told as a place or by its people within two sentences, else the
        one the article is about; never the one whose doing it is."""
        own = _clause_subject_token(head)
        weak, home = None, self.reading.home
        for token in reversed(self.reading.doc[: head.i]):
            far = self.reading.sentences_between(token.i, head)
            if far > 2 or (far and home is not None):
                break
            if own is not None and (own == token or own.is_ancestor(token)):
                continue
            index = self.reading.mention_at(token)
            country = country_of_name(self.reading.mentions[index].name) if index is not None else None
            if country and not country_of_adjective(token.text):
                return Ref(country, "place", span_of(head))
            weak = weak or country_of_adjective(token.text)
        country = home or weak
        return Ref(country, "place", span_of(head)) if country else None

    def _described_before(self, head: Token, word: str, marks: frozenset[str], *, bare: bool) -> Ref | None:
        """The described group of the same noun and number; "the military" may point to "the Malian army"."""
        words = {"army", "military"} if word in ("army", "military") else {word}
        if word in _BANDS | {"force"} and bare:
            return None
        for at, other, others, ref in reversed(self.described):
            if at >= head.i or other not in words or (self.reading.doc[at].tag_[-1] == "S") != (head.tag_[-1] == "S"):
                continue
            if bare or (marks and marks <= others):
                return ref
        return None

    def _same_word(self, head: Token, word: str) -> Ref | None:
        """What "the headquarters" means after "the Western Command headquarters"."""
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            if self.reading.ranges[index][0] >= head.i:
                continue
            mention = self.reading.mentions[index]
            if mention.kind in ENTITY_KINDS and mention.name.lower().split()[-1] in (word, head.lower_):
                if self.reading.sentences_between(self.reading.ranges[index][0], head) > 6:
                    return None
                return Ref(self.named(index).name, self.named(index).kind, span_of(head))
        for at, other, site in reversed(self.sites):
            if at < head.i and other == word and self.reading.sentences_between(at, head) <= 6:
                return Ref(site.name, site.kind, span_of(head))
        return None

    def _vessel_before(self, head: Token) -> Ref | None:
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            if self.reading.ranges[index][0] >= head.i:
                continue
            mention, root = self.reading.mentions[index], self.reading.heads[index]
            near = {lemma(t) for t in premodifiers(root)} | {lemma(root.head), lemma(root)}
            if mention.kind in ENTITY_KINDS and near & VESSELS:
                return Ref(mention.name, self.named(index).kind, span_of(head))
        return None

    def place_before(self, head: Token) -> Ref | None:
        """The place this paragraph's heading names, or the nearest named before in this or the previous sentence."""
        heading = self.reading.heading(head)
        if heading:
            return self.named(heading[0])
        small = lemma(head) in (
            "town",
            "city",
            "village",
            "settlement",
            "hamlet",
            "neighborhood",
            "neighbourhood",
            "port",
        )
        landmark = None
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            start = self.reading.ranges[index][0]
            if start >= head.i:
                continue
            if self.reading.sentences_between(start, head) > 1:
                break
            if self.reading.mentions[index].kind != "place" or (small and self._wide(index)):
                continue
            own = _clause_subject_token(head)
            if own is not None and own.is_ancestor(self.reading.heads[index]):
                continue  # "groups from Misrata moved on the city"
            if self.reading.voice_at(self.reading.heads[index]) is not None:
                continue  # where a speaker is from: "a shopkeeper in Ain Zara"
            if not self._landmark(index):
                return self.named(index)
            landmark = index if landmark is None else landmark
        return self.named(landmark) if landmark is not None else None

    def _landmark(self, index: int) -> bool:
        """Named only to say where something else is: "west of Avdiivka", "20 km from Goma"."""
        start = self.reading.mentions[index].span.start
        return bool(_BESIDE.search(self.reading.text[max(0, start - 30) : start]))

    def _wide(self, index: int) -> bool:
        """A country, province or region, which "the town" does not mean."""
        mention = self.reading.mentions[index]
        before = self.reading.text[max(0, mention.span.start - 40) : mention.span.start]
        after = self.reading.text[mention.span.end : mention.span.end + 14].lower()
        return bool(
            country_of_name(mention.name)
            or re.match(r"(?:Upper|Lower|Middle|Central|North|South|East|West)(?:ern)? ", mention.name)
            or re.search(
                r"(?:capital of|part of|state of|province of|region of|northern|southern|eastern|western|"
                r"central)(?: the)?\s+$",
                before,
            )
            or re.match(r"\s+(?:state|province|region|district|governorate|county)\b", after)
            or mention.name.lower().endswith((" state", " province", " region", " governorate", " sea"))
        )

    def _antecedent(self, head: Token, kinds: tuple[str, ...], word: str = "", plural: bool = False) -> int | None:
        """The best mention before: nearest sentence first, subjects first, of the first kind first.

        `word` must be in its name; refused beyond four sentences, or six with a word to go by.
        """
        best: tuple[int, int] | None = None
        clause = _clause_subject_token(head)
        for index in self.reading.actors_before(head):
            mention, root = self.reading.mentions[index], self.reading.heads[index]
            far = self.reading.sentences_between(self.reading.ranges[index][0], head)
            if far > (6 if word else 4):
                break
            if mention.kind not in kinds or (word and word not in mention.name.lower()):
                continue
            if clause is not None and (root == clause or clause.is_ancestor(root)):
                continue
            if lemma(head) in ("group", "movement", "militia", "rebel") and mention.name.lower().endswith("coalition"):
                continue  # a coalition of states is no group
            if mention.why == "pack" and mention.kind != kinds[0] and kinds[0] == "armed_group" and len(kinds) == 2:
                continue  # what is known to be no armed group is not "the group"
            rank = min(_rank(root), 1) if self._opens(index) else _rank(root)
            cost = 4 * far + (0 if mention.kind == kinds[0] else 14) + rank
            if plural and self.named(index).kind == "government":
                cost += 9
            if best is None or cost < best[0]:
                best = (cost, index)
        return None if best is None else best[1]

    def _opens(self, index: int) -> bool:
        """The name opens its sentence, whatever the parser makes of it: "The Lake Front, which Chad arms, holds …"."""
        first = self.reading.ranges[index][0]
        sentence = self.reading.heads[index].sent
        after = self.reading.text[self.reading.mentions[index].span.end :][:2]
        return first - sentence.start <= 1 and not after.startswith(("'", "’", "-"))


def _sided(token: Token) -> bool:
    """A piece of "Iran-backed" or "pro-Iranian", which tells nothing about which group is meant."""
    doc = token.doc
    after = token.i + 1 < len(doc) and doc[token.i + 1].text == "-"
    before = token.i > 0 and doc[token.i - 1].text == "-"
    return bool(after or before)


def _rank(root: Token) -> int:
    """How prominent a mention stands: subject of the main clause, other subject, anything else."""
    token = root
    for _ in range(5):
        if token.dep_ == "pobj" and token.head.lower_ in ("from", "of") and lemma(token.head.head) in MEMBERS:
            token = token.head.head  # "jihadists from JNIM"
        elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lemma_ == "know":
            token = token.head.head.head  # "the insurgents, known as Shabaab"
        elif token.dep_ in ("compound", "poss", "nmod", "conj"):
            token = token.head
        else:
            break
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return 5
    return 3 if token.head.dep_ in ("relcl", "advcl", "acl") else 0


def _clause_subject_token(head: Token) -> Token | None:
    """The subject of the clause in which the token is an object; an object does not point to it."""
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    while True:
        for child in verb.lefts:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return None if child == head or child.is_ancestor(head) else child
        own = head.tag_ == "PRP$" and not hostile(head.head)
        if own or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
