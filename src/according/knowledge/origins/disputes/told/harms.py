"""What contents say was done to whom, how many, or not at all: read by their words, sentence by sentence. Pure.

Only plain wordings are read, and numbers of one event alone: a share of others ("nine of them children") is left out,
and so is what piled up over time ("since", "this year"). What is not understood says nothing here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from according.knowledge.origins.disputes.told.counts import NUMBER
from according.knowledge.origins.disputes.told.deeds import DEED, DEED_WORD, HIM, PARTED, Harm, fits, which
from according.knowledge.origins.disputes.told.holds import holds_of
from according.knowledge.origins.disputes.told.sides import sides
from according.knowledge.origins.disputes.told.tolls import counted
from according.knowledge.origins.disputes.told.undone import FALSE_REPORT, NOT, undone
from according.knowledge.origins.disputes.told.victims import ANYONE, NOUN, PERSONS, Kind, kind_of

__all__ = ["harms_of"]

_ASIDE = re.compile(
    rf",?\s*\b(?:among (?:them|whom)|including|(?:{NUMBER}|some|most|many|all|half|several)\s+(?:of (?:them|whom|"
    rf"which)|"
    r"among them))\b[^.;!?]*?(?:(?=[.;!?])|,(?!\s*(?:among|and)\b)|$)",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    r"\b(?:separate(?:ly)?|elsewhere|in another|another (?:strike|attack|raid|incident)|other (?:strikes|attacks)|"
    r"meanwhile|"
    r"second (?:strike|attack)|on (?:our|their|its|his|either|both) sides?|since|so far this|this (?:year|month|"
    r"week)|last (?:year|"
    r"month|week)|(?:past|last|recent) (?:\w+ )?(?:hours|days|weeks|"
    r"months|years|decades?)|in (?:all|total)|every (?:day|week|month|year)|daily|years?|decades?|(?:in|of|"
    r"from) (?:January|February|"
    r"March|April|May|June|July|August|September|October|November|December)|in (?:19|20)\d\d|war has|conflict has|"
    r"earlier|"
    r"previous(?:ly)?|per (?:day|week|month)|will|would|could|may|might|if|should)\b",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"\b(?:responsib\w+|involve\w+|role|hand in|part in|being behind|complicit\w*|knowledge of)\b", re.IGNORECASE
)
"""Who denies this says nothing on whether it happened."""
_SENTENCE = re.compile(r"(?<=[.!?;])[\"”’']?\s+|\s…\s|\n")


def harms_of(text: str, *, denied: bool = False) -> list[Harm]:
    """What this content says of harm; `denied`: its speaker denies it."""
    found: list[Harm] = []
    if denied and _RESPONSIBLE.search(text):
        return []
    for sentence in _SENTENCE.split(text):
        aside = " ".join(_ASIDE.findall(sentence))
        plain = _ASIDE.sub(" ", sentence)
        false = FALSE_REPORT.search(plain)
        if false:
            found += [replace(h, negated=True) for h in _affirmed(false["what"], loose=True) if not h.count]
            continue
        found += _gone(plain)
        found += holds_of(plain, denied=denied)
        none = list(undone(plain))
        if none:
            found += [replace(h, negated=not denied) for h in none]
            continue
        if NOT.search(plain) and not denied:
            continue
        if _OVER_TIME.search(sentence) and not denied:
            continue
        said = [replace(h, by=_doer(plain, h.text)) for h in (*counted(plain, aside), *_affirmed(plain))]
        found += [replace(h, negated=True, count=None) for h in said if not h.count] if denied else said
    found = [replace(h, to=_antecedent(text, h)) if h.to == HIM else h for h in found]
    if _UNARMED.search(text):
        found = [replace(h, to=Kind("civilians", "him")) if h.to == HIM else h for h in found]
    numbered = [h for h in found if h.count]
    return [h for h in dict.fromkeys(found) if h.count or h.negated or not any(_again(h, of) for of in numbered)]


def _again(harm: Harm, counted: Harm) -> bool:
    """The same without its number."""
    return harm.deed == counted.deed and (harm.to == counted.to or harm.text in counted.text)


def _doer(sentence: str, piece: str) -> tuple[str, ...]:
    """Words for a side right before the piece, or after a "by" behind it."""
    at = sentence.find(piece)
    before = sentence[max(0, at - 70) : at] if at > 0 else ""
    if deed := DEED_WORD.search(before):
        before = before[: deed.start()]  # who did it stands before the first thing done
    after = re.search(r"\bby ([^,.;]{1,40})", sentence[at + len(piece) :] if at >= 0 else "")
    return sides(f"{before} {after[1] if after else ''}")


def _antecedent(text: str, harm: Harm) -> Kind:
    """Who "he" is: the person spoken of last before, where one is."""
    kinds = [kind_of(m.group()) for m in re.finditer(rf"\b{NOUN}", text[: text.find(harm.text)], re.IGNORECASE)]
    persons = [kind for kind in kinds if kind and kind.group in PERSONS and kind.noun]
    return persons[-1] if persons else HIM


def _gone(sentence: str) -> list[Harm]:
    """Who is missing; a sentence of this kind often says "not"."""
    gone = _GONE.search(sentence)
    if gone is None or re.search(rf"{NUMBER}\s*$", sentence[: gone.start()], re.IGNORECASE):
        return []
    noun = next((m.group() for m in re.finditer(rf"\b{NOUN}", sentence[: gone.start()], re.IGNORECASE)), "")
    kind = kind_of(noun) if noun else None
    return [Harm("missing", kind if kind and kind.group in PERSONS else HIM, gone.group())]


# ---- affirmed ----------------------------------------------------------------------------------------------------

_OBJECT = re.compile(
    rf"(?:\s+of|\s+on)?\s+(?:(?:a|an|the|our|his|her|its|their|my|any|some|several|"
    rf"{NUMBER})\s+)?(?P<words>(?:[\w'’-]+\s+){{0,5}}?)"
    rf"(?P<noun>{NOUN})",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(
    rf"(?<![\w-])(?P<noun>{NOUN})(?P<gap>(?:\s+[\w'’-]+){{0,5}}?)\s+(?:(?:was|were|is|are|has been|have been|"
    rf"had been|been|being)\s+"
    rf"(?:\w+ly\s+)?{DEED}|(?P<ended>died|perished|was killed|sank|sunk))\b",
    re.IGNORECASE,
)
_HIM = re.compile(
    r"\b(?P<verb>shot(?: dead)?|killed|wounded|injured|executed|murdered|beat|stabbed|beaten)\s+(?:him|her|them|me|"
    r"us)\b|"
    r"\b(?:he|she|they)\s+(?:was|were|had been|has been)\s+(?P<done>shot(?: dead)?|killed|wounded|injured|executed|"
    r"murdered)\b",
    re.IGNORECASE,
)
_UNARMED = re.compile(
    r"\bunarmed\b|\bnot (?:a |any )?(?:weapons?|guns?|rifles?)\b|\b(?:had|carried|held|holding|"
    r"carrying) no (?:weapons?|guns?|rifles?)\b|"
    r"\bwas not (?:armed|a fighter|a militant|a soldier)\b|\bwere not (?:armed|fighters|militants|soldiers)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:ha(?:s|ve) not been (?:found|heard|seen)|ha(?:s|ve) never been found|(?:is|are|was|were|remains?|still|"
    r"reported) missing|"
    r"unaccounted for|did not answer at muster|went missing)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"(?P<words>(?:reports of |about |any )?)\b(?:dead|killed|wounded|injured)\s+"
    r"(?P<noun>(?:(?!(?:or|and|in|by|the|a|an|at|on|of|when|while|as)\b)[\w-]+\s+)?" + NOUN + r")",
    re.IGNORECASE,
)


_ANY = re.compile(
    rf"\bany(?:one|body)?\b(?: of (?:them|its \w+|their \w+|his \w+))? (?:(?:had|has|have|was|were|been|"
    rf"being) )+{DEED}\b",
    re.IGNORECASE,
)
"""In what is denied: "that any had been taken prisoner"."""


def _affirmed(sentence: str, *, loose: bool = False) -> Iterator[Harm]:
    """Harm without a number, or whatever its number."""
    for match in _ANY.finditer(sentence):
        yield Harm(which(match), ANYONE, match.group())
    for match in _DEAD.finditer(sentence):
        noun = re.search(rf"{NOUN}$", match["noun"], re.IGNORECASE)
        to = kind_of(noun.group()) if noun else None
        if to is not None and to.group in PERSONS:
            yield Harm(
                "wounded" if re.search(r"wounded|injured", match.group(), re.I) else "killed", to, match.group().strip()
            )
    for done in DEED_WORD.finditer(sentence):
        what = _OBJECT.match(sentence, done.end())
        to = kind_of(what["noun"]) if what else None
        if what is None or to is None or _STATE.fullmatch(what["noun"]) or _INTRANSITIVE.fullmatch(done.group()):
            continue
        if done.group().lower() == "lost" and to.group == "buildings":
            continue  # to somebody, see holds
        if fits(which(done), to) and not PARTED.search(what["words"]) and not DEED_WORD.search(what["words"]):
            yield Harm(which(done), to, sentence[done.start() : what.end()])
    for match in _WAS_DONE.finditer(sentence):
        to = kind_of(match["noun"])
        ended = (match["ended"] or "").lower()
        deed = "sunk" if ended in ("sank", "sunk") else "killed" if ended else which(match)
        if to is not None and fits(deed, to) and not PARTED.search(match["gap"]):
            yield Harm(deed, to, match.group())
    if (done_to := _HIM.search(sentence)) is not None:
        verb = (done_to["verb"] or done_to["done"]).lower()
        yield Harm("wounded" if verb.startswith(("wound", "injur", "beat")) else "killed", HIM, done_to.group())
    if (sunk := _SUNK.search(sentence)) is not None:
        yield Harm("sunk", Kind("ships"), sunk.group())
    if loose:
        for match in re.finditer(
            rf"\b(?:strikes?|attacks?|raids?|shelling|bombing|bombardment)s? (?:on|of|"
            rf"against) (?P<words>(?:[\w'’-]+\s+){{0,4}}?)(?P<noun>{NOUN})",
            sentence,
            re.I,
        ):
            to = kind_of(match["noun"])
            if to is not None:
                yield Harm("struck", to, match.group())
        for match in re.finditer(rf"\b(?P<noun>{NOUN}) (?:deaths|casualties|victims)\b", sentence, re.I):
            to = kind_of(match["noun"])
            if to is not None and to.group in PERSONS:
                yield Harm("killed", to, match.group())


_STATE = re.compile(r"dead|wounded|injured", re.IGNORECASE)
_INTRANSITIVE = re.compile(r"died|dying|dead|perished|missing|targets|shells|bombs|hits|burns", re.IGNORECASE)
_SUNK = re.compile(
    r"\b(?:ship|vessel|tanker|carrier|freighter|boat|frigate|trawler|she)\b(?: [\w'’-]+){0,4}? (?:has |have |had |"
    r"was |were )?(?:been )?(?:sunk|sank|gone down|"
    r"went down)\b|\b(?:sank|sunk|sinking of|sinking) (?:[\w'’-]+ ){0,4}?(?:ship|vessel|tanker|carrier|freighter|"
    r"boat|frigate|trawler)\b|"
    r"\bat the bottom of the (?:sea|gulf|ocean|strait)\b",
    re.IGNORECASE,
)
