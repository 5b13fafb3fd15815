"""`python -m desktop` is `ijkpunt`."""

from desktop.cli import main

raise SystemExit(main())
