"""What every file that leaves the house says about itself."""

__all__ = ["BOUNDARY", "SYMBOLS", "attribution"]

BOUNDARY = (
    "This is a record of who said what, and how they know. It counts independent origins and shows what contradicts "
    "what; it does not decide what is true. Everything here was read by a machine and may be misread: follow the "
    "source before you rely on a line."
)
SYMBOLS = (
    "A drawn place means that someone said so, not that it is so. Unverified: everyone who says it holds it at arm's "
    "length, or the article could not check it. Disputed: some say it, some deny or doubt it. Denied: only denials. "
    "Threats, forecasts, conditions and calls are not drawn."
)


def attribution() -> str:
    """Whose data the places of any export rest on, as their licences ask to be told."""
    from according.entities.gazetteer import ATTRIBUTION

    return f"{ATTRIBUTION} Packs name their sources entry by entry."
