"""A PDF → its text in reading order, lines joined to paragraphs (pypdfium2)."""

import re
import statistics
import threading
from collections import Counter

from according.articles.decoding import settle
from according.articles.document import Document, Facts, compose
from according.articles.header import read_header
from according.errors import ArticleError
from according.records import Article

__all__ = ["read_pdf"]

# PDFium is not safe to call from two threads at once (pypdfium2's own documentation).
_PDFIUM = threading.Lock()
# More text than the longest inquiry report; a page tree can name one page a million times.
MAX_CHARACTERS = 5_000_000
MAX_PAGES = 5_000
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
# A list item or a numbered heading.
_OPENS = re.compile(r"^(?:[•▪◦●■‣·]\s*\S|\d+(?:\.\d+)*\.?\s+[^\W\d_a-z][^.!?]{2,60}$)")
_ENDS = re.compile(r"[.!?…؟۔:][\"'”’»)\]]*$")


def read_pdf(document: Document) -> Article:
    """The article in a PDF. ArticleError when it is locked, damaged, or only pictures of pages."""
    pages, title = _pages(document)
    if sum(len(page) for page in pages) and any(page.strip() for page in pages):
        text = _paragraphs(pages)
        stated = read_header(text)
        return compose(document, text, stated.over(Facts(title=title)))
    raise ArticleError(
        "The PDF holds pictures of pages and no text. Run text recognition (OCR) on it and add the result.",
        kind="scanned",
    )


def _pages(document: Document) -> tuple[list[str], str]:
    import pypdfium2

    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(document.data)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error) or "ecurity" in str(error):
                raise ArticleError(
                    "The PDF is locked with a password. Save it without the password and add that.",
                    kind="encrypted",
                ) from error
            raise _broken() from error
        try:
            if len(pdf) > MAX_PAGES:
                raise ArticleError(
                    f"The PDF claims {len(pdf)} pages. Split it and add the pages you need.", kind="oversized"
                )
            pages: list[str] = []
            total = 0
            for index in range(len(pdf)):
                pages.append(_page(pdf, index))
                total += len(pages[-1])
                if total > MAX_CHARACTERS:
                    raise ArticleError(
                        f"The PDF holds over {MAX_CHARACTERS:,} characters. Split it and add the parts you need.",
                        kind="oversized",
                    )
            title = str(pdf.get_metadata_dict().get("Title", "")).strip()
        except pypdfium2.PdfiumError as error:
            raise _broken() from error
        finally:
            pdf.close()
    # Word processors put the file's name there.
    return pages, "" if re.search(r"\.\w{2,4}$|^(?:untitled|microsoft word)", title, re.IGNORECASE) else title


def _page(pdf: "pypdfium2.PdfDocument", index: int) -> str:  # type: ignore[name-defined]  # noqa: F821
    page = pdf[index]
    try:
        reading = page.get_textpage()
        try:
            # PDFium writes U+0002 or U+FFFE for a hyphen at a line's end together with the line's end.
            return settle(str(reading.get_text_bounded()).replace("\x02", "-\n").replace("\ufffe", "-\n"))
        finally:
            reading.close()
    finally:
        page.close()


def _broken() -> ArticleError:
    return ArticleError("This is a damaged PDF. Download or export it again.", kind="broken_pdf")


def _paragraphs(pages: list[str]) -> str:
    """Lines joined to paragraphs: running heads and page numbers go, a short line that closes a sentence ends one."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(line for lines in split for line in {*lines[:2], *lines[-2:]})
    repeated = {line for line, count in edges.items() if count >= 3 and count > len(pages) / 2}
    lines = [line for page in split for line in page if line not in repeated and not _PAGE_NUMBER.match(line)]
    if not lines:
        return ""
    # The width of a full line: lines clearly shorter than most end a paragraph.
    full = statistics.quantiles([len(line) for line in lines], n=10)[7] if len(lines) > 1 else len(lines[0])
    words = set(re.findall(r"[\w'’-]+", " ".join(lines)))
    paragraphs: list[str] = []
    open_line = ""
    for line in lines:
        if open_line and _OPENS.match(line):
            paragraphs.append(open_line)
            open_line = ""
        open_line = _join(open_line, line, words) if open_line else line
        if not open_line.endswith("-") and len(line) < 0.85 * full and (_ENDS.search(line) or len(line) < 0.6 * full):
            paragraphs.append(open_line)
            open_line = ""
    if open_line:
        paragraphs.append(open_line)
    return "\n".join(paragraphs).replace("\u00ad", "")


def _join(before: str, line: str, words: set[str]) -> str:
    """Two lines as one; a hyphen between them goes unless the word is written with it ("Iran-backed")."""
    halves = re.search(r"([^\W\d_]+)[-\u00ad]$", before), re.match(r"([^\W\d_]+)", line)
    if halves[0] is None or halves[1] is None or not line[0].islower():
        return f"{before} {line}"
    first, second = halves[0][1], halves[1][1]
    hyphenated = f"{first}-{second}" in words or (first[0].isupper() and first + second not in words)
    return before + line if hyphenated else before[:-1] + line
