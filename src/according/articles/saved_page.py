"""A page saved by a browser as one MHTML file → its HTML part (standard library `email`)."""

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import cast

from according.articles.document import Document
from according.articles.page import read_page
from according.errors import ArticleError
from according.records import Article

__all__ = ["read_saved_page"]


def read_saved_page(document: Document) -> Article:
    """The article in an MHTML file. ArticleError when no part of it is a page."""
    message = email.message_from_bytes(document.data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
                page = Document(
                    data=payload,
                    name=document.name,
                    path=document.path,
                    url=address if address.startswith(("http://", "https://")) else document.url,
                    content_type=str(part.get("Content-Type") or ""),
                    retrieved=_saved(message) or document.retrieved,
                )
                return read_page(page)
    raise ArticleError(
        "This is a saved page without an HTML part. Save the page again, complete or as plain text.",
        kind="broken_page",
    )


def _saved(message: EmailMessage) -> datetime | None:
    try:
        when = message["Date"].datetime if message["Date"] else None
    except (AttributeError, ValueError, TypeError):
        return None
    if when is None:
        return None
    return cast(datetime, when).replace(tzinfo=cast(datetime, when).tzinfo or UTC)
