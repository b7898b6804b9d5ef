"""Markdown → the words a reader sees: front matter and markup go, paragraphs and list items keep their lines."""

from typing import TYPE_CHECKING

from according.articles.decoding import decode
from according.articles.document import Document, Facts, compose
from according.articles.front_matter import split_front_matter
from according.articles.header import read_header
from according.errors import ArticleError
from according.records import Article

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read_markdown"]

# Rendering takes about 3 s a megabyte on one core; a long report has half of one.
MAX_CHARACTERS = 5_000_000


def read_markdown(document: Document) -> Article:
    """The article in a Markdown file; offsets refer to its rendered words. ArticleError when there are none."""
    source = decode(document.data)
    facts, body = split_front_matter(source)
    if len(source) > MAX_CHARACTERS:
        raise ArticleError(
            f"The file holds {len(source) / 1e6:.0f} million characters. Split it and add the parts you need.",
            kind="oversized",
        )
    text, heading = _render(source[body:])
    return compose(document, text, facts.over(Facts(title=heading)).over(read_header(text)))


def _render(source: str) -> tuple[str, str]:
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    heading = ""
    in_heading = in_list = 0
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(source):
        if token.type == "heading_open":
            in_heading = 1
        elif token.type == "heading_close":
            in_heading = 0
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            in_list += 1
            blocks.append("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            in_list -= 1
            blocks.append("")
        elif token.type == "inline" and (line := _words(token)):
            heading = heading or (line if in_heading else "")
            blocks += [line] if in_list else ["", line, ""]
        elif token.type in ("fence", "code_block"):
            blocks += ["", token.content.rstrip("\n"), ""]
    lines: list[str] = []
    for block in blocks:
        if block or (lines and lines[-1]):
            lines.append(block)
    return "\n".join(lines).strip("\n"), heading


def _words(token: "Token") -> str:
    parts = {"softbreak": " ", "hardbreak": "\n"}
    pieces = [
        parts.get(child.type, child.content if child.type in ("text", "code_inline", "text_special") else "")
        for child in token.children or []
    ]
    return "".join(pieces).strip()
