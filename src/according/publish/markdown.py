"""Words of articles as Markdown text: nothing in them can become a link, an image, a heading or markup."""

import re
from urllib.parse import quote, urlsplit

__all__ = ["escape", "link", "safe_url"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")
_BULLET = re.compile(r"^[-+=]")
_NUMBER = re.compile(r"^(\d+)([.)])")


def escape(text: str) -> str:
    """The text on one line, with every character that Markdown would read made literal."""
    flat = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", flat))


def link(text: str, url: str | None) -> str:
    """The words as a link where the address is one of the web; else the words alone."""
    safe = safe_url(url)
    return f"[{escape(text)}]({safe})" if safe else escape(text)


def safe_url(url: str | None) -> str | None:
    """The address with everything odd percent-encoded, or None when it is none of http or https."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(parts.geturl(), safe=":/?#@!$&'*+,;=%~-._")
