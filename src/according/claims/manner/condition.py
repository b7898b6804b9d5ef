"""The condition of a claim: the "if" clause, with its word."""

import re

from according.claims.page import Page, tidy
from according.records import Span

__all__ = ["find_condition"]

_WORDS = re.compile(
    r"\b(if|unless|in case|in the event (?:of|that)|provided(?: that)?|as long as"
    r"|should (?=\w+ (?!be\b)\w+)|once|until)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b((?:Should (?!not\b)[^,.;?\n]{4,90}|Were [^,.;?\n]{2,60} to [^,.;?\n]{2,60}))(?=, [^?\n]+$)")
_REAL = frozenset(
    {"if", "unless", "in case", "in the event of", "in the event that", "provided", "provided that", "as long as"}
)


def _turned(page: Page, piece: Span) -> Span | None:
    """ "Should the front move on, …", "Were the town to fall, …": a condition without its word, which only its place
    at the head of a sentence that asks nothing shows."""
    for match in _TURNED.finditer(page.text, piece.start, piece.end):
        token = page.token_at(match.start())
        if token is not None and (token.is_sent_start or match.start() == piece.start):
            return Span(match.start(), match.end(1))
    return None


def find_condition(page: Page, content: tuple[Span, ...]) -> Span | None:
    """The first clause of the content that sets a condition, or None. "As if" and "even if" set none, nor does
    "ask if"."""
    for piece in content:
        if (turned := _turned(page, piece)) is not None:
            return turned
        for match in _WORDS.finditer(page.text, piece.start, piece.end):
            if match.group(1).lower() not in _REAL:
                continue
            if re.match(
                r"(?:necessary|needed|possible|any|anything|not|so|only|required|appropriate)\b",
                page.text[match.end() :].lstrip(),
                re.I,
            ):
                continue
            before = page.text[max(0, match.start() - 8) : match.start()].lower()
            if re.search(r"\b(as|even|only|what)\s$", before):
                continue
            token = page.token_at(match.start())
            if token is None:
                continue
            verb = token.head
            if token.dep_ == "mark" and verb.dep_ not in {
                "advcl",
                "ccomp",
                "parataxis",
                "conj",
                "ROOT",
                "relcl",
                "dep",
            }:
                continue
            if (
                token.dep_ == "mark"
                and verb.dep_ == "ccomp"
                and verb.head.lemma_ in {"ask", "know", "wonder", "see", "say", "determine", "decide"}
            ):
                continue
            if token.dep_ == "mark":
                end = verb.right_edge.idx + len(verb.right_edge)
                start = min(token.idx, verb.left_edge.idx) if verb.left_edge.idx >= piece.start else token.idx
            else:
                start = token.idx
                stop = re.compile(r"[,.;:\"”]").search(page.text, token.idx, piece.end)
                end = stop.start() if stop else piece.end
            found = tidy(page.text, max(start, match.start()), min(end, piece.end))
            if found is not None and len(found.of(page.text).split()) > 1:
                return found
    return None
