"""Who or what "it", "they", "its" and "we" stand for, and who speaks a claim."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from according.claims.statements.events.verbs import event_frames
from according.claims.statements.names.countries import country_of_name
from according.claims.statements.reading import Reading, Token
from according.claims.statements.syntax.nouns import words
from according.claims.statements.syntax.phrases import content_head, lemma
from according.records import Claim, Ref, Span
from according.vocabularies import ENTITY_KINDS

__all__ = ["Described", "Pronouns", "hostile", "span_of"]

Described = tuple[int, str, frozenset[str], Ref]
"""Token index, head lemma, telling marks (countries, names) and reference of a described group."""

BODIES = ("armed_group", "organization", "government", "company", "media")
_SINGULAR, _PLURAL, _HUMAN = ("it", "its", "itself"), ("they", "them", "their"), ("he", "him", "his", "she", "her")
_OWN = ("we", "us", "our")
_STATES_OFFICE = words("minister ministry parliament embassy ambassador capital border army military")
"""What a state has and a group rarely: "its foreign minister"."""
_GROUPS_OFFICE = words("director commander emir founder chief spokesman spokeswoman spokesperson fighter member")
_EVENTS = words(
    "raid strike attack blast explosion bombing shelling offensive operation clash drone missile shell rocket bomb "
    "assault ambush airstrike fighting"
)
_HOLDS_PLACE = words(
    "besiege seize capture take retake recapture overrun occupy control hold enter leave reach surround encircle "
    "storm liberate defend visit shell bombard raid abandon lose encircle blockade"
)

_TAKES_PLACE = words("retake recapture overrun occupy liberate recover regain reoccupy enter storm vacate")


def span_of(head: Token) -> Span:
    """The characters of one token."""
    return Span(head.idx, head.idx + len(head.text))


class Pronouns(ABC):
    """Pronouns of one article. `resolve` gives the reference of a phrase, `named` that of a mention."""

    reading: Reading
    resolve: Callable[[Token], Ref | None]
    named: Callable[[int], Ref]
    described: Sequence[Described]

    @abstractmethod
    def _antecedent(self, head: Token, kinds: tuple[str, ...], word: str = "", plural: bool = False) -> int | None:
        """The best mention before."""

    def pronoun(self, head: Token) -> Ref | None:
        """Who or what a pronoun stands for; speakers first inside what they say."""
        word, span = head.lower_, span_of(head)
        if head.tag_ in ("WP", "WDT", "WP$"):
            verb = head.head
            while verb.dep_ in ("aux", "xcomp", "conj", "ccomp", "nsubj", "nsubjpass", "dobj", "attr", "compound"):
                verb = verb.head
            return self.resolve(content_head(verb.head)) if verb.dep_ == "relcl" else None
        claim = self.reading.claim_of(head)
        if word in _OWN:
            return self.speaker(claim, span, group=True)
        if word in ("i", "me", "my"):
            return self.speaker(claim, span, group=False)
        if word in _HUMAN:
            return self._person(head, span)
        if word not in _SINGULAR + _PLURAL:
            return None
        if word == "it" and (place := self._place_meant(head)) is not None:
            return Ref(place.name, "place", span)
        if word == "it" and head.dep_ in ("nsubj", "nsubjpass") and self._after_event(head):
            return None
        state = word == "its" and lemma(head.head) in _STATES_OFFICE
        subject = self._subject_above(head)
        kinds = ("government",) if state else BODIES
        if subject is not None and subject.kind in kinds:
            return Ref(subject.name, subject.kind, span)
        if word in _PLURAL and (many := self._described_many(head)) is not None:
            return Ref(many.name, many.kind, span)
        told = self._told_before(head) if word == "its" and not state else None
        if told is not None:
            return Ref(told.name, told.kind, span)
        heading = self.reading.heading(head)
        if heading and word in _SINGULAR and subject is None:
            return Ref(self.named(heading[0]).name, "place", span)
        if word == "it" and head.dep_ in ("dobj", "nsubjpass") and lemma(head.head) in _TAKES_PLACE:
            return None  # "Troops later recaptured it, the ministry said": neither the ministry nor a group
        if claim is not None and not self.reading.quoted(head):
            ref = self.speaker(claim, span, group=True)
            last = ref.name.split()[-1] if ref is not None else ""
            several = word in _SINGULAR and last.islower() and last.endswith("s")  # "UN experts say it was sent arms"
            if ref is not None and ref.kind in BODIES and not several:
                return ref
        index = self._antecedent(head, kinds, plural=word in _PLURAL) if self._near_body(head) else None
        if index is not None and word == "its" and lemma(head.head) in _GROUPS_OFFICE:
            index = None if country_of_name(self.named(index).name) else index
        return None if index is None else Ref(self.named(index).name, self.named(index).kind, span)

    def _described_many(self, head: Token) -> Ref | None:
        """The forces of "Azerbaijani forces took a hill, it said. They also …": the last plural subject, unnamed."""
        for at, _, _, ref in reversed(self.described):
            token = self.reading.doc[at]
            far = self.reading.sentences_between(at, head) if at < head.i else -1
            if far < 0 or token.tag_ not in ("NNS", "NNPS") or token.head.is_ancestor(head):
                continue
            if far > 1:
                return None
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "ccomp"):
                between = (m for m in range(len(self.reading.mentions)) if at < self.reading.ranges[m][0] < head.i)
                if any(
                    self.reading.heads[m].dep_ == "nsubj" and self.reading.mentions[m].kind in BODIES for m in between
                ):
                    return None
                return ref
        return None

    def _after_event(self, head: Token) -> bool:
        """True where the last sentence is about a raid or a blast: "A second raid hit the camp. It killed five"."""
        if not head.sent.start:
            return False
        before = self.reading.doc[head.sent.start - 1].sent
        return any(t.dep_ in ("nsubj", "nsubjpass") and t.head == before.root and lemma(t) in _EVENTS for t in before)

    def _told_before(self, head: Token) -> Ref | None:
        """The body that spoke just before "its spokesman", which speaks for it."""
        if lemma(head.head) not in ("spokesman", "spokeswoman", "spokesperson", "director", "head", "chief"):
            return None
        before = [c for c in self.reading.claims if c.chain[0].span is not None and c.chain[0].span.end < head.idx]
        last = max(before, key=lambda c: c.chain[0].span.end if c.chain[0].span else 0, default=None)
        if last is None or last.chain[0].kind not in BODIES or not last.chain[0].name:
            return None
        at = last.chain[0].span
        tokens = self.reading.doc.char_span(at.start, at.end, alignment_mode="expand") if at is not None else None
        if not tokens or self.reading.sentences_between(tokens.root.i, head) > 2:
            return None
        if self._acting_since(tokens.root, head):
            return None
        return self.speaker(last, span_of(head), group=False)

    def _acting_since(self, speaker: Token, head: Token) -> bool:
        """Another body is the subject of a later sentence: "…, the ministry said. The rebels owned up to the blast"."""
        between = self.reading.sentences_between
        for index in self.reading.actors_before(head):
            root = self.reading.heads[index]
            if root.i <= speaker.i or between(root.i, head) > 2:
                return False
            while root.dep_ in ("compound", "pobj", "prep", "acl", "nmod") and root.head != root:
                root = root.head  # "the group, known as the ADF, owned up"
            if root.dep_ == "nsubj" and self.reading.mentions[index].kind in BODIES and between(speaker.i, root) > 0:
                return True
        return False

    def _place_meant(self, head: Token) -> Ref | None:
        """The town in "Goma is tense. Rebels have besieged it": the last sentence's subject, when it is a place."""
        if head.dep_ not in ("dobj", "nsubjpass") or lemma(head.head) not in _HOLDS_PLACE:
            return None
        number = self.reading.sentence_of[head.i]
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            root = self.reading.heads[index]
            if root.i >= head.i or self.reading.mentions[index].kind != "place":
                continue
            far = number - self.reading.sentence_of[root.i]
            if far > 1:
                return None
            if root.dep_ in ("nsubj", "nsubjpass") or (far == 0 and root.dep_ == "dobj"):
                return self.named(index)
        return None

    def _near_body(self, head: Token) -> bool:
        """A body was named in this or the sentence before."""
        for index in self.reading.actors_before(head):
            if self.reading.mentions[index].kind in BODIES:
                return self.reading.sentences_between(self.reading.ranges[index][0], head) <= 2
        return False

    def _subject_above(self, head: Token) -> Ref | None:
        """The subject of a verb above: "Iran said IT …", "the Houthis sank a ship and seized ITS crew"."""
        verb = head.head
        own = head.dep_ in ("dobj", "dative") or (head.dep_ == "pobj" and head.head.dep_ in ("dative", "prep"))
        own = own or (head.tag_ == "PRP$" and hostile(head.head))
        alone = head.lower_ in _SINGULAR
        for _ in range(6):
            if verb.pos_ in ("VERB", "AUX"):
                for child in verb.lefts:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i < head.i and child != head:
                        if child.is_ancestor(head):
                            continue
                        if own:
                            own = False  # "it" is not who does it
                            break
                        if alone and child.tag_ == "NNS" and child.text.islower():
                            continue  # "UN experts say it was sent arms": "it" is not the experts
                        ref = self.resolve(content_head(child))
                        if ref is not None:
                            return ref
            if verb.head == verb:
                return None
            verb = verb.head
        return None

    def _person(self, head: Token, span: Span) -> Ref | None:
        subject = self._subject_above(head)
        if subject is not None and subject.kind == "person":
            return Ref(subject.name, "person", span)
        names = set()
        for index in self.reading.actors_before(head):
            if self.reading.sentences_between(self.reading.ranges[index][0], head) > 2:
                break
            if self.reading.mentions[index].kind == "person":
                names.add(self.reading.mentions[index].name)
        return Ref(names.pop(), "person", span) if len(names) == 1 else None

    def speaker(self, claim: Claim | None, span: Span, *, group: bool) -> Ref | None:
        """The speaker of a claim as an actor; with `group`, the body a spokesperson speaks for."""
        if claim is None:
            return None
        voice = claim.chain[0]
        if voice.kind in ("person", "anonymous") and group:
            body = voice.affiliation
            return Ref(body, self.reading.kind_of_name(body) or "organization", span) if body else None
        kind = voice.kind if voice.kind in ENTITY_KINDS else None
        return Ref(voice.name, kind, span) if voice.name else None  # type: ignore[arg-type]


def hostile(noun: Token) -> bool:
    """The thing an attack hits or a raid takes, which is not the attacker's own: "overran its bases"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "at", "against") else noun.head
    if noun.dep_ not in ("dobj", "pobj") or verb.pos_ != "VERB":
        return False
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return any(f.predicate in ("ASSAULT", "SEIZE", "COERCE") for f in event_frames(verb.lemma_.lower(), particle))
