"""Any record of the project as plain lists, dicts and scalars for JSON, nothing left out."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from according.pictures.lines import Line

__all__ = ["plain"]


def plain(value: object) -> Any:
    """The value in JSON's terms: records as objects by field name, tuples as lists, days as ISO 8601 text.

    A `Line` also carries its `text`, the words a reader sees. TypeError for what no record of the project holds.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        record = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"text": f"{value.subject.name} {value.text}", **record} if isinstance(value, Line) else record
    raise TypeError(f"{type(value).__name__} has no plain form")
