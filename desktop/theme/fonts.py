"""The shipped fonts: no screen and no page depends on what a computer happens to have installed."""

from typing import Final

from PySide6.QtGui import QFontDatabase

import resources

TEXT: Final = "Atkinson Hyperlegible Next"
FIGURES: Final = "Atkinson Hyperlegible Mono"
"""For columns of figures, BSN, codes and hashes: the digits of TEXT are not equally wide."""

FALLBACKS: Final = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Math",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)
FAMILIES: Final = (TEXT, *FALLBACKS)


def register() -> None:
    """Makes the families known to Qt; needs a QGuiApplication, doing it twice does no harm.

    Raises RuntimeError when a shipped font is damaged or absent: the product is then not complete.
    """
    known = set(QFontDatabase.families())
    if known.issuperset((*FAMILIES, FIGURES)):
        return
    for file in resources.fonts().iterdir():
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
    missing = {*FAMILIES, FIGURES} - set(QFontDatabase.families())
    if missing:
        raise RuntimeError(f"Lettertype ontbreekt in dit programma: {', '.join(sorted(missing))}. Installeer opnieuw.")
