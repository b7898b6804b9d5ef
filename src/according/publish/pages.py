"""Jinja templates with the project's words; HTML is escaped by itself, Markdown by the filter `md`."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from according.pictures import wording
from according.publish.markdown import escape, link, safe_url

if TYPE_CHECKING:
    import jinja2

__all__ = ["render", "stamp"]


def render(template: str, **values: Any) -> Iterator[str]:
    """The filled template in pieces, as they come. Values that hold article text are safe to pass."""
    return _environment().get_template(template).generate(**values)


def stamp(at: datetime) -> str:
    """The moment as reports show it, in its own time zone."""
    return f"{at:%Y-%m-%d %H:%M} {at.tzname() or ''}".strip()


@cache
def _environment() -> "jinja2.Environment":
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("according.publish"),
        autoescape=lambda name: bool(name) and ".html" in str(name),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    css = (files("according.publish") / "templates" / "page.css").read_text(encoding="utf-8")
    environment.globals.update(css=_safe(css), predicate=wording.predicate)
    environment.filters.update(
        status=wording.status,
        verification=lambda value: wording.VERIFICATIONS.get(value, value),
        mark=wording.mark,
        kind=wording.kind,
        predicate=wording.predicate,
        counted=wording.counted,
        web=safe_url,
        md=lambda value: escape(str(value or "")),
        mdlink=link,
        mdpart=_part,
        mdbold=lambda text: _wrapped(text, "**"),
    )
    return environment


def _safe(css: str) -> Any:
    from markupsafe import Markup

    return Markup(css)  # our own stylesheet, shipped with the package


def _part(text: str) -> str:
    """Escaped words that keep the space at their edges, since pieces are joined without one."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escape(text)}{after}"


def _wrapped(text: str, mark: str) -> str:
    # Markdown closes emphasis only after a letter: spaces at the edges go outside
    return _part(text).replace(escape(text), f"{mark}{escape(text)}{mark}", 1) if text.strip() else _part(text)
