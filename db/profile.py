"""What the unlock screen may know before anything is unlocked: a name, a look, whom to call. Nothing about clients."""
from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from db.files import write_whole

_FILE = "profile.json"


@dataclass(frozen=True)
class Profile:
    """`name` greets the user; `theme` and `scale` (1.0 is normal) draw the unlock screen. Empty theme: the system's.

    `numbers`: what this team filled in on the emergency card, by id; the card is there before anything is unlocked.
    """

    name: str = ""
    theme: str = ""
    scale: float = 1.0
    numbers: dict[str, str] = field(default_factory=dict)


def read_profile(home: Path) -> Profile:
    """The profile, or the plain one: a missing or damaged file is no reason to keep anyone out."""
    try:
        data = json.loads((home / _FILE).read_bytes())
        numbers = {str(key): str(number) for key, number in data.get("numbers", {}).items()}
        return Profile(str(data["name"]), str(data["theme"]), min(2.0, max(1.0, float(data["scale"]))), numbers)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Profile()


def write_profile(home: Path, profile: Profile) -> None:
    """Keep the profile. Raises NotWritable or DiskFull."""
    write_whole(home / _FILE, json.dumps(asdict(profile)).encode())
