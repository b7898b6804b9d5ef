"""The steps between spans and claims, in order, for one article."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.attribution import Attribution, Finder
from according.claims.extractor import Lexicon
from according.claims.finding.grammar_nouns import Found
from according.claims.finding.grammar_phrases import DECLINED, declined, reportedly
from according.claims.lists import continue_lists
from according.claims.manner.distance import read_distance
from according.claims.manner.likelihood import read_likelihood
from according.claims.manner.status import Reading, read_status
from according.claims.manner.verification import Placed, read_verification
from according.claims.mentions import Names, find_mentions
from according.claims.nested import is_own_material, read_nested
from according.claims.page import Page
from according.claims.sayings import is_saying
from according.claims.spans import settle
from according.claims.voices.chain import chain, read_links
from according.claims.voices.outlets import plain_medium
from according.claims.voices.past import BODY_KINDS, Heard, Resolved
from according.claims.voices.persons import whole_name, without_determiner
from according.claims.voices.phrase import read_phrase, voice_of
from according.claims.voices.speakers import Speakers
from according.records import Article, Claim, Evidence, Extraction, Mention, Problem, Span, Statement, Time, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["read_article"]

_ACCUSING = frozenset({"accuse", "blame", "allege", "claim", "accusation", "allegation", "charge"})
NOBODY = Voice("", "anonymous")
"""The innermost link of a claim for which the article names no source ("reportedly")."""


def read_article(article: Article, doc: "Doc", finder: Finder, lexicon: Lexicon, name: str) -> Extraction:
    """Everything the article says and who says it. Pure: the same article, finder and lexicon give the same records."""
    page = Page(doc)
    names = find_mentions(page, lexicon.mentions(page.text))
    times = tuple(lexicon.times(page.text, article.published))
    (flat,) = finder.find([doc])
    found = _found(page, flat)
    found = [one for one in found if not _of_its_own(page, one, found)]
    found.extend(read_nested(page, found, finder))
    found = [_own_part(page, one, found) for one in found]
    found = continue_lists(page, found)
    found.sort(key=_place)
    claims = _claims(page, article, names, found, times)
    mentions = _mentions(names, times)
    statements, problems = _statements(article, doc, mentions, claims, times)
    return Extraction(article.id, name, mentions, claims, statements, problems)


def _found(page: Page, flat: list[Attribution]) -> list[Found]:
    found = []
    for attribution in flat:
        one = settle(page, attribution) if attribution.content else None
        if one is None:
            continue
        if one.source is not None:
            one = replace(one, source=whole_name(page, one.source))
        if one.cue is not None and _refuses(page, one.cue):
            continue  # read below, with its whole wording
        if is_saying(page, one):
            found.append(one)
    found = [_own_part(page, one, found) for one in _distinct(found)]
    for one in declined(page):
        found = [replace(other, form="frame") if _only(page, other, one) else other for other in found]
        found.append(one)
    for one in reportedly(page, found):
        found = [other for other in found if other.cue is None or one.cue is None or not other.cue.overlaps(one.cue)]
        found.append(one)
    return found


def _of_its_own(page: Page, one: Found, others: list[Found]) -> bool:
    """True for "according to early findings" inside what somebody else reports."""
    if one.source is None or one.cue is None or not is_own_material(page, one.source):
        return False
    cue = one.cue
    return any(o is not one and o.source is not None and any(cue.within(p) for p in o.content) for o in others)


_SIDE = re.compile(
    r"(?:;|,\s+(?:while|but|and|whereas|although|though)|[,;]\s+(?:meanwhile|however),?)\s*(?:[\w'’-]+\s){0,2}$",
    re.IGNORECASE,
)


def _own_part(page: Page, one: Found, others: list[Found]) -> Found:
    """Without a saying of somebody else that stands beside this one: "X said A, while Y denied B"."""
    pieces = []
    for piece in one.content:
        if len(one.content) > 1 and any(
            other is not one and other.source is not None and piece.within(other.source) for other in others
        ):
            continue  # the next speaker's name, no words of this one
        end = piece.end
        for other in others:
            if other is one or other.source is None or other.cue is None or not other.source.within(piece):
                continue
            if not other.cue.within(piece) or page.quotation_of(other.cue.start) is not None:
                continue
            before = page.text[piece.start : other.source.start]
            if len(before.split()) > 2 and (match := _SIDE.search(before)) is not None:
                end = min(end, piece.start + match.start())
        pieces.append(Span(piece.start, end) if end > piece.start else piece)
    return replace(one, content=tuple(pieces) or one.content)


def _refuses(page: Page, cue: Span) -> bool:
    sentence = page.sentence_of(cue.start)
    return any(
        cue.overlaps(Span(sentence.start + m.start(), sentence.start + m.end()))
        for m in DECLINED.finditer(sentence.of(page.text))
    )


def _only(page: Page, one: Found, refusal: Found) -> bool:
    """True when all that somebody says is that somebody else had no comment: the refusal is the claim, and the other
    a link of its chain, a frame."""
    held = [s for s in (refusal.source, refusal.cue) if s is not None]
    inside = [s for piece in one.content for s in held if s.within(piece)]
    return (
        len(inside) == len(held) > 0
        and sum(s.end - s.start for s in one.content) < sum(s.end - s.start for s in held) + 25
    )


def _distinct(found: list[Found]) -> list[Found]:
    """One attribution a cue, and one for the same words of the same speaker."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.confidence, _place(f))):
        if any(
            (one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue))
            or (one.content == other.content and one.source == other.source)
            for other in kept
        ):
            continue
        kept.append(one)
    return kept


def _place(one: Found) -> tuple[int, int, int]:
    at = one.cue if one.cue is not None and one.form != "list" else one.content[0]
    return page_order(at, one.content[0])


def page_order(first: Span, second: Span) -> tuple[int, int, int]:
    """Reading order of a claim: where it begins, whichever part comes first."""
    return min(first.start, second.start), first.start, -second.end


def _claims(
    page: Page, article: Article, names: Names, found: list[Found], times: tuple[Time, ...]
) -> tuple[Claim, ...]:
    speakers = Speakers(page, names)
    drafts: list[tuple[Found, Resolved | None, tuple[Voice, ...]]] = []
    for one in found:
        links = read_links(page, article, names, one.source, one.cue, one.content)
        source = links.inner or one.source
        relays = [
            replace(
                voice_of(read_phrase(page, span, names)),
                kind="media",
                name=names.full(plain_medium(without_determiner(span.of(page.text)).strip('"“”'))),
            )
            for span in links.relays
        ]
        if source is None:
            earlier = speakers.last()
            if one.cue is None and earlier is not None and not earlier.phrase.pronoun:
                resolved: Resolved | None = Resolved(
                    replace(earlier.phrase, span=earlier.phrase.span), 0.7, "carried over"
                )
                drafts.append((one, resolved, ()))
            else:
                drafts.append((one, None, ()))
            continue
        resolved = (speakers.resolve if one.form == "list" else speakers.resolve_all)(source, one.content)
        outer: list[Voice] = []
        if links.inner is not None and one.source is not None and not links.inner.within(one.source):
            outer.append(voice_of(speakers.resolve(one.source, ()).phrase))
        own = [r for r, span in zip(relays, links.relays, strict=True) if links.inner is None or span > links.inner]
        outer = [*own, *outer, *(r for r in relays if r not in own)]  # "Y, quoting witnesses who spoke to Z": Z, Y
        earlier = speakers.last()
        if not outer and earlier is not None and earlier.relays and _goes_on(page, earlier, resolved, source):
            outer = list(earlier.relays)  # "he added" straight after "told Reuters"
        if one.form != "declined" or resolved.phrase.kind in BODY_KINDS:
            start = min(source.start, *(s.start for s in one.content))
            end = max(s.end for s in (*one.content, source, *([one.cue] if one.cue else [])))
            if one.form == "list":
                start, end = one.content[0].start, one.content[-1].end
            quoted = bool(page.quotation_of(one.content[0].start))
            for phrase in (*resolved.phrase.parts, resolved.phrase):
                speakers.hear(Heard(phrase, start, end, quoted, tuple(outer), links.material))
        drafts.append((one, resolved, tuple(outer)))
    statuses = [
        read_status(
            page,
            one.cue if one.form != "list" else None,
            one.content,
            one.form == "declined",
            resolved.phrase if resolved is not None else None,
        )
        for one, resolved, _ in drafts
    ]
    checked = read_verification(
        page,
        [_placed(page, one, resolved, status) for (one, resolved, _), status in zip(drafts, statuses, strict=True)],
    )
    claims: list[Claim] = []
    for i, (one, resolved, relayed) in enumerate(drafts):
        if one.form == "frame":
            continue
        inners = [NOBODY]
        if resolved is not None:
            inners = [voice_of(phrase) for phrase in resolved.phrase.parts or (resolved.phrase,)]
            if one.source is None:
                inners = [replace(inner, span=None) for inner in inners]
        around = _around(drafts, i)
        status = statuses[i]
        if resolved is None and status.status == "asserted" and one.cue is not None:
            status = replace(status, status="hedged", evidence=(Evidence("status", one.cue),))  # nobody vouches for it
        distance, why = read_distance(page, one.cue)
        likelihood = read_likelihood(page, one.content)
        evidence = [*status.evidence, *why]
        if likelihood is not None:
            evidence.append(likelihood[2])
        if (note := checked[i].span) is not None:
            evidence.append(Evidence("verification", note))
        if status.condition is not None:
            evidence.append(Evidence("condition", status.condition))
        claims.extend(
            Claim(
                Claim.identify(article.id, one.content, one.cue, voice.name),
                article.id,
                one.content,
                one.cue,
                chain((voice, *relayed, *around), article),
                status.status,
                distance,
                checked[i].verification,
                checked[i].span,
                likelihood[0] if likelihood else None,
                likelihood[1] if likelihood else None,
                status.condition,
                _said(page, one, times),
                tuple(dict.fromkeys(evidence)),
                round(one.confidence * (resolved.certainty if resolved is not None else 1.0), 3),
            )
            for voice in inners
        )
    return tuple({claim.id: claim for claim in claims}.values())


def _goes_on(page: Page, earlier: Heard, resolved: Resolved, source: Span) -> bool:
    """True when the voice heard last speaks on in the same paragraph or the next."""
    near = page.paragraph_of(source.start) - page.paragraph_of(earlier.end - 1) <= 1
    return near and resolved.phrase.name == earlier.phrase.name and resolved.by != "as written"


def _placed(page: Page, one: Found, resolved: Resolved | None, status: Reading) -> Placed:
    parts = [*one.content, *([one.cue] if one.cue is not None and one.form != "list" else [])]
    return Placed(
        min(s.start for s in one.content),
        max(s.end for s in parts),
        resolved.phrase.name if resolved is not None else "",
        one.form == "list",
        one.form in {"declined", "frame"},
        one.content[0].of(page.text) if status.status == "denied" else None,
        one.cue is not None and any(t.lemma_.lower() in _ACCUSING for t in page.tokens(one.cue)),
        " ".join(filter(None, (resolved.phrase.name, resolved.phrase.role, resolved.phrase.affiliation)))
        if resolved is not None
        else "",
        resolved is not None and (resolved.phrase.kind in BODY_KINDS or resolved.phrase.affiliation is not None),
    )


def _around(drafts: "list[tuple[Found, Resolved | None, tuple[Voice, ...]]]", i: int) -> tuple[Voice, ...]:
    """The voices in whose words this claim stands, nearest first."""
    one = drafts[i][0]
    at = one.cue or one.content[0]
    holders = [
        (sum(s.end - s.start for s in other.content), j)
        for j, (other, resolved, _) in enumerate(drafts)
        if j != i and resolved is not None and other.form != "list"
        and any(at.within(piece) for piece in other.content)
        and other.cue is not None and not (one.cue and other.cue.within(one.cue))
    ]  # fmt: skip
    voices: list[Voice] = []
    for _, j in sorted(holders):
        _, holder, relays = drafts[j]
        if holder is not None:
            voices.extend([voice_of(holder.phrase), *relays])
    return tuple(voices)


def _said(page: Page, one: Found, times: tuple[Time, ...]) -> Time | None:
    """When it was said: a time in the cue's sentence that stands outside of what is said."""
    if one.cue is None or one.form == "list":
        return None
    sentence = page.sentence_of(one.cue.start)
    for time in times:
        if time.span is not None and time.span.within(sentence) and not any(time.span.overlaps(s) for s in one.content):
            return time
    return None


def _mentions(names: Names, times: tuple[Time, ...]) -> tuple[Mention, ...]:
    dates = [Mention(t.span, "date", t.text, t.text, "rule") for t in times if t.span is not None]
    kept = [m for m in names.mentions if m.kind != "date" or not any(m.span.overlaps(d.span) for d in dates)]
    return tuple(sorted([*kept, *dates], key=lambda m: (m.span, m.name)))


def _statements(
    article: Article, doc: "Doc", mentions: tuple[Mention, ...], claims: tuple[Claim, ...], times: tuple[Time, ...]
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The claims read as data; should that fail, the claims stand and a problem says so."""
    from according.claims.statements import read_statements

    try:
        return tuple(read_statements(article, doc, mentions, claims, times)), ()
    except Exception as error:
        message = (
            f"The claims of this article could not be read as statements ({type(error).__name__}: {error}); "
            "they are kept as claims. Please report it."
        )
        where = article.path or article.url or article.id
        return (), (Problem(where, "statements", "unreadable", message, article.id),)
