"""An error inside a method that Qt calls reaches the box of mishap.py, also on Python 3.11.

Up to 3.11 Python hands an error that C raised (`int("x")`, a widget that is gone) on unfinished, with a text where the
error should be. PySide6 (6.8 to 6.12 tried) takes that text for an error, writes in it, and the program is gone with
everything in it. An error that passed a handler is finished: so every such method gets one. Python 3.12 needs none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any

import shiboken6

_NEEDED = sys.version_info < (3, 12)


def guard() -> None:
    """From now on, for every class of ours that Qt calls: those there are, and those that are still to come."""
    if not _NEEDED or hasattr(_Meta.__init__, "__wrapped__"):
        return
    for known in _below(shiboken6.Shiboken.Object):
        _guard(known)
    begin: Callable[..., None] = _Meta.__init__

    @wraps(begin)
    def begin_guarded(cls: type, *given: Any, **named: Any) -> None:
        begin(cls, *given, **named)
        _guard(cls)

    setattr(_Meta, "__init__", begin_guarded)  # noqa: B010  # a class of shiboken's own: there is no other place


_Meta: Any = type(shiboken6.Shiboken.Object)


def _below(cls: type) -> Iterator[type]:
    below: list[type] = cls.__subclasses__()
    for one in below:
        yield one
        yield from _below(one)


def _guard(cls: type) -> None:
    """What of a class is Qt's to call: functions of ours that stand in a class of Qt's above it too.

    Not its slots: how many of a signal's values a function gets, PySide6 reads from how many it takes.
    """
    above = [base for base in cls.__mro__[1:] if base.__module__.startswith("PySide6.")]
    mixed_in = [base for base in cls.__mro__[1:-1] if not isinstance(base, _Meta)]
    for owner in (cls, *mixed_in):
        ours = {name: made for name, made in vars(owner).items() if isinstance(made, FunctionType) and name[:2] != "__"}
        called = {name for name in ours if any(name in vars(base) for base in above)}
        for name in called - (_slots(above[0]) if called else set()):
            if not hasattr(ours[name], "__wrapped__"):
                setattr(owner, name, _finishing(ours[name]))


def _slots(base: type) -> set[str]:
    meta = getattr(base, "staticMetaObject", None)
    return {meta.method(at).name().toStdString() for at in range(meta.methodCount())} if meta else set()


def _finishing(made: FunctionType) -> Callable[..., Any]:
    @wraps(made)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return made(*given, **named)
        except BaseException:
            raise

    return called
