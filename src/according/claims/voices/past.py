"""What one article has said so far: who was heard, who was named, and whom a pronoun can mean at a place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from according.claims.mentions import Names
from according.claims.page import Page
from according.claims.voices.phrase import Phrase, read_phrase
from according.claims.voices.roles import body_kind
from according.records import Mention, Span, Voice

__all__ = ["BODY_KINDS", "Heard", "Past", "Resolved"]

BODY_KINDS = frozenset({"organization", "government", "armed_group", "company", "media"})
_PEOPLE_KINDS = frozenset({"person", "anonymous", "eyewitness"})
_WOMAN = re.compile(
    r"\b(?:\w+woman|woman|girl|mother|wife|sister|daughter|queen|princess|ms|mrs|actress)\b", re.IGNORECASE
)
_MAN = re.compile(
    r"\b(?:\w+sman|chairman|man|boy|father|husband|brother|son|king|prince|mr|imam|pope|sheikh)\b", re.IGNORECASE
)


_GOES_ON = re.compile(
    r"\w+ (?:also |then |further )?(?:added|adds|went on|goes on|continued|reiterated)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice that has spoken: where its claim begins and ends, and through what material or relay."""

    phrase: Phrase
    start: int
    end: int
    quoted: bool = False
    relays: tuple[Voice, ...] = ()
    material: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase with who it turned out to be; `certainty` (0 to 1) is 1 where nothing had to be looked up."""

    phrase: Phrase
    certainty: float = 1.0
    by: str = "as written"


class Past:
    """The voices of one article in the order they speak, with the names round them."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.heard: list[Heard] = []
        self._gender: dict[str, str] = {}

    def hear(self, heard: Heard) -> None:
        """Remember a voice; call in text order."""
        self.heard.append(heard)

    def back(self, fits: Callable[[Heard], bool]) -> Heard | None:
        """The voice heard last that fits."""
        return next((h for h in reversed(self.heard) if fits(h)), None)

    def paragraphs(self, start: int, end: int) -> int:
        """How many paragraphs lie between two places."""
        return self.page.paragraph_of(end) - self.page.paragraph_of(start)

    def agrees(self, phrase: Phrase, word: str) -> bool:
        """False when the article calls this person by the other sex; the first pronoun that stands for a name is
        kept."""
        gender = "f" if word in {"she", "her", "herself"} else "m"
        title = self.page.text[max(0, phrase.span.start - 5) : phrase.span.end]
        words = f"{phrase.role or ''} {phrase.head} {title}"
        told = "f" if _WOMAN.search(words) else "m" if _MAN.search(words) else None
        if told is not None and phrase.kind == "person":
            self._gender.setdefault(phrase.name, told)
        return (told or gender) == gender and self._gender.setdefault(phrase.name, gender) == gender

    def antecedent(self, at: int, personal: bool, plural: bool, content: Sequence[Span]) -> Phrase | None:
        """Who a personal pronoun at this place most likely stands for, or None where two could be meant.

        Names inside what is said itself (`content`) do not count: "X is a depot, he said".
        """
        page = self.page
        heard = self.back(lambda h: h.start < at and self._fits(h.phrase, personal, plural))
        paragraph = page.paragraph_of(at)
        subjects = self._subjects(at, personal, plural, since=heard.end if heard is not None else 0)
        subjects = [s for s in subjects if not any(s.span.within(piece) for piece in content)]
        names = {s.name for s in subjects}
        if heard is not None and not plural and self._one_of_several(heard, personal):
            return None
        if heard is not None and personal and self._unclear(heard, at):
            return None
        if heard is not None and personal and self.paragraphs(heard.end - 1, at) <= 1 and _GOES_ON.match(page.text, at):
            return heard.phrase  # "he added": only who has spoken can
        if heard is not None and paragraph - page.paragraph_of(heard.end - 1) <= 1:
            names.discard(heard.phrase.name)
            if not names:
                return heard.phrase
            return subjects[-1] if len(names) == 1 and self._same_sentence(subjects[-1].span.start, at) else None
        if heard is not None and personal and not names and self._alone_since(heard, at):
            return heard.phrase
        here = [s for s in subjects if page.paragraph_of(s.span.start) == paragraph]
        if len(names) > 1 and len({s.name for s in here}) == 1:
            return here[-1]
        return subjects[-1] if len(names) == 1 else None

    def inside_sentence(self, at: int, personal: bool) -> Phrase | None:
        """The only name of that sort before this place in its sentence: "President X will speak, his office said"."""
        sentence = self.page.sentence_of(at)
        if sentence.start >= at:
            return None
        named = [
            m for m in self.names.inside(Span(sentence.start, at))
            if (m.kind == "person") == personal and m.kind in BODY_KINDS | {"person"} and self.is_subject(m)
        ]  # fmt: skip
        if len({m.name for m in named}) != 1:
            return None
        return read_phrase(self.page, named[0].span, self.names)

    def _one_of_several(self, heard: Heard, personal: bool) -> bool:
        """True when another voice that a singular pronoun could mean spoke in the same phrase."""
        return bool(heard.phrase.parts) or any(
            h is not heard and not h.phrase.parts and h.phrase.name != heard.phrase.name and h.end == heard.end
            and h.start == heard.start and self._fits(h.phrase, personal, plural=False)
            for h in self.heard
        )  # fmt: skip

    def _unclear(self, heard: Heard, at: int) -> bool:
        """True when somebody whom the text leaves open spoke between: the pronoun may be that voice's."""
        return any(
            h.start > heard.start and h.start < at and not h.phrase.named
            and (h.phrase.pronoun or (h.phrase.kind == "organization" and body_kind(h.phrase.head) is None))
            and not h.phrase.plural
            for h in self.heard
        )  # fmt: skip

    def _alone_since(self, heard: Heard, at: int) -> bool:
        """True when this voice was the last person in the three paragraphs before: all who spoke or acted since are
        bodies ("X said … . The army did not comment. / … he said")."""
        return (
            self.paragraphs(heard.end - 1, at) <= 3
            and not any(h.start > heard.start and h.start < at and h.phrase.kind not in BODY_KINDS for h in self.heard)
            and not any(
                m.kind == "person" and heard.end <= m.span.start < at and m.name != heard.phrase.name
                for m in self.names.mentions
            )
        )

    def _same_sentence(self, a: int, b: int) -> bool:
        return self.page.sentence_number(b) - self.page.sentence_number(a) <= 1

    def _fits(self, phrase: Phrase, personal: bool, plural: bool) -> bool:
        if phrase.pronoun:
            return False
        if personal:
            return phrase.kind in _PEOPLE_KINDS and not phrase.plural
        if plural:
            return (
                phrase.plural
                or phrase.kind in {"armed_group", "eyewitness"}
                or (phrase.kind == "anonymous" and phrase.plural)
            )
        return phrase.kind in BODY_KINDS or phrase.kind == "document"

    def _subjects(self, at: int, personal: bool, plural: bool, since: int) -> list[Phrase]:
        """Named subjects of the narration between `since` and `at`, this sentence and the two before it."""
        page = self.page
        first = page.sentence_number(at) - 2
        found = []
        for mention in self.names.mentions:
            if mention.span.start >= at:
                break
            if mention.span.start < since or page.sentence_number(mention.span.start) < first:
                continue
            if page.paragraph_of(at) - page.paragraph_of(mention.span.start) > 1 or page.quotation_of(
                mention.span.start
            ):
                continue
            if not self.is_subject(mention):
                continue
            person = mention.kind == "person"
            if personal != person or mention.kind in {"date", "weapon", "place"}:
                continue
            phrase = read_phrase(page, mention.span, self.names)
            if self._fits(phrase, personal, plural) or (plural and mention.surface.endswith("s")):
                found.append(phrase)
        return found

    def is_subject(self, mention: Mention) -> bool:
        """True when the name is the subject of its clause."""
        head = self.page.head(mention.span)
        if head is not None and head.dep_ == "appos":
            head = head.head  # "a commander of the group, Bakar Dul, spoke"
        if head is None or head.dep_ in {"nsubj", "nsubjpass"} or self.page.text[mention.span.end :][:2] != ", ":
            return head is not None and head.dep_ in {"nsubj", "nsubjpass"}
        behind = self.page.token_at(mention.span.end + 2)  # "Yevhen, a driver, saw it": the parser took the driver
        return behind is not None and any(
            t.dep_ in {"nsubj", "nsubjpass"} and t.left_edge.i == behind.i and t.head.i > t.i
            and self.page.text[t.right_edge.idx + len(t.right_edge) :].startswith(",")
            for t in self.page.tokens(self.page.sentence_of(mention.span.start))
        )  # fmt: skip
