"""With which knowledge a case is weighed, and moving it to newer knowledge: by choice, with the difference in words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from casework.care.moving import difference_for_case
from casework.case import PackRef
from casework.knowledge import Pack, PackFault, version_order
from casework.knowledge.pack import expiring_pack
from desktop.ask import Box
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.sign import Sign


def reference(pack: Pack) -> PackRef:
    return PackRef(id=pack.id, version=pack.version)


def own_is_missing(case: OpenCase) -> bool:
    """Whether a case is weighed with another version than its own, because its own is not here."""
    return case.case.pack is not None and case.case.pack != reference(case.pack)


def is_newer_here(case: OpenCase) -> bool:
    """Whether new cases get other knowledge than this one; never an older version of the same pack."""
    newest = case.knowledge.newest
    if case.case.pack is None or reference(newest) == case.case.pack:
        return False
    return newest.id != case.pack.id or version_order(newest.version) > version_order(case.pack.version)


def told(case: OpenCase) -> tuple[str, str]:
    """What is to be said about the knowledge of a case, and the words of the way on; empty where nothing is."""
    newest = case.knowledge.newest
    if own_is_missing(case) and (own := case.case.pack) is not None:
        return (
            f"De kennis van deze casus ({own.id} {own.version}) is hier niet te gebruiken. De weging gaat nu met "
            f"{case.pack.id} {case.pack.version}.",
            "Overstappen…",
        )
    if is_newer_here(case):
        newer, kept = (
            f"versie {pack.version}" if newest.id == case.pack.id else f"{pack.manifest.title}, versie {pack.version}"
            for pack in (newest, case.pack)
        )
        return f"Er is nieuwe kennis: {newer}. Deze casus houdt {kept}.", "Wat verandert er…"
    return expiring_pack(case.pack, case.today), ""


class KnowledgeLine(QFrame):
    """A quiet line under the head of a case; not there while nothing is to be said."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setProperty("role", "header")
        self.setAccessibleName("Kennis van deze casus")
        row = QHBoxLayout(self)
        look = current()
        row.setContentsMargins(look.px(18), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(8))
        self._sign = Sign("info", "ink_quiet", 16)
        row.addWidget(self._sign)
        self._words = Plain("", "small")
        row.addWidget(self._words, 1)
        self.press = button("", "link")
        self.press.clicked.connect(self.ask)
        row.addWidget(self.press)
        self.refresh()

    def refresh(self) -> None:
        """Say what holds now, as after a pack was installed."""
        words, way = told(self._case)
        self._words.setText(words)
        self._sign.show_icon(*(("info", "ink_quiet") if way else ("triangle-alert", "care")))
        self.press.setText(way)
        self.press.setAccessibleName(way)
        self.press.setVisible(bool(way))
        self.setVisible(bool(words))

    def ask(self) -> None:
        """Tell the difference for this family, and move the case if that is wanted."""
        newest = self._case.knowledge.newest
        if MoveBox(self, self._case, newest).agreed():
            self._case.move_to(reference(newest))


class MoveBox(Box):
    """What moving a case would change, in words. Leaving it as it is changes nothing."""

    def __init__(self, parent: QWidget, case: OpenCase, newest: Pack) -> None:
        super().__init__(
            parent,
            f"Overstappen op {newest.manifest.title}, versie {newest.version}?",
            "Wat u hebt opgeschreven, blijft staan. Met Ongedaan gaat u terug.",
            "Overstappen",
            "Zo laten",
        )
        for words in difference_words(case, newest):
            self.body.addWidget(Plain(f"•  {words}"))
        self.back.setFocus()


def difference_words(case: OpenCase, newest: Pack) -> tuple[str, ...]:
    """A sentence for each thing that would change for this family."""
    if own_is_missing(case):
        return (
            "Het verschil met de kennis waarmee deze casus begon, is niet te zeggen: die staat hier niet.",
            f"De weging blijft zoals u haar nu ziet. De casus krijgt versie {newest.version} als zijn eigen versie.",
        )
    try:
        return difference_for_case(case.case, case.pack, newest, case.today).words
    except PackFault as fault:
        return (f"Het verschil is niet te zeggen: {fault}.",)
