"""Names the article's own words tell the kind of: "the town of Ann", "Fateh-110 missiles", "rebels of the AA".

The parser's names are often cut short and take an Asian or African town for a person. A name's whole company in the
article (what stands before and after each of its occurrences) says better what it names. Known names (from a lexicon)
stay as they are.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from according.claims.statements.names.branches import NO_NAME, TITLE_ENDS, TRUSTED, capital, known_in_full
from according.claims.statements.names.company import AFTER, BEFORE
from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.syntax.nouns import ACTORS, ARMS, LEADERS, MEMBERS, OFFICES, PLACES, words
from according.claims.voices.roles import ARMED_WORDS, TITLES
from according.claims.voices.titles import MEMBERS_OF, is_numbered
from according.records import Mention, Span
from according.vocabularies import MentionKind

__all__ = ["settle_names"]

_PLACE_FIRST = frozenset(["mount", "camp", "lake", "port", "fort", "cape"])
_PLACE_LAST = words(
    "province district desert sea strait valley plain mountains river state city town township region island "
    "islands county governorate gulf ocean peninsula airport bay border crossing road bridge hills"
)
_GOVERNMENT_LAST = frozenset(["ministry", "government", "army", "navy", "police", "parliament", "senate"])
_BODY_ENDS = TITLE_ENDS | words(
    "force centre center institute university college observatory monitor agency commission committee organisation "
    "organization office bureau mission tribunal court watch project initiative society service programme program fund "
    "group bloc league syndicate board trust consortium think-tank apparatus"
)
"""Words that end the name of a body, whatever stands before the name ("at the Lake Research Centre")."""
_SHARED = re.compile(
    r"(?P<first>[A-Z][\w’'-]+) and (?P<second>[A-Z][\w’'-]+) "
    r"(?:provinces|states|regions|governorates|districts|counties|departments|oblasts|townships|Provinces|States)"
)
"""Two places that share their noun: "Hasakah and Raqqa provinces"."""
_IZAFAT = re.compile(r"-(?:e|i|o|al|ul|ur|ud|el)-[A-Z][\w’']+")
_MAINLY = re.compile(r"\b(?:ethnic|largely|mostly|mainly|predominantly|majority)[ -]$", re.IGNORECASE)
_ONE_OF = re.compile(r"(?P<one>.+ (?:Province|Governorate|District|State|Region|County|Township))s")
_PEOPLE = re.compile(r"\b(?:an?|another|ethnic|largely|mostly|mainly|predominantly|majority)\s+$", re.IGNORECASE)
"""Before the name of a people: "a Hutu militia" names no militia."""
_JOINTS = ("al", "wal", "el", "bin", "ibn", "ul", "ud")
_LINKS = words("of for the and al el bin ibn abu wal van von de del der da di la le ul ud du y - ’ '")


def settle_names(doc: Any, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with cut names completed, missed names added, and every name's kind told by its company.

    Known names and dates come back unchanged; text order.
    """
    kept = [m for m in mentions if m.kind == "date" or m.why in TRUSTED or not _empty(m)]
    kept = [known_in_full(doc, text, m) for m in kept]
    fixed = [m for m in kept if m.why in TRUSTED or m.kind in ("date", "pronoun", "description")]
    loose = [_whole(doc, text, m, kept) for m in kept if m not in fixed]
    loose = [_bare(m) for m in loose]
    loose = _split(text, [*_spelled_out(text, [*fixed, *loose]), *loose])
    loose = [_in_full(m, loose) for m in loose]
    loose = _apart([*loose, *_missed(doc, text, [*fixed, *loose])])
    loose = [_in_full(m, [*fixed, *loose]) for m in loose]
    kinds = _kinds(text, loose, {m.name: m.kind for m in fixed})
    settled = [replace(m, kind=kinds[m.name]) for m in loose]
    return tuple(sorted([*fixed, *settled], key=lambda m: (m.span, m.name)))


def _spelled_out(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Every occurrence of the long name of an introduced abbreviation, which the parser may have cut."""
    found = []
    trusted = [m.span for m in mentions if m.why in TRUSTED]
    for name, kind in {m.name: m.kind for m in mentions if " " in m.name and m.name != m.surface}.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            span = Span(*match.span())
            if not any(span.overlaps(known) for known in trusted):
                found.append(Mention(span, kind, name, name, "introduced"))
    return found


def _in_full(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A surname alone is the one person who bears it; "Al-Qaim" and "al-Qaim" are one name."""
    name = mention.name
    if mention.kind == "place" and (many := _ONE_OF.fullmatch(name)) is not None and not country_of_name(name):
        return replace(mention, name=many["one"])  # "Kirkuk Provinces" closes a list of provinces
    if " " not in name and mention.kind != "place" and any(m.name == f"{name}s" for m in mentions):
        return replace(mention, name=f"{name}s")  # "Houthi forces" are the Houthis
    if " " not in name:
        persons = {m.name for m in mentions if m.kind == "person" and " " in m.name}
        full = {p for p in persons if _last(p) == _last(name)} or {p for p in persons if name in p.split()[:-1]}
        if len(full) == 1 and not country_of_name(name):
            return replace(mention, name=full.pop(), kind="person")
    if name.startswith(("of ", "the ", "and ")):
        return replace(mention, name=re.sub(r"^(?:of |the |and )+", "", name))
    if name[:3] == "al-" and any(m.name == f"Al-{name[3:]}" for m in mentions):
        return replace(mention, name=f"Al-{name[3:]}")
    return mention


def _last(name: str) -> str:
    return re.sub(r"^(?:al|el|as|ash|an|ad|at|az|ar)-", "", name.split()[-1].lower())


def _bare(mention: Mention) -> Mention:
    """The name without its noun: "Houthi forces" are the Houthis; "Rapid Support Forces" is a name as it stands."""
    members = MEMBERS_OF.match(mention.surface)
    if members is not None and mention.name == mention.surface and members.end() < len(mention.surface):
        surface = mention.surface[members.end() :]
        span = Span(mention.span.start + members.end(), mention.span.end)
        return replace(mention, span=span, surface=surface, name=surface, kind="armed_group")
    first, _, last = mention.surface.rpartition(" ")
    if not first or not last.islower() or last.rstrip("s") not in MEMBERS or mention.name != mention.surface:
        return mention
    if country_of_adjective(first):
        return mention
    name = f"{first}s" if first.endswith("i") and " " not in first else first
    return replace(
        mention,
        span=Span(mention.span.start, mention.span.start + len(first)),
        surface=first,
        name=name,
        kind="armed_group",
    )


def _split(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Joined names apart: "Zelzal, Fateh-110" is two."""
    found = []
    for mention in mentions:
        joint = next((j for j in (": ", ", ") if j in mention.surface), " and ")
        pieces = mention.surface.split(joint)
        shared = _SHARED.fullmatch(mention.surface)
        if shared is not None and mention.name == mention.surface:
            for part in ("first", "second"):
                own = Span(mention.span.start + shared.start(part), mention.span.start + shared.end(part))
                found.append(replace(mention, span=own, surface=shared[part], name=shared[part], kind="place"))
            continue
        plain = mention.kind != "person" and all(piece.isalpha() for piece in pieces)
        if len(pieces) < 2 or mention.name != mention.surface.strip('"“”') or (joint == " and " and not plain):
            found.append(mention)
            continue
        at = mention.span.start
        for piece in pieces:
            if piece.strip() and piece[0].isupper():
                found.append(replace(mention, span=Span(at, at + len(piece)), surface=piece, name=piece.strip('"“”')))
            at += len(piece) + len(joint)
    return found


def _empty(mention: Mention) -> bool:
    words = [w.strip(".\"“”'’").lower() for w in mention.surface.split()]
    words = words[1:] if len(words) == 2 and words[0] in ("the", "this", "a") else words
    if len(words) == 1 and words[0].rstrip("s") in ACTORS | PLACES | ARMS:
        return True
    return all(w in NO_NAME or w in TITLES or country_of_adjective(w.capitalize()) for w in words)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Without overlaps, the longer first."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if not any(mention.span.overlaps(other.span) for other in found):
            found.append(mention)
    return found


def _whole(doc: Any, text: str, mention: Mention, others: Sequence[Mention]) -> Mention:
    """A name cut short by the parser, to the end of its capitals: "Kyaw Kyaw" Thant."""
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if tokens is None or mention.why == "introduced" or mention.name != mention.surface.strip('"“”'):
        return mention
    taken = {i for m in others if m is not mention for i in range(m.span.start, m.span.end)}
    first, last = tokens.start, tokens.end - 1

    def free(token: Any) -> bool:
        return capital(token) and token.idx not in taken and not country_of_adjective(token.text)

    while last + 1 < len(doc) and doc[last].whitespace_ and not doc[last + 1].is_sent_start:
        if free(doc[last + 1]) and doc[last + 1].lemma_.lower() not in OFFICES | LEADERS:
            last += 1
        elif doc[last + 1].text in _JOINTS and last + 2 < len(doc) and free(doc[last + 2]):
            last += 2
        else:
            break
    while first > 0 and doc[first - 1].whitespace_ and free(doc[first - 1]) and not doc[first].is_sent_start:
        word = doc[first - 1].text.lower().strip(".")
        if word in ("al", "el"):
            first -= 1
            continue
        if word in TITLES or word in OFFICES | LEADERS or doc[first - 1].is_sent_start:
            break
        first -= 1
    tail = _IZAFAT.match(text, doc[last].idx + len(doc[last].text))
    while tail is not None and last + 1 < len(doc) and doc[last].idx + len(doc[last].text) < tail.end():
        last += 1  # "Jaish-e-Mohammed"
    joint = doc[first - 1].text if first > 1 else ""
    if joint in ("da", "de", "do", "dos", "du", "del", "di", "bin", "ibn", "Abu", "Umm") and free(doc[first - 2]):
        first -= 2  # "Mocimboa da Praia"
    if (first, last) == (tokens.start, tokens.end - 1):
        return mention
    span = Span(min(mention.span.start, doc[first].idx), max(mention.span.end, doc[last].idx + len(doc[last].text)))
    surface = span.of(text)
    return replace(mention, span=span, surface=surface, name=" ".join(surface.strip('"“”').split()))


def _missed(doc: Any, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Runs of capitals the parser saw as no name; one word alone only away from the beginning of a sentence."""
    taken = {i for m in mentions for i in range(m.span.start, m.span.end)}
    for line in re.finditer(r"[^\n]+", text):  # headlines write every word large
        if line.group().rstrip()[-1:] not in '.!?"”:;,' and len(line.group()) < 140:
            taken.update(range(*line.span()))
    found: list[Mention] = []
    i = 0
    while i < len(doc):
        token = doc[i]
        if (
            not capital(token)
            or token.idx in taken
            or country_of_adjective(token.text)
            or token.lemma_.lower() in OFFICES | LEADERS
            or token.text.lower().strip(".") in TITLES
        ):
            i += 1
            continue
        j = i + 1
        while (
            j < len(doc)
            and doc[j].idx not in taken
            and (
                capital(doc[j])
                or (
                    (doc[j].text.lower() in _LINKS or doc[j].is_digit)
                    and j + 1 < len(doc)
                    and ((capital(doc[j + 1]) and doc[j + 1].idx not in taken) or doc[j].is_digit)
                )
            )
            and not doc[j].is_sent_start
            and "\n" not in doc[j].text
        ):
            j += 1
        while j > i + 1 and not (capital(doc[j - 1]) or doc[j - 1].is_digit):
            j -= 1
        alone = j == i + 1
        if alone and {token.lemma_.lower(), token.text.lower().rstrip("s")} & (ACTORS | PLACES | ARMS):
            i = j
            continue
        known = text.count(token.text) > 1
        known = known or (alone and j < len(doc) and doc[j].text.islower() and doc[j].text.rstrip("s") in MEMBERS)
        if not (alone and (token.is_sent_start or len(token.text) < 3) and not known) and doc[i].ent_type_ not in (
            "DATE",
            "TIME",
        ):
            span = Span(token.idx, doc[j - 1].idx + len(doc[j - 1].text))
            if (tail := _IZAFAT.match(text, span.end)) is not None:
                span = Span(span.start, tail.end())
            surface = span.of(text)
            if ("\n" not in surface and not surface.isupper()) or (
                surface.isupper() and 2 <= len(surface) <= (10 if "-" in surface else 6)
            ):
                found.append(Mention(span, "organization", surface, " ".join(surface.strip('"“”').split()), "rule"))
        i = j
    return found


def _kinds(text: str, mentions: Sequence[Mention], fixed: dict[str, MentionKind]) -> dict[str, MentionKind]:
    votes: dict[str, Counter[MentionKind]] = {}
    parsed: dict[str, Counter[MentionKind]] = {}
    for mention in mentions:
        count = votes.setdefault(mention.name, Counter())
        weak = (mention.kind == "person" and " " not in mention.name) or mention.why == "rule"
        seen = parsed.setdefault(mention.name, Counter())
        seen[mention.kind] = min(3, seen[mention.kind] + (1 if weak else 2))
        before = text[max(0, mention.span.start - 60) : mention.span.start].rsplit("\n", 1)[-1]
        after = text[mention.span.end : mention.span.end + 90].split("\n", 1)[0]
        after = re.sub(r"^['’]s?", "", after)
        if _MAINLY.search(before):
            continue  # "the mainly Druze city" is no city of that name
        for pattern, kind, weight in BEFORE:
            if pattern.search(before):
                count[kind] += weight
        people = _PEOPLE.search(before) is not None
        for pattern, kind, weight in AFTER:
            if pattern.match(after) and not (people and kind == "armed_group"):
                count[kind] += weight
        if re.search(r"\b(?:" + "|".join((*OFFICES, *LEADERS)) + r")\s+$", before, re.IGNORECASE):
            count["person"] += 5
    kinds: dict[str, MentionKind] = {}
    bodies = {m.name for m in mentions if m.why == "introduced"}
    for name, count in votes.items():
        kinds[name] = fixed[name] if name in fixed else _own(name, count, parsed[name])
        if name in bodies and kinds[name] == "place":
            kinds[name] = "armed_group" if count["armed_group"] else "organization"
    for name in kinds:  # "Borno state" tells what "Borno" is
        first, _, rest = name.rpartition(" ")
        if first in kinds and kinds[name] == "place" and rest.lower() in _PLACE_LAST and first not in fixed:
            kinds[first] = "place"
    return _coordinated(text, mentions, votes, kinds)


def _own(name: str, count: Counter[MentionKind], parsed: Counter[MentionKind]) -> MentionKind:
    """Votes of the name's own words, and the parser's, on top of those of its company."""
    words = [w.lower().strip("\"“”'’.,") for w in re.split(r"\s+", name)]
    if country_of_name(name):
        return "place"
    if len(words) > 1 and words[-1] in _BODY_ENDS:
        count["organization"] += 8
    elif words[-1] in _PLACE_LAST or words[0] in _PLACE_FIRST:
        count["place"] += 8
    if words[-1] in _GOVERNMENT_LAST and (country_of_adjective(name.split()[0]) or len(words) == 1):
        count["government"] += 4
    elif count["person"] < 5 and set(re.split(r"[\s-]+", name.lower())) & ARMED_WORDS:
        count["armed_group"] += 6
    count.update(parsed)
    if re.fullmatch(r"[A-Z][\w’']*(?:[ -]\w+)?[ -]\d+\w*", name):
        count["weapon"] += 4
    elif re.fullmatch(r"[A-Z]{1,5}\d{1,2}|[A-Z]{3,6}", name):
        count["organization"] += 2
    if _IZAFAT.search(name):
        count["organization"] += 4
    if words[0] == "operation":
        count["organization"] += 8
    if is_numbered(name) and set(words) & ARMED_WORDS:
        count["government"] += 14
    if len(words) > 1 and count["person"]:
        count["person"] += 1
    top: MentionKind = max(count, key=lambda kind: (count[kind], kind))
    return "armed_group" if top == "organization" and count["armed_group"] >= 4 else top


def _coordinated(
    text: str, mentions: Sequence[Mention], votes: dict[str, Counter[MentionKind]], kinds: dict[str, MentionKind]
) -> dict[str, MentionKind]:
    """Members of one list are of one sort: the surest of them tells the others, when those are unsure."""
    order = sorted(mentions, key=lambda m: m.span)
    run: list[Mention] = []
    joined = False
    for this, following in zip(order, [*order[1:], None], strict=False):
        run.append(this)
        gap = text[this.span.end : following.span.start] if following is not None else ""
        if (
            following is not None
            and re.fullmatch(r"[\"”]?(?:,|;)?[\"”]?\s+(?:and\s+|or\s+)?(?:the\s+)?[\"“]?", gap)
            and re.search(r",|and|or|;", gap)
        ):
            joined = joined or bool(re.search(r"\b(?:and|or)\b", gap))
            continue
        names, listed, joined = [m.name for m in run], joined or len(run) > 2, False
        if len(names) > 1 and listed:
            best = max(names, key=lambda n: votes[n][kinds[n]])
            if votes[best][kinds[best]] >= 5:
                for name in names:
                    if votes[name][kinds[name]] <= 3:
                        kinds[name] = kinds[best]
        run = []
    return kinds
