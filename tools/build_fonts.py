"""Makes resources/fonts from the npm packages of Fontsource: run by hand when a family gets a new version.

The packages hold one WOFF2 per alphabet; Qt and ReportLab want one TTF per weight. So the alphabets of a weight are
merged (kerning and ligatures within an alphabet survive), hinting is dropped, and the name table is written anew,
because the names inside collide between weights. Needs `fonttools[woff]`.

    npm pack @fontsource/atkinson-hyperlegible-next ...      # each package named in FACES, in one folder
    for f in *.tgz; do mkdir -p "${f%.tgz}" && tar xzf "$f" -C "${f%.tgz}" --strip 1; done
    python tools/build_fonts.py <that folder>
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
STYLE_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
NAME_IDS_KEPT = (0, 5, 13, 14)  # copyright, version, licence and its address
UNUSED_TABLES = ("STAT", "MATH", "gasp", "fpgm", "prep", "cvt ")  # of variable fonts, formulas and hinting


@dataclass(frozen=True)
class Face:
    """One family: its npm package, the alphabets to merge and the (weight, style) pairs to make."""

    package: str
    family: str
    alphabets: tuple[str, ...]
    weights: tuple[tuple[int, str], ...]
    ranges: tuple[tuple[int, int], ...] = ()  # empty: every sign of the alphabets


TEXT = ((400, "normal"), (700, "normal"))
FACES = (
    Face(
        "atkinson-hyperlegible-next",
        "Atkinson Hyperlegible Next",
        ("latin", "latin-ext"),
        ((400, "normal"), (500, "normal"), (600, "normal"), (700, "normal"), (400, "italic")),
    ),
    Face("atkinson-hyperlegible-mono", "Atkinson Hyperlegible Mono", ("latin", "latin-ext"), TEXT),
    Face(
        "noto-sans",
        "Noto Sans",
        ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"),
        TEXT,
    ),
    Face("noto-sans-arabic", "Noto Sans Arabic", ("arabic",), TEXT),
    Face("noto-sans-hebrew", "Noto Sans Hebrew", ("hebrew",), ((400, "normal"),)),
    Face("noto-sans-math", "Noto Sans Math", ("latin",), ((400, "normal"),), ((0x2010, 0x22FF), (0x27C0, 0x27EF))),
    Face(
        "noto-sans-symbols-2",
        "Noto Sans Symbols 2",
        ("symbols",),
        ((400, "normal"),),
        ((0x2300, 0x23FF), (0x2460, 0x27BF), (0x2900, 0x2BFF)),
    ),
    Face("noto-emoji", "Noto Emoji", ("emoji",), ((400, "normal"),), ((0x2000, 0x3300), (0x1F000, 0x1FAFF))),
)


def keep(font: TTFont, codes: set[int], everything: bool) -> None:
    """Leaves only the signs in codes. Emoji sequences go: they are thousands of glyphs for few readers."""
    options = SubsetOptions(layout_features=["*"] if everything else ["kern", "mark", "mkmk", "ccmp"], hinting=False)
    options.name_IDs = list(NAME_IDS_KEPT)
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def name(font: TTFont, family: str, weight: int, style: str) -> str:
    """Writes the names, the same rules for every family, and returns the PostScript name (unique per weight)."""
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in NAME_IDS_KEPT]
    style_name = "Italic" if style == "italic" else STYLE_NAMES[weight]
    postscript = f"{family.replace(' ', '')}-{style_name}"
    plain = style_name in ("Regular", "Bold", "Italic")
    names = {
        1: family if plain else f"{family} {style_name}",
        2: style_name if plain else "Regular",
        3: postscript,
        4: f"{family} {style_name}",
        6: postscript,
    }
    if not plain:
        names |= {16: family, 17: style_name}
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold, italic = weight == 700, style == "italic"
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (bold << 5) | italic | ((not bold and not italic) << 6)
    font["head"].macStyle = bold | italic << 1
    return postscript


def make(face: Face, weight: int, style: str, source: Path, scratch: Path) -> Path:
    """Merges, names and saves one TTF."""
    parts: list[str] = []
    seen: set[int] = set()
    for alphabet in face.alphabets:
        font = TTFont(source / "files" / f"{face.package}-{alphabet}-{weight}-{style}.woff2")
        codes = set(font.getBestCmap()) - seen
        if face.ranges:
            codes = {code for code in codes if any(low <= code <= high for low, high in face.ranges)}
        seen |= codes
        keep(font, codes, everything=not face.ranges)
        font.flavor = None
        for tag in UNUSED_TABLES:
            if tag in font:
                del font[tag]
        part = scratch / f"{alphabet}.ttf"
        font.save(part)
        parts.append(str(part))
    merged = Merger().merge(parts) if parts[1:] else TTFont(parts[0])
    target = FONTS / f"{name(merged, face.family, weight, style)}.ttf"
    merged.save(target)
    return target


def main(packages: Path) -> None:
    for old in FONTS.glob("*.ttf"):
        old.unlink()
    for face in FACES:
        source = next(packages.glob(f"fontsource-{face.package}-[0-9]*[0-9]/"))
        shutil.copy(source / "LICENSE", FONTS / f"OFL-{face.family.replace(' ', '')}.txt")
        for weight, style in face.weights:
            with tempfile.TemporaryDirectory() as scratch:
                made = make(face, weight, style, source, Path(scratch))
            print(f"{made.name}: {made.stat().st_size // 1024} kB, {len(TTFont(made).getBestCmap())} signs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
