"""Where the frozen app begins; the same as the installed command."""

from desktop.cli import main

raise SystemExit(main())
