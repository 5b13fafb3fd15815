"""The command line of the package: one line a validation, the failures under it."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.verapdf import validate

results = validate([Path(name) for name in sys.argv[1:]])
print(*results, sep="\n")
sys.exit(0 if all(result.compliant for result in results) else 1)
