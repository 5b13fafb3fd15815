"""Where the files of the product are: fonts, icons, content packs, practice families. Works installed and frozen."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def root() -> Traversable:
    """The folder that holds everything below."""
    return files(__name__)


def fonts() -> Traversable:
    """TTF files and their OFL notices; made by tools/build_fonts.py."""
    return root() / "fonts"


def icons() -> Traversable:
    """SVG files on a grid of 24, drawn in `currentColor`."""
    return root() / "icons"


def packs() -> Traversable:
    """One folder per region with what the field knows."""
    return root() / "packs"


def examples() -> Traversable:
    """Practice families, as case files."""
    return root() / "examples"


def pseudonym() -> Traversable:
    """Words the scan guesses with before a consult leaves; its README says where they come from."""
    return root() / "pseudonym"


def passphrase_words() -> Traversable:
    """Plain words a passphrase for a protected copy is drawn from."""
    return root() / "passphrase-words.txt"
