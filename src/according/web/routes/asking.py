"""What several routes ask for: the store behind the request, and the filter of the ledger."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from according.config import Config
from according.errors import ConfigError
from according.knowledge.rows import ClaimFilter
from according.vocabularies import Status, Verification, VoiceKind
from according.web.store import Store

__all__ = ["ClaimQuery", "Limit", "Settings", "Stored", "cut"]


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _settings(request: Request) -> Config:
    config: Config = request.app.state.config
    return config


def _claim_query(
    text: Annotated[str | None, Query(max_length=500, description="words anywhere in the claim, full-text")] = None,
    speaker: Annotated[str | None, Query(max_length=500, description="name or id of the innermost speaker")] = None,
    actor: Annotated[str | None, Query(max_length=500, description="id of an entity speaking or spoken of")] = None,
    place: Annotated[str | None, Query(max_length=500)] = None,
    status: Status | None = None,
    verification: Verification | None = None,
    voice_kind: VoiceKind | None = None,
    outlet: Annotated[str | None, Query(max_length=500)] = None,
    article: Annotated[str | None, Query(max_length=100)] = None,
    since: Annotated[date | None, Query(description="first day of publication")] = None,
    until: Annotated[date | None, Query(description="last day of publication")] = None,
    review: Literal["accept", "reject", "correct", "none"] | None = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> ClaimFilter:
    for value in (text, speaker, actor, place, outlet, article):
        if value is not None and "\0" in value:
            raise ConfigError("A filter cannot hold a NUL character.")
    return ClaimFilter(
        text=text or None,
        speaker=speaker or None,
        actor=actor or None,
        place=place or None,
        status=status,
        verification=verification,
        voice_kind=voice_kind,
        outlet=outlet or None,
        article=article or None,
        since=since,
        until=until,
        review=review,
        min_confidence=min_confidence,
    )


Stored = Annotated[Store, Depends(_store)]
Settings = Annotated[Config, Depends(_settings)]
ClaimQuery = Annotated[ClaimFilter, Depends(_claim_query)]
Limit = Annotated[int, Query(ge=1, le=500)]


def cut(after: str | None) -> int:
    """The offset in a cursor of a listing that is drawn whole; ConfigError when it is none of ours."""
    if after is None:
        return 0
    if not after.isascii() or not after.isdigit() or len(after) > 9:
        raise ConfigError(f"{after!r} is not a cursor this listing gave; start again without `after`.")
    return int(after)
