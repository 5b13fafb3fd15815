"""What the provider's web page has beside the document: whether it is as issued, and the form for the reply.

The words of the choices come from casework/handover/reply.py; what happens is in resources/web/reply.js. Without that
script everything can still be read, and the page says how to answer then.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from itertools import pairwise

from casework.handover.blocks import Document, Heading, Paragraph
from casework.handover.reply import OUTCOMES, REASONS, USEFULNESS
from desktop.render.seal import fingerprint


def script() -> str:
    """The one script of the page."""
    return (files("resources") / "web" / "reply.js").read_text(encoding="utf-8")


def contents() -> str:
    """At the top: what the check found, and the way to the answer."""
    return """<nav aria-label="Op deze pagina"><a href="#stuk">Lees de overdracht</a>
<a href="#antwoorden">Geef uw antwoord</a></nav>
<section aria-labelledby="controle-kop" id="controle-uitslag" class="callout note"><div>
<p class="title" id="controle-kop">Is dit stuk zoals het is uitgegeven?</p>
<p id="uitslag" role="status">Niet gecontroleerd: in deze browser staat JavaScript uit. Lezen kan gewoon.</p>
<p><a href="#controle-uitleg">Wat zegt dit?</a></p></div></section>"""


def mark(data_mark: str) -> str:
    """The mark of the data, so that it can be laid beside paper."""
    return f'<p>Kenmerk gegevens: <code id="kenmerk">{data_mark}</code></p>'


def marks(data_mark: str, words: str) -> str:
    """The marks with what they do and do not prove."""
    return f"""<section id="controle-uitleg" aria-labelledby="controle-uitleg-kop">
<h2 id="controle-uitleg-kop">Wat de controle zegt</h2>
<p>Deze pagina telt haar eigen gegevens en tekst na en vergelijkt dat met de kenmerken hieronder. Zo vindt u schade, een
verkeerde versie en een wijziging. Wie het stuk maakte, bewijst dit niet: wie de tekst verandert, kan ook het kenmerk
veranderen. Twijfelt u? Bel de afzender en lees de eerste acht tekens van het kenmerk voor.</p>
{mark(data_mark)}
<p>Kenmerk tekst: <code id="kenmerk-tekst">{fingerprint(words.encode())}</code></p>
</section>"""


def form(document: Document) -> str:
    """The answer: hidden until the script runs, for without it nothing could be saved."""
    cover = document.cover
    return f"""<section id="antwoorden" aria-labelledby="antwoorden-kop">
<h2 id="antwoorden-kop">Uw antwoord</h2>
<p id="zonder-script">Dit formulier werkt alleen met JavaScript. {_otherwise(document)} De afzender staat boven aan dit
stuk.</p>
<p id="geen-antwoord" hidden>Dit stuk is niet zoals het is uitgegeven. Daarom kunt u hier niet antwoorden.
Bel de afzender.</p>
<form id="antwoord" hidden novalidate autocomplete="off" data-document="{escape(cover.document_id)}"
 data-version="{cover.version}">
<p>Deze pagina verstuurt niets. U bewaart uw antwoord als bestand en stuurt dat veilig terug naar de afzender. Schrijf
in dit formulier geen naam, adres of BSN van het gezin.</p>
<div id="fouten" role="alert" tabindex="-1" class="callout stop" hidden><div>
<h3 class="title">Uw antwoord is nog niet af</h3><ul id="fouten-lijst"></ul></div></div>
{_radios("outcome", "Neemt u deze vraag aan?", OUTCOMES)}
<div data-bij="afgewezen" hidden><label for="reason">Waarom niet?</label>
<select id="reason" name="reason"><option value="">Kies een reden</option>{_options(REASONS)}</select></div>
<div data-bij="geaccepteerd" hidden class="fields">
<div><label for="start_on">Wij beginnen op</label><input type="date" id="start_on" name="start_on"></div>
<div><label for="waiting_weeks">Wachttijd in weken</label>
<input type="number" id="waiting_weeks" name="waiting_weeks" min="0" max="520" step="1"></div>
<div><label for="first_plan_on">Eerste gesprek over het plan op</label>
<input type="date" id="first_plan_on" name="first_plan_on"></div></div>
<div><label for="note" id="note-woorden">Toelichting (mag leeg blijven)</label>
<textarea id="note" name="note" rows="4" maxlength="10000"></textarea></div>
<h3>Hielp deze overdracht u?</h3>
<p>Van 1 (nee) tot 5 (ja). Zo worden overdrachten beter. U mag dit overslaan.</p>
{"".join(_radios(name, words, _MARKS, "marks") for name, words in USEFULNESS.items())}
<div><label for="missed">Wat miste u in deze overdracht?</label>
<textarea id="missed" name="missed" rows="3" maxlength="10000"></textarea></div>
<div><label for="contact">Wie kan de afzender bellen over dit antwoord?</label>
<input type="text" id="contact" name="contact" maxlength="200"></div>
<p class="acts"><button type="submit">Antwoord bewaren</button>
<button type="button" id="afdrukken">Afdrukken</button></p>
<p id="klaar" role="status"></p>
<div class="earlier"><label for="eerder">Een eerder antwoord verbeteren: open het bestand</label>
<input type="file" id="eerder" accept=".json,application/json"><p id="eerder-uitslag" role="status"></p></div>
</form>
</section>"""


def _otherwise(document: Document) -> str:
    """How to answer without the form: a brief look, an announcement or another recipient brings no card."""
    card = any(
        isinstance(head, Heading) and head.code == _CARD and isinstance(content, Paragraph)
        for head, content in pairwise(document.blocks)
    )
    if not card:
        return "U kunt ook zo antwoorden: mail of bel de afzender."
    card_too = f"vul de terugkoppelkaart in (onderdeel {_CARD}) en stuur die terug, of bel de afzender"
    return f"U kunt ook zo antwoorden: {card_too}."


_CARD = "17"
_MARKS = {"1": "1, nee", "2": "2", "3": "3", "4": "4", "5": "5, ja"}


def _radios(name: str, question: str, choices: Mapping[str, str], kind: str = "choices") -> str:
    made = "".join(
        f'<label><input type="radio" id="{name}-{number}" name="{name}" value="{code}"> {words}</label>'
        for number, (code, words) in enumerate(choices.items(), 1)
    )
    return f'<fieldset class="{kind}"><legend>{question}</legend>{made}</fieldset>'


def _options(choices: Mapping[str, str]) -> str:
    return "".join(f'<option value="{code}">{words}</option>' for code, words in choices.items())
