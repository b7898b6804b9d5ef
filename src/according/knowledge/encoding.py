"""Records to JSON text and back, exactly: what goes in comes out equal, and equal records give equal bytes.

A record is an object without the fields that hold their default; a `Span` is `[start, end]`, a date its ISO form.
"""

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from according.records import Span

__all__ = ["decode", "encode", "pack"]

R = TypeVar("R")


def encode(record: object) -> str:
    """The record as one line of JSON."""
    text = json.dumps(pack(record), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half characters, as in file names that are not Unicode, have no other form
        return json.dumps(pack(record), separators=(",", ":"))
    return text


def decode(kind: type[R], text: str) -> R:
    """The record of this kind that `encode` wrote; ValueError or KeyError when the text holds something else."""
    record: R = _unpacker(cast(Hashable, kind))(json.loads(text))
    return record


def pack(record: object) -> Any:
    """The record as plain lists, dicts and scalars."""
    return _packer(cast(Hashable, type(record)))(record)


def _same(value: Any) -> Any:
    return value


@cache
def _packer(kind: Any) -> Callable[[Any], Any]:
    """How values of this type are packed; `_same` where they are plain already."""
    if kind is Span:
        return lambda span: [span.start, span.end]
    if kind in (date, datetime):
        return lambda moment: moment.isoformat()
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(_packer, kind)
    if origin is tuple:
        one, *rest = (_packer(arg) for arg in get_args(kind) if arg is not Ellipsis)
        if all(other is _same for other in (one, *rest)):
            return list
        if not rest:
            return lambda items: [one(item) for item in items]
        each = (one, *rest)
        return lambda items: [pack_it(item) for pack_it, item in zip(each, items, strict=True)]
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        plan = [(f.name, _default(f), _packer(hints[f.name])) for f in fields(kind)]

        def pack_fields(record: Any) -> dict[str, Any]:
            packed = {}
            for name, default, pack_it in plan:
                value = getattr(record, name)
                if value is not default and value != default:
                    packed[name] = value if pack_it is _same else pack_it(value)
            return packed

        return pack_fields
    return _same


def _optional(of: Callable[[Any], Callable[[Any], Any]], kind: Any) -> Callable[[Any], Any]:
    options = [option for option in get_args(kind) if option is not type(None)]
    inner = of(options[0]) if len(options) == 1 else _same
    return _same if inner is _same else (lambda value: None if value is None else inner(value))


def _default(field: Any) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _unpacker(kind: Any) -> Callable[[Any], Any]:
    if kind is Span:
        return lambda ends: Span(ends[0], ends[1])
    if kind in (date, datetime):
        parse: Callable[[Any], Any] = kind.fromisoformat
        return parse
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(_unpacker, kind)
    if origin is tuple:
        args = get_args(kind)
        if args[-1] is Ellipsis:
            one = _unpacker(args[0])
            return tuple if one is _same else (lambda items: tuple([one(item) for item in items]))
        each = [_unpacker(arg) for arg in args]
        return lambda items: tuple([one(item) for one, item in zip(each, items, strict=True)])
    if origin is Literal:
        return _same
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        plan = {f.name: u for f in fields(kind) if (u := _unpacker(hints[f.name])) is not _same}

        def unpack_fields(values: dict[str, Any]) -> Any:
            for name in values.keys() & plan.keys():
                values[name] = plan[name](values[name])
            return kind(**values)

        return unpack_fields
    return _same
