"""What stood in a box when the window locked, or when what it asked for could not be done: kept in the home, and there
again the next time the same is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.theme.radio_chips import RadioChips

if TYPE_CHECKING:
    from desktop.session import Settings

SETTING = "left_open"
ABOUT = "about"
"""The property of a part of the window that names the one thing it is about: the id of a case, the thread of a consult.
What stood in a box about one is never shown in a box about another."""

Field: TypeAlias = QPlainTextEdit | QLineEdit | QComboBox | QCheckBox | RadioChips
Stood: TypeAlias = dict[str, Any]


class LeftOpen:
    """Of an unlocked home. attempt: does what touches the store, and tells where that cannot be."""

    def __init__(self, settings: Settings, attempt: Callable[[Callable[[], object]], None]) -> None:
        self._settings, self._attempt = settings, attempt
        self._here: dict[str, Stood] = {}
        """What could not be kept, for one: the disk was full."""

    def keeper(self, box: QWidget, asked: str) -> Callable[[], None]:
        """What keeps what is filled in now, also when the box is gone; nothing where nothing was."""
        name = _about(box, asked)
        stood = {one: said for one, field in _fields(box) if (said := _said(field)) not in ("", None, False)}

        def keep() -> None:
            if stood:
                self._here[name] = stood
                self._attempt(self.persist)

        return keep

    def persist(self) -> None:
        """Also what could not be kept before. Raises DiskFull."""
        if self._here:
            self._settings.put(SETTING, {**self._every, **self._here})
            self._here.clear()

    def forget(self, case_id: str) -> None:
        """The case was erased; what is kept of it `forget_case` erases."""
        self._here = _without(self._here, case_id)

    def take(self, box: QWidget, asked: str) -> bool:
        """Show what was kept, once. Whether there was anything."""
        name, every = _about(box, asked), self._every
        here, kept = self._here.pop(name, None), every.pop(name, None)
        stood = here or kept
        if stood is None:
            return False
        if kept is not None:
            self._attempt(lambda: self._settings.put(SETTING, every))
        for one, field in list(_fields(box)):
            if one in stood:
                _say(field, stood[one])
        return True

    @property
    def _every(self) -> dict[str, Stood]:
        return dict(self._settings.get(SETTING) or {})


def over(box: QWidget) -> LeftOpen | None:
    """Of the house a box stands over; at the door nothing is kept."""
    return next((found for part in _around(box) if isinstance(found := getattr(part, SETTING, None), LeftOpen)), None)


def forget_case(settings: Settings, case_id: str) -> None:
    """The case was erased."""
    every = settings.get(SETTING) or {}
    if (stays := _without(every, case_id)) != every:
        settings.put(SETTING, stays)


def _without(every: dict[str, Stood], case_id: str) -> dict[str, Stood]:
    return {name: stood for name, stood in every.items() if case_id not in name.partition("|")[0].split()}


def _about(box: QWidget, asked: str) -> str:
    about = (part.property(ABOUT) for part in (box, *_around(box)))
    return f"{' '.join(filter(None, about))}|{asked}"


def _around(widget: QWidget) -> Iterator[QWidget]:
    """What a widget stands in, also over the edge of a window."""
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _fields(box: QWidget) -> Iterator[tuple[str, Field]]:
    """What can be filled in, by the words above it."""
    seen: dict[str, int] = {}
    for field in box.findChildren(QWidget):
        inside = isinstance(field.parentWidget(), QComboBox | QAbstractSpinBox)
        if isinstance(field, Field) and not inside and field.isVisibleTo(box):
            words = field.accessibleName() or (field.text() if isinstance(field, QCheckBox) else "")
            name = f"{type(field).__name__} {words}"
            seen[name] = seen.get(name, 0) + 1
            yield f"{name} {seen[name]}", field


def _said(field: Field) -> str | bool | None:
    match field:
        case QPlainTextEdit():
            return field.toPlainText()
        case QLineEdit():
            return field.text()
        case QComboBox():
            return field.currentText()
        case QCheckBox():
            return field.isChecked()
    return field.value()


def _say(field: Field, said: Any) -> None:
    """As if it were filled in now: whoever listens to the field hears it."""
    match field:
        case QPlainTextEdit():
            field.setPlainText(said)
        case QLineEdit():
            field.selectAll()
            field.insert(said)
        case QComboBox():
            field.setCurrentText(said)
        case QCheckBox():
            field.setChecked(said)
        case RadioChips() if said in {chip.key for chip in field.chips}:
            field.set_value(said)
            field.changed.emit(said)
