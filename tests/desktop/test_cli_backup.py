"""`ijkpunt backup`: a backup without a window, that opens; what is refused changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

from db.connection import connect
from db.settings import Settings
from desktop import bootstrap
from desktop.backups import LAST
from desktop.cli import main

PASSPHRASE = "vier losse woorden hier"


def test_a_backup_without_a_window(tmp_path: Path, capsys) -> None:
    home, words = tmp_path / "home", tmp_path / "wachtzin.txt"
    words.write_text(PASSPHRASE)
    vault, _ = bootstrap.create(home, PASSPHRASE, bootstrap.Cost(1, 64, 1))
    asked = ["--home", str(home), "backup", "--out", str(tmp_path / "stick"), "--passphrase-file", str(words)]
    assert main(asked) == 2 and "al open" in capsys.readouterr().err
    vault.close()
    assert main(asked) == 0
    made = Path(json.loads(capsys.readouterr().out)["backup"])
    assert made.parent == tmp_path / "stick"
    bootstrap.unlock(made, PASSPHRASE).close()
    with bootstrap.unlock(home, PASSPHRASE) as vault:
        db = connect(vault)
        assert Settings(db).get(LAST)["path"] == str(made)
        db.close()
    assert main([*asked[:4], str(home / "erin"), *asked[5:]]) == 2
    assert "IJkpunt zelf" in capsys.readouterr().err and not (home / "erin").exists()
