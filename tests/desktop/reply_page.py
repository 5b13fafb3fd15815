"""The page of a handover, opened from a folder in a real browser, as a provider would."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

_LISTEN = """window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));"""
NO_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined});"


@contextmanager
def opened(browser: Any, file: Path, before: str = "", **how: Any):
    """The page; when it closes nothing may have been asked of anywhere, complained about or kept back by the policy."""
    context = browser.new_context(accept_downloads=True, **how)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(f"dialog {dialog.message}"))
    page.add_init_script(_LISTEN + before)
    page.goto(file.as_uri())
    try:
        yield page
        runs = how.get("java_script_enabled", True)
        assert not said and (not runs or page.evaluate("window.violations") == [])
        assert asked == [file.as_uri()]
    finally:
        context.close()


def verdict(page: Page) -> str:
    """What the page says of itself, once it has looked."""
    expect(page.locator("#uitslag")).not_to_contain_text("Niet gecontroleerd")
    return page.inner_text("#uitslag")


def tab_to(page: Page, name: str) -> None:
    """Get to a field with the Tab key alone."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    raise AssertionError(f"Tab never comes to {name}")


def saved(page: Page, folder: Path) -> Path:
    """Press the button that has the focus or is named, and give the file that came."""
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def parsed(file: Path) -> dict[str, Any]:
    found = json.loads(file.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found
