"""The nouns round a verb of saying: its subject, and the phrase that a noun heads. With `Found`, what comes of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.claims.page import Page
from according.claims.voices.roles import PEOPLE
from according.claims.words import CLAUSE, TURNS, UTTERANCES
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Found", "noun_phrase", "outer_saying", "subject_of"]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution on its way: at most one source and one cue, and by which form it was found."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: str
    confidence: float


def noun_phrase(page: Page, noun: "Token") -> Span | None:
    """The phrase round a noun without what is set behind it: apposition, relative clause, participle, brackets.

    A name set right behind a role without a comma ("spokesperson Khaing Thu Kha") stays, and so does the role before a
    name that the parser took for a word of its own.
    """
    cut = len(page.doc)
    for token in noun.subtree:
        if token.i <= noun.i or token.i >= cut:
            continue
        left = token.left_edge
        before = page.doc[left.i - 1].text if left.i else ""
        if token.dep_ == "appos" and before not in {",", "(", "–", "—", "-"} and token.pos_ == "PROPN":
            continue
        if token.dep_ in {"relcl", "appos", "parataxis"} or (token.dep_ in {"acl", "advcl"} and token.head.i == noun.i):
            cut = left.i
        elif token.text in {"(", "–", "—"}:
            cut = token.i
        elif token.text == "," and token.head.i == noun.i:
            joins = any(c.dep_ == "conj" and c.i > token.i for c in noun.children)
            if not joins:
                cut = token.i
    kept = [t for t in noun.subtree if t.i < cut] or [noun]
    first = min(t.i for t in kept)
    while first > 0 and noun.pos_ == "PROPN" and page.doc[first].text[:1].isupper() and _role(page.doc[first - 1]):
        first -= 1
    return page.span([*page.doc[first : min(t.i for t in kept)], *kept])


def _role(token: "Token") -> bool:
    one = token.tag_ not in {"NNS", "NNPS"}  # "told journalists Massoud was safe"
    return one and token.lemma_.lower() in PEOPLE and token.pos_ in {"NOUN", "PROPN", "ADJ"} and not token.is_sent_start


def subject_of(verb: "Token", depth: int = 0) -> "Token | None":
    """The noun or pronoun that does the saying, also where it stands with another verb or behind "by"."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    for child in verb.children:
        if child.dep_ == "nsubj" and child.tag_ != "EX":
            return child
    if depth > 3 or any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return subject_of(outer_saying(verb) or head, depth + 1)
    if verb.dep_ in {"advcl", "xcomp", "pcomp", "dep"} and verb.tag_ == "VBG" and head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, depth + 1)
    if verb.dep_ == "xcomp" and head.lemma_ in {"go", "continue", "proceed", "appear", "seem"}:
        return subject_of(head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in {"NOUN", "PROPN"}:
        if head.dep_ == "dobj" and head.lemma_.lower() in UTTERANCES:
            return subject_of(head.head, depth + 1) or head  # "the office issued a statement warning that"
        return head
    if verb.dep_ == "acl" and head.dep_ == "ROOT" and verb.i - head.i > 1 and _comma_before(verb):
        return head  # the parser took "The council, a body of elders, called on" for a noun with a participle
    return None


def outer_saying(verb: "Token") -> "Token | None":
    """The saying that a second one goes on with: "replied that they were no target and blamed the army".

    The parser hangs the second verb on the clause between. That clause tells of a state, or of what had or would
    happen; a plain past behind it is the speaker's next act. Where the forms agree, the clause keeps the verb.
    """
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or verb.lemma_.lower() not in TURNS:
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "mark"} for c in verb.children):
        return None
    if clause.lemma_ != "be" and not any(c.dep_ in {"aux", "auxpass"} for c in clause.children):
        return None
    outer = clause
    while outer.dep_ in {"ccomp", "acl", "pobj", "prep", "dobj"} and outer.head.i < outer.i:
        outer = outer.head
        if outer.pos_ == "VERB" and outer.lemma_.lower() in CLAUSE:
            return outer if outer.tag_ == verb.tag_ else None
    return None


def _comma_before(verb: "Token") -> bool:
    left = verb.i - 1
    while left > 0 and verb.doc[left].pos_ in {"ADV", "AUX"}:
        left -= 1
    return bool(verb.doc[left].text == ",")
