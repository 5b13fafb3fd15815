"""The provider's page in a real Chromium: reading, whether it is as issued, and the reply it makes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from casework.handover.blocks import Document, Paragraph, Text
from casework.handover.reply import read
from desktop.render import seal
from desktop.render.html import render_html
from desktop.render.inspect import inspect
from tests.desktop.render_example import AWKWARD, EXAMPLE
from tests.desktop.reply_page import NO_SUBTLE, opened, parsed, saved, tab_to, verdict

WHOLE = "Zoals uitgegeven"
HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> ]]> </article></main> &lt; \\u003c \\\\u003c"
    f"\\ {seal.UNSEALED} id='kenmerk'> 😀 👨‍👩‍👧 الولد يحتاج إلى الهدوء \r\n\u2028 \x00"
)
BAD = replace(
    AWKWARD,
    cover=replace(AWKWARD.cover, title=HOSTILE, document_id='OV-2026-"><script>alert(3)</script>'),
    blocks=(*AWKWARD.blocks, Paragraph((Text(HOSTILE),)), Paragraph((Text("woord en nog een woord " * 6_000),))),
    data={"schema": "ijkpunt/handover/1", "said": HOSTILE, "\\u003c": "\\\\u003a:\\", "long": "woord " * 30_000},
)


def put(folder: Path, document: Document | bytes) -> Path:
    file = folder / "overdracht.html"
    file.write_bytes(document if isinstance(document, bytes) else render_html(document).encode())
    return file


@pytest.mark.parametrize("document", [EXAMPLE, AWKWARD, BAD], ids=["example", "awkward", "hostile"])
@pytest.mark.parametrize("before", ["", NO_SUBTLE], ids=["subtle", "own sum"])
def test_it_is_as_issued_whatever_it_says(browser, tmp_path: Path, document: Document, before: str) -> None:
    file = put(tmp_path, document)
    with opened(browser, file, before) as page:
        assert verdict(page).startswith(WHOLE)
        assert page.is_visible("#antwoord") and not page.is_visible("#zonder-script")
        told = page.evaluate("document.getElementById('ijkpunt-overdracht').textContent")
        assert told.startswith("{") and told.endswith("}\n")
    found = inspect(file.read_bytes())
    assert (found.status, found.fingerprint) == ("as_issued", seal.fingerprint(seal.data_bytes(document.data)))


def test_its_own_sum_is_right_at_every_length_of_a_block(browser, tmp_path: Path) -> None:
    for size in (119, 120, 127, 128, 129, 183, 184, 192):  # where the padding takes a block more, and beside it
        short = replace(EXAMPLE, blocks=(), data={"x": "é" + "a" * (size - 16)})
        assert len(seal.data_bytes(short.data)) == size
        with opened(browser, put(tmp_path, short), NO_SUBTLE) as page:
            assert verdict(page).startswith(WHOLE), size


def test_altered_data_is_said_and_cannot_be_answered(browser, tmp_path: Path) -> None:
    altered = render_html(EXAMPLE).encode().replace(b'"Naar school"', b'"Naar huis"')
    with opened(browser, put(tmp_path, altered)) as page:
        assert verdict(page).startswith("Niet zoals uitgegeven")
        assert page.is_visible("#geen-antwoord") and not page.is_visible("#antwoord")
    assert inspect(altered).status == "data_altered"


def test_altered_words_are_said(browser, tmp_path: Path) -> None:
    altered = render_html(EXAMPLE).encode().replace(b"gedragswetenschapper", b"buurvrouw")
    with opened(browser, put(tmp_path, altered)) as page:
        assert verdict(page).startswith("De gegevens zijn zoals uitgegeven, maar de tekst die u ziet is anders")
    found = inspect(altered)
    assert (found.status, found.data) == ("file_changed", EXAMPLE.data)


def test_saved_again_by_a_browser_the_data_is_whole(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, BAD), java_script_enabled=False) as page:
        again = page.content().encode()
    found = inspect(again)
    assert (found.status, found.data) == ("file_changed", inspect(render_html(BAD).encode()).data)
    assert "opnieuw bewaard" in found.reasons[0]


def test_without_script_everything_is_there_to_read(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, EXAMPLE), java_script_enabled=False) as page:
        assert "moeite met plannen en druk op school" in page.inner_text("#stuk")
        assert page.is_visible("#zonder-script") and "bel de afzender" in page.inner_text("#zonder-script")
        assert page.inner_text("#uitslag").startswith("Niet gecontroleerd")
        assert not page.is_visible("#antwoord")


def test_an_answer_by_keyboard_alone(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        tab_to(page, "outcome-1")
        page.keyboard.press("Space")
        tab_to(page, "start_on")
        page.keyboard.type("12122026")  # the same in every order of day and month
        tab_to(page, "waiting_weeks")
        page.keyboard.type("2")
        tab_to(page, "note")
        page.keyboard.type("Wij bellen moeder – met 'aanhaling', \"dubbel\" en <b>.")
        tab_to(page, "complete-1")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        tab_to(page, "contact")
        page.keyboard.type("C. Verzinga")
        page.keyboard.press("Tab")
        file = saved(page, tmp_path)
        assert file.name in page.inner_text("#klaar") and "niets verstuurd" in page.inner_text("#klaar")
    assert re.fullmatch(r"antwoord-OV-2026-0312-[0-9a-f]{6}\.json", file.name)
    reply = read(file.read_bytes())
    assert (reply.document_id, reply.version) == ("OV-2026-0312", 1)
    assert reply.fingerprint == seal.fingerprint(seal.data_bytes(EXAMPLE.data))
    assert (str(reply.start_on), reply.waiting_weeks, reply.complete, reply.clear) == ("2026-12-12", 2, 3, None)
    assert reply.note == "Wij bellen moeder – met 'aanhaling', \"dubbel\" en <b>." and reply.contact == "C. Verzinga"
    assert "Oefenstra" not in file.read_text(encoding="utf-8")


def test_what_is_not_finished_is_said_and_leads_to_the_field(browser, tmp_path: Path) -> None:
    def mistakes() -> list[str]:
        page.click("button[type=submit]")
        return page.locator("#fouten-lijst li").all_inner_texts()

    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        assert mistakes() == ["Kies of u deze vraag aanneemt."]
        assert page.evaluate("document.activeElement.id") == "fouten"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "outcome-1"
        page.keyboard.press("Space")
        page.fill("#waiting_weeks", "900")
        assert mistakes() == ["Wachttijd: vul een heel getal in van 0 tot en met 520 weken."]
        page.fill("#waiting_weeks", "")
        assert mistakes() == ["Vul in wanneer u begint, of hoeveel weken het gezin wacht."]
        assert page.get_attribute("#start_on", "aria-invalid") == "true"
        page.check("#outcome-2")
        assert mistakes() == ["Schrijf uw vraag op."] and page.inner_text("#note-woorden") == "Wat is uw vraag?"
        page.check("#outcome-3")
        assert mistakes() == ["Kies de reden van uw nee."] and not page.is_visible("#start_on")
        page.select_option("#reason", "anders")
        assert mistakes() == ["Schrijf op wat de reden is."]
        page.fill("#note", "Wij stoppen met deze hulp.")
        page.focus("button[type=submit]")
        reply = read(saved(page, tmp_path).read_bytes())
        assert (reply.outcome, reply.reason, reply.waiting_weeks) == ("afgewezen", "anders", None)
        assert page.locator("#fouten").is_hidden()


def test_corrected_it_is_a_new_answer(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        page.check("#outcome-2")
        page.fill("#note", "Welke school? 😀 مدرسة")
        page.check("#usable-4")
        page.focus("button[type=submit]")
        first = saved(page, tmp_path)
    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        page.set_input_files("#eerder", first)
        expect(page.locator("#eerder-uitslag")).not_to_be_empty()
        assert page.input_value("#note") == "Welke school? 😀 مدرسة" and page.is_checked("#usable-4")
        page.check("#outcome-1")
        page.fill("#waiting_weeks", "0")
        page.focus("button[type=submit]")
        second = saved(page, tmp_path)
    before, after = read(first.read_bytes()), read(second.read_bytes())
    assert before.reply_id != after.reply_id and before.made_at < after.made_at
    assert (after.outcome, after.waiting_weeks, after.usable) == ("geaccepteerd", 0, 4)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"{", "geen antwoordbestand"), (b"null", "geen antwoordbestand"), (b"\xff" * 300_000, "geen antwoordbestand"),
     (b'{"schema": "ijkpunt/reply/1", "document_id": "OV-2026-1"}', "een ander stuk")],
    ids=["broken", "null", "large", "of another"],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_the_page(browser, tmp_path: Path, content: bytes, words: str) -> None:
    wrong = tmp_path / "antwoord.json"
    wrong.write_bytes(content)
    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        page.set_input_files("#eerder", wrong)
        expect(page.locator("#eerder-uitslag")).not_to_be_empty()
        assert words in page.inner_text("#eerder-uitslag")


def test_it_can_be_read_aloud_and_on_a_narrow_screen(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, EXAMPLE), viewport={"width": 320, "height": 600}) as page:
        verdict(page)
        page.check("#outcome-3")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
        nameless = page.evaluate("""() => [...document.querySelectorAll("input, select, textarea, button, a")]
            .filter((one) => !(one.labels?.length || one.textContent.trim())).map((one) => one.outerHTML)""")
        assert nameless == []
        loose = page.evaluate("""() => [...document.querySelectorAll("[aria-labelledby], label[for], a[href^='#']")]
            .map((one) => one.getAttribute("aria-labelledby") ?? one.htmlFor ?? one.hash.slice(1))
            .filter((id) => !document.getElementById(id))""")
        assert loose == []
        for landmark in ("banner", "main", "contentinfo", "navigation", "article", "form"):
            assert page.get_by_role(landmark).count() >= (landmark != "form"), landmark
        groups = page.get_by_role("group").evaluate_all("(all) => all.map((one) => one.firstChild.textContent)")
        assert groups[0] == "Neemt u deze vraag aan?" and len(groups) == 4
        small = page.evaluate("""() => [...document.querySelectorAll("label, button, select, #antwoord input")]
            .filter((one) => one.offsetParent && !one.matches("[type=radio], label[for]"))
            .filter((one) => one.offsetHeight < 24).length""")
        assert small == 0


def test_printed_it_has_no_buttons_and_keeps_what_was_filled_in(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, EXAMPLE)) as page:
        verdict(page)
        page.check("#outcome-1")
        page.emulate_media(media="print")
        assert not page.is_visible("button[type=submit]") and page.is_visible("#start_on")
        assert page.pdf().startswith(b"%PDF")


def test_a_practice_page_makes_a_reply_too(browser, tmp_path: Path) -> None:
    with opened(browser, put(tmp_path, replace(EXAMPLE, practice=True))) as page:
        assert verdict(page).startswith(WHOLE)
        page.check("#outcome-1")
        page.fill("#first_plan_on", "2027-01-11")
        page.fill("#start_on", "2027-01-04")
        page.focus("button[type=submit]")
        made = parsed(saved(page, tmp_path))
    assert (made["start_on"], made["first_plan_on"]) == ("2027-01-04", "2027-01-11")
