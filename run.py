"""Zet IJkpunt klaar en voert het uit: `python3 run.py` (op Windows: `py run.py`).

    run.py              maakt .venv, installeert de vergrendelde afhankelijkheden en opent een oefengezin;
                        zonder scherm gaat dat gezin tot en met de overdracht en wordt gezegd waar de PDF ligt
    run.py test [...]   hetzelfde met de ontwikkelafhankelijkheden, en draait daarna alle tests (of die u noemt)

A newcomer runs this with whatever Python the machine has, so: standard library only, and no syntax newer than
Python 3.6, or the sentence about a too old Python would never be reached.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (this file alone meets older ones)
    sys.exit("IJkpunt heeft Python 3.11 of nieuwer nodig (python.org/downloads); dit is " + sys.version.split()[0])

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON, IJKPUNT = (BIN / (name + (".exe" if os.name == "nt" else "")) for name in ("python", "ijkpunt"))
SETTLED = VENV / "made-for.txt"  # for which folder and Python the environment was made

# What Qt loads from the system on Linux, and the Debian package that carries it: always, and for a window under X.
# Qt itself blames libxcb-cursor0 whichever of the second list is missing.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stuck(Exception):
    """Setting up cannot go on; the message tells the user what to do."""


def say(text: str) -> None:
    print(text, flush=True)


def run(*command: str, why: str) -> None:
    """Run a command in silence; where it fails, show all it said, and be Stuck with `why`."""
    environment = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if ran.returncode != 0:
        sys.stderr.write(ran.stdout.decode(errors="replace"))
        raise Stuck(why)


def install_packages(packages: list[str], what_for: str) -> None:
    """Install Debian packages as root; otherwise Stuck, with the exact line that does it."""
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise Stuck(f"{what_for} ontbreekt. Installeer eerst wat in Debian heet: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise Stuck(f"{what_for} ontbreekt. Voer deze regel uit en start daarna opnieuw:\n  sudo {line}")
    say(f"{what_for} wordt geïnstalleerd: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"  # no question can be answered here
    failed = f"Installeren lukte niet. Kijk hierboven waarom, of voer zelf uit:\n  apt-get update && {line}"
    run("apt-get", "update", why=failed)
    run(*line.split(), why=failed)


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_system_libraries() -> None:
    """See to the libraries Qt expects from Linux; other systems bring their own."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**QT_LIBRARIES, **(X_LIBRARIES if os.environ.get("DISPLAY") else {})}
    missing = [package for library, package in wanted.items() if not is_loadable(library)]
    if missing:
        install_packages(missing, "Een systeembibliotheek voor het venster (Qt)")


def make_environment() -> None:
    """Make .venv unless it is there, for this folder and this Python."""
    made_for = f"{ROOT} Python {sys.version_info.major}.{sys.version_info.minor}\n"
    if PYTHON.exists() and SETTLED.exists() and SETTLED.read_text(encoding="utf-8") == made_for:
        return
    options = ["--clear"]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        if importlib.util.find_spec("pip") is None:
            install_packages([f"python3.{sys.version_info.minor}-venv"], "Het Python-onderdeel venv")
        else:
            options.append("--without-pip")  # the pip outside installs into it
    say(f"Eigen omgeving maken in {VENV}")
    run(sys.executable, "-m", "venv", *options, str(VENV), why=f"De omgeving {VENV} maken lukte niet (zie hierboven).")
    SETTLED.write_text(made_for, encoding="utf-8")


def pip() -> list[str]:
    """The pip that installs into the environment: its own, or else the one outside."""
    inside = subprocess.run([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL).returncode == 0
    return [str(PYTHON), "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def install(lock: str) -> None:
    """Install what the lock file names, each checked against its hash, and the app itself from this folder."""
    content = (ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    fingerprint = hashlib.sha256(content).hexdigest()
    stamp = VENV / f"{lock}.installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint:
        return
    say(f"Afhankelijkheden installeren uit {lock} (alleen de eerste keer; dit duurt een paar minuten)")
    install_with_pip = [*pip(), "install", "--quiet"]
    no_packages = (
        "Installeren lukte niet; de reden staat hierboven. Is er internet, en staat een eventuele proxy of eigen "
        "pakketbron in de instellingen van pip? Start daarna opnieuw."
    )
    run(*install_with_pip, "--require-hashes", "--only-binary=:all:", "--requirement", lock, why=no_packages)
    not_itself = "IJkpunt zelf installeren lukte niet; de reden staat hierboven."
    run(*install_with_pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", ".", why=not_itself)
    stamp.write_text(fingerprint, encoding="utf-8")


def set_up(lock: str) -> None:
    """Bring the machine, the environment and what is installed in it to what `lock` asks; quick where they are."""
    provide_system_libraries()
    make_environment()
    install(lock)


def main(arguments: list[str]) -> int:
    """Set up, then do the one thing asked; the exit code is that of what was run."""
    testing = arguments[:1] == ["test"]
    if arguments and not testing:
        say(__doc__.split("\n\nA newcomer")[0])
        return 0 if arguments[0] in ("-h", "--help") else 2
    # On all cores, a file at a time: what a file shares is made once.
    tests = [str(PYTHON), "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments[1:]]
    command = tests if testing else [str(IJKPUNT), "demo"]
    try:
        set_up("requirements-dev.lock" if testing else "requirements.lock")
        return subprocess.run(command, cwd=ROOT).returncode
    except Stuck as stuck:
        print(stuck, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # stopped by the user, who needs no traceback
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
