"""The lines of consults in a home, as programs grow; and the list of what was set apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from casework.pool import bodies as said
from casework.pool.line import VERSION
from db.pool import Unit
from tests.casework.pool_talk import ASKER, HUB, request
from tests.db.pool_homes import Home, Region


def kept_by_an_older_program(home: Home) -> None:
    """Its lines had no words to be found by yet."""
    home.store.keep(Unit(rows=[replace(row, words="") for row in home.store.rows(limit=1000)]))
    home.store.put_keys({"lines": {"version": VERSION - 1, "up_to": None}})
    assert home.store.search("basishulp") == []


def test_what_was_logged_before_the_search_grew_is_found_once_the_post_was_fetched(region: Region) -> None:
    thread = region.home(ASKER).desk.ask(said.Submit(request=request()))
    region.deliver()
    hub = region.home(HUB)
    kept_by_an_older_program(hub)
    hub.desk.receive(region.share)
    assert [row.thread for row in hub.store.search("basishulp")] == [thread]
    assert list(hub.desk.renewing()) == [], "once is enough"


def test_making_lines_anew_goes_on_where_it_stopped(region: Region) -> None:
    asker = region.home(ASKER)
    for _ in range(50):
        asker.desk.ask(said.Submit(request=request()))
    kept_by_an_older_program(asker)
    first = list(islice(asker.desk.renewing(), 1))
    assert first == [20] and len(asker.store.search("basishulp")) == 20
    assert sum(asker.desk.renewing()) == 30 and len(asker.store.search("basishulp")) == 50


def test_the_list_of_what_was_set_apart_is_read_without_walking_through_the_files(region: Region) -> None:
    """Each exchange reads it, and an encrypted file of half a megabyte is not for nothing."""
    hub = region.home(HUB)
    statements: list[str] = []
    hub.db.conn.set_trace_callback(statements.append)
    hub.store.digests_apart()
    hub.store.count_apart()
    hub.db.conn.set_trace_callback(None)
    assert len(statements) == 2
    for statement in statements:
        (plan,) = hub.db.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        assert "USING COVERING INDEX quarantine_list" in plan[-1]
