"""What Qt's own Dutch leaves in English in the file dialog that Qt draws where the system brings none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTranslator

_WORDS: Mapping[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): "&Zoeken in:",
    ("QFileDialog", "Files of &type:"): "Bestands&type:",
    ("QAbstractFileIconProvider", "Folder"): "Map",
    ("QAbstractFileIconProvider", "Drive"): "Schijf",
}


class DutchDialogs(QTranslator):
    """Installed before Qt's own words, so that it is asked after them."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> Any:
        """None where these words are not ours to give: an empty text would be shown as it is."""
        return _WORDS.get((context, sourceText))
