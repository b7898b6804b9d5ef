"""What the speaker does with the content: asserts, denies, threatens, calls for … with the words that show it."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.claims.manner.condition import find_condition
from according.claims.manner.threats import threatens
from according.claims.page import Page
from according.claims.voices.phrase import Phrase
from according.claims.words import CALL, DENY, DOUBT, PREDICT
from according.records import Evidence, Span
from according.vocabularies import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Reading", "read_status"]

_FALSE = re.compile(
    r"\b(?:is|are|was|were|be|as)(?: \w+){0,2} (?:false|incorrect|untrue|baseless|unfounded|fabricated"
    r"|wrong|inaccurate|fake|lies?|"
    r"a lie|fabrications?|a fabrication)\b|\bnot (?:true|credible|correct|accurate|the case)\b"
    r"|\bno truth\b|\bnever happened\b|\bnot so\b(?=[.,;”\"]|$)|\bnothing of the (?:kind|sort)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(reportedly|allegedly|purportedly|supposedly|apparently|possibly|potentially|perhaps|maybe"
    r"|presumably|seemingly|"
    r"likely|unlikely|probable|potential|possible|appears?|appeared|seems?|seemed|conceivably|arguably)\b",
    re.IGNORECASE,
)
_ADVERB_BEFORE = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\s*$", re.IGNORECASE)
_LIES = re.compile(
    r"\b(?:false|lies?|untrue|baseless|unfounded|groundless|fabricat\w+|propaganda|nonsense|rumou?rs?|fiction|hoax"
    r"|disinformation|misinformation|absurd|ridiculous|fake)[\"”]?$",
    re.IGNORECASE,
)
_CALLED_LIES = re.compile(
    r"(?:it|that|this|(?:the|these|those|such|any|all)(?: \w+)? (?:claims?|reports?|accusations?|allegations?|charges?"
    r"|stor(?:y|ies)|statements?|accounts?)) (?:as )?[\"“]?(?:(?:an?|pure|complete|utterly|totally|absolute) ){0,2}"
    r"(?:false|lies?|untrue|baseless|unfounded|groundless|fabricat\w+|propaganda|nonsense|fiction|hoax|disinformation|absurd|ridiculous)\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"(?:the|these|those|such|all|any)(?: \w+)? (?:claims?|accusations?|allegations?|charges?) (?:as )?(?:an? )?[\"“]"
    r"(?!serious|grave|credible|true)",
    re.IGNORECASE,
)
"""A charge with a name for it in quotation marks: 'called the charge a "cheap fantasy"'."""
_ODDS = re.compile(
    r"\b(?:at|of) (?:one|two|three|four) in (?:two|three|four|five|six|ten|twenty|a hundred)\b|"
    r"\b(?:risk|chances?|odds|likelihood|probability) (?:of|that|for)\b[^.;]*(?:\bat (?:\d|one|even|some|about)|"
    r"\d+(?:\.\d+)? ?(?:%|percent|per cent))|\b(?:%|percent|per cent) (?:chance|risk|probability|likelihood)\b",
    re.IGNORECASE,
)
"""Odds of what has not happened."""
_REFUSED = frozenset(
    {"allow", "accept", "tolerate", "permit", "let", "recognise", "recognize", "surrender", "yield", "bow", "abandon"}
)
"""What one says one will not do or suffer: where one stands today, no forecast."""
UNSURE = frozenset(
    {"reportedly", "allegedly", "purportedly", "supposedly", "apparently", "appear", "seem", "rumour", "rumor"}
)
"""Words of a cue by which nobody vouches."""
BRANDING = frozenset({"call", "describe", "brand", "label", "term"})
"""Verbs that say what a thing is."""
_OUGHT = frozenset({"should", "must"})
_MODALS = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A status with the words that triggered it, and the condition where there is one."""

    status: Status
    evidence: tuple[Evidence, ...] = ()
    condition: Span | None = None


def read_status(
    page: Page, cue: Span | None, content: tuple[Span, ...], declined: bool, speaker: Phrase | None = None
) -> Reading:
    """The status of a claim; where several fit, a threat outranks a condition, and a condition a forecast.

    `speaker` tells whether the words can be a threat: an analyst's "they will strike" is a forecast.
    """
    if declined:
        return Reading("declined", _evidence(cue))
    words = page.tokens(cue) if cue is not None else []
    lemmas = {t.lemma_.lower() for t in words}
    condition = find_condition(page, content)
    text = page.text
    mains = [m for piece in content for m in _mains(page, piece)]
    first = _meant(mains[0]) if mains else None
    if lemmas & {"threaten", "threat"}:
        return Reading("threatened", _evidence(cue), condition)
    if not lemmas & (DENY | DOUBT | PREDICT | CALL) and (
        threat := threatens(page, lemmas, content, [_meant(m) for m in mains], speaker)
    ):
        return Reading("threatened", (Evidence("status", threat),), condition)
    if lemmas & DENY or (lemmas & BRANDING and _branded(page, content)):
        return Reading("denied", _evidence(cue), condition)
    if (
        lemmas & {"call", "appeal", "plea", "demand", "request"}
        and not lemmas & {"so-called"}
        and _calls(page, cue, content)
    ):
        return Reading("called_for", _evidence(cue), condition)
    if lemmas & (CALL - {"call", "ask", "order", "press"}) or (
        lemmas & {"ask", "order", "tell", "press"} and _infinitive(page, content)
    ):
        return Reading("called_for", _evidence(cue), condition)
    head = content[0].of(text)
    if (false := _FALSE.search(head)) is not None and _in_main(page, content[0], false, first):
        span = Span(content[0].start + false.start(), content[0].start + false.end())
        return Reading("denied", (Evidence("status", span),), condition)
    if lemmas & {"fatwa", "ultimatum", "edict", "plea"}:
        return Reading("called_for", _evidence(cue), condition)
    if lemmas & DOUBT:
        return Reading("doubted", _evidence(cue), condition)
    if lemmas & {
        "reportedly",
        "allegedly",
        "purportedly",
        "supposedly",
        "apparently",
        "appear",
        "seem",
        "rumour",
        "rumor",
    }:
        return Reading("hedged", _evidence(cue), condition)
    future = next((m for m in mains if _aux(m, _FUTURE) is not None or _going(m)), None)
    would = first is not None and _aux(first, frozenset({"would", "'d"})) is not None
    if condition is not None and (future is not None or would or _aux_any(mains, _MODALS | {"would"})):
        return Reading("conditional", (Evidence("status", condition),), condition)
    if first is not None and first.lemma_ in _REFUSED and (future is not None or would):
        against = next((c for c in first.children if c.dep_ == "neg"), None)
        if against is not None:
            return Reading("asserted", (Evidence("status", _span(against)),), condition)
    if first is not None and (should := _aux(first, _OUGHT)) is not None and not _inferred(first, should):
        return Reading("called_for", (Evidence("status", _span(should)),), condition)
    if first is not None:
        modal = _aux(first, _MODALS)
        if modal is not None and not _able(first, modal):
            return Reading("hedged", (Evidence("status", _span(modal)),), condition)
    if (hedge := _hedge(page, content, first)) is not None:
        return Reading("hedged", (Evidence("status", hedge),), condition)
    if lemmas & {"fear", "suspect", "worry"}:
        return Reading("hedged", _evidence(cue), condition)
    if "put" in lemmas and speaker is not None and not speaker.named and speaker.name.lower().endswith("estimates"):
        return Reading("hedged", _evidence(cue), condition)  # "estimates put the dead at 300": nobody's
    if (odds := _ODDS.search(head)) is not None:
        span = Span(content[0].start + odds.start(), content[0].start + odds.end())
        return Reading("predicted", (Evidence("status", span),), condition)
    if lemmas & PREDICT:
        return Reading("predicted", _evidence(cue), condition)
    if first is not None and (_aux(first, _FUTURE) is not None or _going(first)):
        marker = _aux(first, _FUTURE) or first
        return Reading("predicted", (Evidence("status", _span(marker)),), condition)
    if would and first is not None and not any(c.dep_ == "aux" and c.lower_ == "have" for c in first.children):
        return Reading("predicted", (Evidence("status", _span(first)),), condition)
    if (
        first is not None
        and first.lemma_ in {"expect", "set", "slate", "schedule", "due", "poise"}
        and any(c.dep_ in {"auxpass", "aux"} and c.lemma_ == "be" for c in first.children)
    ):
        return Reading("predicted", (Evidence("status", _span(first)),), condition)
    if lemmas & {"vow", "pledge", "promise"}:
        return Reading("predicted", _evidence(cue), condition)
    if lemmas & {"suggest"} and not mains:
        return Reading("hedged", _evidence(cue), condition)
    return Reading("asserted", (), condition)


def _evidence(cue: Span | None) -> tuple[Evidence, ...]:
    return (Evidence("status", cue),) if cue is not None else ()


def _span(token: "Token") -> Span:
    return Span(token.idx, token.idx + len(token))


def _mains(page: Page, piece: Span) -> "list[Token]":
    """The main verbs of a piece: one a sentence, and those joined to it by "and" or "but"."""
    inside = page.tokens(piece)
    numbers = {t.i for t in inside}
    found = []
    for token in inside:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {
            "aux",
            "auxpass",
            "relcl",
            "acl",
            "advcl",
            "xcomp",
            "pcomp",
            "amod",
            "compound",
        }:
            continue
        if (
            token.head.i not in numbers
            or token.head.i == token.i
            or (token.dep_ in {"conj", "ccomp"} and token.head.pos_ in {"VERB", "AUX"} and token.head in found)
        ):
            found.append(token)
    return found


def _meant(verb: "Token") -> "Token":
    """ "I think it will fall": what the speaker thinks is what the speaker says."""
    own = any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.children)
    if verb.lemma_ in {"think", "believe", "guess", "suppose", "expect", "hope", "fear"} and own:
        return next((c for c in verb.children if c.dep_ == "ccomp"), verb)
    return verb


def _aux(verb: "Token", words: frozenset[str]) -> "Token | None":
    if verb.lower_ in words and verb.tag_ == "MD":
        return verb
    return next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in words), None)


def _aux_any(verbs: "list[Token]", words: frozenset[str]) -> bool:
    return any(_aux(v, words) is not None for v in verbs)


def _going(verb: "Token") -> bool:
    return verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children)


def _able(verb: "Token", modal: "Token") -> bool:
    """ "could not", "could no longer" tell of inability, not of doubt."""
    return modal.lower_ == "could" and any(c.dep_ == "neg" for c in verb.children)


def _inferred(verb: "Token", modal: "Token") -> bool:
    """ "They must be tired", "it should have fallen" draw a conclusion; "I should add" asks nothing of anybody."""
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children) or verb.lemma_ == "be":
        return True
    return modal.lower_ == "should" and any(c.dep_ == "nsubj" and c.lower_ == "i" for c in verb.children)


def _branded(page: Page, content: tuple[Span, ...]) -> bool:
    """ "Called the report a lie": what a thing is called ends the content."""
    said = content[-1].of(page.text)
    return _LIES.search(said) is not None or any(p.match(content[0].of(page.text)) for p in (_CALLED_LIES, _CHARGE))


def _calls(page: Page, cue: Span | None, content: tuple[Span, ...]) -> bool:
    if cue is None:
        return False
    words = cue.of(page.text).lower()
    asked = re.search(r"\bcall\w*\b.*\b(?:on|for|upon|to)\b|appeal|plea|demand|request", words) is not None
    return asked or re.match(r"(?:on|upon|for|to)\s", content[0].of(page.text)) is not None


def _infinitive(page: Page, content: tuple[Span, ...]) -> bool:
    """True for "X to do Y": what is said hangs on an infinitive, or begins with one."""
    inside = page.tokens(content[0])
    numbers = {t.i for t in inside}
    tops = [t for t in inside if t.head.i not in numbers or t.head.i == t.i]
    verbs = [
        *tops,
        *(c for t in tops for c in t.children if c.dep_ in {"acl", "relcl", "xcomp", "ccomp"} and c.i in numbers),
    ]
    finite = any(v.pos_ in {"VERB", "AUX"} and v.tag_ in {"VBD", "VBZ", "VBP", "MD"} for v in verbs) or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for v in tops for c in v.children
    )
    return not finite and any(c.dep_ == "aux" and c.tag_ == "TO" for v in verbs for c in v.children)


def _in_main(page: Page, piece: Span, match: "re.Match[str]", first: "Token | None") -> bool:
    sentence = page.sentence_of(piece.start)
    return piece.start + match.start() < sentence.end


def _hedge(page: Page, content: tuple[Span, ...], first: "Token | None") -> Span | None:
    piece = content[0]
    end = min(content[-1].end, page.sentence_of(piece.start).end)  # "reportedly" may part two pieces
    before = _ADVERB_BEFORE.search(page.text, max(0, piece.start - 15), piece.start)
    for match in [*([before] if before else []), *_HEDGE.finditer(page.text, piece.start, end)]:
        token = page.token_at(match.start())
        if token is None:
            continue
        return Span(match.start(), match.end())
    return None
