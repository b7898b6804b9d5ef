"""One article while its statements are read: which mention, claim, voice and time stands at which token."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from according.claims.page import find_dateline, paragraphs
from according.claims.statements.names.countries import country_of_adjective, country_of_name, country_of_stand_in
from according.records import Article, Claim, Mention, Span, Time, Voice
from according.vocabularies import ENTITY_KINDS, EntityKind

__all__ = ["Draft", "Reading"]

Token = Any
"""A spaCy token; spaCy ships no types."""

_ACTOR_KINDS = ("person", "organization", "government", "armed_group", "company", "media")
_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][A-Z'’ -]{2,30}[A-Z])(?:/[A-Z]{3,20})?(?:, (?P<rest>[A-Z][A-Za-z ]{3,40}?))?"
    r"(?=\s*(?:[(–—:,-]|\n|$))"
)
"""City in capitals, and country, at the head of a report: "MAIDUGURI, Nigeria (Reuters) –"."""
_SEPARATOR = re.compile(
    r"""\s*["“”'’]?\s*(?:\([^()]{0,40}\)\s*["”]?\s*)?      # a closing quote, a note in brackets
        (?:(?P<comma>,|;)["“”'’]?\s*)?(?P<and>and|or|&|as\s+well\s+as)?
        (?:\s+(?:even|also|then|later))?(?:\s+the|\s+its)?(?:\s*(?:Gen|Brig|Lt|Col|Maj|Capt|Adm|Sgt|Dr|Mr|Mrs|Ms)\.?)*(?:\s+[A-Z]\w+-(?:held|backed|led|run|controlled))?(?:\s+(?P<word>[A-Z][a-z]+))?\s*["“‘']?\s*""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Draft:
    """A statement before its claim, time and place are known. `anchor` is the token that tells it.

    `claim` is set when the statement is the speech act of that claim. `told` is False for what the reporter takes
    as known in passing ("Iran-backed", "spokesman X"), which belongs to no speaker unless inside a quotation.
    """

    subject: Any
    predicate: str
    object: Any
    anchor: Token
    last: Token | None = None
    item: Any = None
    quantity: Any = None
    place: Any = None
    negated: bool = False
    mode: str | None = None
    status: str | None = None
    claim: Claim | None = None
    told: bool = True
    times: bool = True
    time: Time | None = None
    why: str = ""
    sources: tuple[Token, ...] = field(default=())


class Reading:
    """Indexes over one article; nothing here is remembered between articles."""

    def __init__(
        self,
        article: Article,
        doc: Any,
        mentions: Sequence[Mention],
        claims: Sequence[Claim],
        times: Sequence[Time],
    ) -> None:
        self.article = article
        self.doc = doc
        self.text = article.text
        self.claims = tuple(claims)
        self.times = tuple(time for time in times if time.span is not None)
        self.mentions: list[Mention] = []
        self.ranges: list[tuple[int, int]] = []
        self.heads: list[Token] = []
        self._at: list[int | None] = [None] * len(doc)
        self._voices: list[Voice | None] = [None] * len(doc)
        self.headings: dict[int, tuple[int, ...]] = {}
        """First token of a list item's text → the place mentions of its heading; filled by `read_headings`."""
        self.sentence_of: list[int] = []
        for token in doc:
            last = self.sentence_of[-1] if self.sentence_of else 0
            self.sentence_of.append(last + bool(token.is_sent_start and token.i))
        self._headlines: dict[int, bool] = {}
        self.dated: dict[int, list[tuple[Token, Time]]] = {}
        """Sentence number → the times in it with the token each hangs by."""
        for time in self.times:
            tokens = self._tokens(time.span)
            if len(tokens):
                self.dated.setdefault(self.sentence_of[tokens.root.i], []).append((tokens.root, time))
        self._settle(mentions)
        for claim in self.claims:
            for voice in claim.chain:
                for token in self._tokens(voice.span):
                    self._voices[token.i] = self._voices[token.i] or voice
        self._runs = self._find_runs()
        self.countries: dict[str, int] = {}
        """How often the article speaks of each country, the most named first."""
        self.home = self._home()
        """The country the article is about, by its usual name; None when that is not plain."""

    def _home(self) -> str | None:
        counts: Counter[str] = Counter()
        lead = next(iter(paragraphs(self.text)), None)
        written = find_dateline(self.text, lead) if lead is not None else None

        def weight(at: int) -> int:
            if written is not None and written.start <= at < written.end:
                return 0  # where it was written; what it is about, the rest of the first paragraph says
            return 1 + (lead is not None and at < lead.end)

        for token in self.doc:
            if country := country_of_adjective(token.text):
                counts[country] += weight(token.idx)
        for mention in self.mentions:
            if country := country_of_name(mention.name) or country_of_stand_in(mention.name):
                counts[country] += weight(mention.span.start)
        self.countries = dict(counts.most_common())
        dateline = self._dateline()
        if dateline is not None and counts[dateline] > 2 and 3 * counts[dateline] >= max(counts.values()):
            return dateline
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _dateline(self) -> str | None:
        """The country of the city at the head of the report, which need not be the one it is about."""
        first = _DATELINE.match(self.text)
        if first is None:
            return None
        return country_of_name((first["rest"] or "").strip()) or country_of_stand_in(first["city"].title())

    def _tokens(self, span: Span | None) -> Any:
        if span is None:
            return ()
        return self.doc.char_span(span.start, span.end, alignment_mode="expand") or ()

    def _settle(self, mentions: Sequence[Mention]) -> None:
        """Keep the longest of overlapping mentions, names before pronouns and descriptions."""
        weak = ("pronoun", "description")
        order = sorted(
            (m for m in mentions if m.kind != "date"),
            key=lambda m: (m.kind in weak, m.span.start - m.span.end, m.span.start),
        )
        kept: list[tuple[Mention, Any]] = []
        for mention in order:
            found = self._tokens(mention.span)
            if not len(found) or any(self._at[token.i] is not None for token in found):
                continue
            for token in found:
                self._at[token.i] = len(kept)
            kept.append((mention, found))
        ranks = sorted(range(len(kept)), key=lambda index: kept[index][1].start)
        place_of = {old: new for new, old in enumerate(ranks)}
        for index in ranks:
            mention, found = kept[index]
            self.mentions.append(mention)
            self.ranges.append((found.start, found.end))
            self.heads.append(found.root)
        self._at = [None if old is None else place_of[old] for old in self._at]

    def _find_runs(self) -> dict[int, list[int]]:
        """Lists of names told by their separators, which hold where the parser loses its way in a long list."""
        runs: dict[int, list[int]] = {}
        current: list[int] = []
        kinds: list[str] = []

        def close() -> None:
            if len(current) > 1 and ("and" in kinds or len(current) > 2):
                whole = list(current)
                if len(current) > 2 or kinds != ["comma and"] or self._joined(current):
                    runs.update(dict.fromkeys(whole, whole))

        lasting = [i for i in range(len(self.mentions)) if not self._owns_next(i)]
        for place, index in enumerate(lasting):
            kind = self._between(lasting[place - 1], index) if current else None
            if kind is None:
                close()
                current, kinds = [index], []
                continue
            current.append(index)
            kinds.append(kind)
            following = lasting[place + 1] if place + 1 < len(lasting) else len(self.mentions)
            if kind in ("and", "comma and") and self._between(index, following) != "and":
                close()
                current, kinds = [], []
        close()
        return runs

    def _owns_next(self, index: int) -> bool:
        """True for "Sadr's" in front of another name."""
        if index + 1 >= len(self.mentions):
            return False
        gap = self.text[self.mentions[index].span.end : self.mentions[index + 1].span.start]
        return gap.strip(' "“') in ("'s", "’s", "'", "’")

    def _joined(self, pair: list[int]) -> bool:
        first, second = self.heads[pair[0]], self.heads[pair[1]]
        return second.dep_ in ("conj", "appos") and second.head.i <= first.i

    def _between(self, one: int, other: int) -> str | None:
        if one < 0 or other >= len(self.mentions):
            return None
        first, second = self.mentions[one], self.mentions[other]
        if {self._sort(first), self._sort(second)} not in (
            {"actor"},
            {"place"},
            {"weapon"},
            {"actor", "country"},
            {"country"},
            {"place", "country"},
        ):
            return None
        if first.kind in ("pronoun", "description") or second.kind in ("pronoun", "description"):
            return None
        end = second.span.start
        if other - one > 1 and self._owns_next(other - 1):  # "…, and Sadr's Saraya al-Salam"
            end = self.mentions[other - 1].span.start
        match = _SEPARATOR.fullmatch(self.text[first.span.end : end])
        if match is None or not (match["comma"] or match["and"]):
            return None
        if match["word"] and not country_of_adjective(match["word"]):
            return None
        if match["and"]:
            return "comma and" if match["comma"] else "and"
        return "comma"

    @staticmethod
    def _sort(mention: Mention) -> str:
        if country_of_name(mention.name):
            return "country"
        return mention.kind if mention.kind in ("place", "weapon") else "actor"

    def mention_at(self, token: Token) -> int | None:
        """Index of the mention that covers the token."""
        number: int = token.i
        return self._at[number]

    def voice_at(self, token: Token) -> Voice | None:
        """The voice of some claim whose span covers the token."""
        number: int = token.i
        return self._voices[number]

    def kind_of_name(self, name: str) -> EntityKind | None:
        """The kind of the mentions that carry this name; None when none does."""
        for mention in self.mentions:
            if mention.name == name and mention.kind in ENTITY_KINDS:
                return cast(EntityKind, mention.kind)
        return None

    def heading(self, token: Token) -> tuple[int, ...]:
        """Place mentions that head the list item the token stands in; none outside such an item."""
        best = -1
        for first in self.headings:
            if best < first <= token.i:
                best = first
        if best < 0 or "\n" in self.text[self.doc[best].idx : token.idx]:
            return ()
        return self.headings[best]

    def headline(self, token: Token) -> bool:
        """True in a line without verb and full stop: it names a subject and tells nothing."""
        number = self.sentence_of[token.i]
        if number not in self._headlines:
            sentence = token.sent
            told = sentence[-1].is_punct or any(t.pos_ in ("VERB", "AUX") for t in sentence)
            self._headlines[number] = not told
        return self._headlines[number]

    def sentences_between(self, start: int, token: Token) -> int:
        """Sentence borders between a token index and a later token."""
        number: int = token.i
        return self.sentence_of[number] - self.sentence_of[start]

    def run_of(self, mention: int) -> list[int]:
        """All mentions of the list this mention stands in; only itself when it stands in none."""
        return self._runs.get(mention, [mention])

    def actors_before(self, token: Token) -> Iterator[int]:
        """Mentions of actors that start before the token, nearest first."""
        for index in range(len(self.mentions) - 1, -1, -1):
            if self.ranges[index][0] < token.i and self.mentions[index].kind in _ACTOR_KINDS:
                yield index

    def claim_of(self, token: Token) -> Claim | None:
        """The innermost claim whose content covers the token: the one with the shortest content."""
        start, end = token.idx, token.idx + len(token.text)
        best: tuple[int, int, Claim] | None = None
        for rank, claim in enumerate(self.claims):
            if any(span.start <= start and end <= span.end for span in claim.content):
                key = (sum(span.end - span.start for span in claim.content), -rank)
                if best is None or key < best[:2]:
                    best = (*key, claim)
        return best[2] if best else None

    def claim_by_cue(self, token: Token) -> Claim | None:
        """The claim whose cue covers the token."""
        for claim in self.claims:
            if claim.cue is not None and claim.cue.start <= token.idx < claim.cue.end:
                return claim
        return None

    def quoted(self, token: Token) -> bool:
        """True inside double quotation marks of the token's own line."""
        line = self.text.rfind("\n", 0, token.idx) + 1
        inside = False
        for char in self.text[line : token.idx]:
            if char == '"':
                inside = not inside
            elif char == "“":
                inside = True
            elif char == "”":
                inside = False
        return inside
