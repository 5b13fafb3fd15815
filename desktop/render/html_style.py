"""The look of the web page: the inks of paper, sizes that grow with the reader's own setting."""

from __future__ import annotations

from casework.handover.blocks import Reader
from desktop.render import style as s

_SHEET = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: {s.WHITE}; color: {s.INK}; overflow-wrap: anywhere;
  font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Verdana, "Noto Sans", sans-serif; }}
header, main, footer {{ max-width: 58rem; margin: 0 auto; padding: 0 1.5rem; }}
header {{ display: flex; gap: .5rem; align-items: center; padding-top: 1.5rem; padding-bottom: .6rem; color: {s.QUIET};
  border-bottom: 2px solid {s.HOUSE}; }}
header strong {{ color: {s.INK}; flex: 1; }}
header .icon, h2 .icon {{ color: {s.PRIMARY}; }}
h2 .icon {{ vertical-align: -.25em; }}
footer {{ border-top: 1px solid {s.LINE}; margin-top: 3rem; color: {s.QUIET}; font-size: .85rem; }}
h1 {{ font-size: 2.2rem; line-height: 1.2; margin: 1.5rem 0 .3rem; }}
h2 {{ font-size: 1.35rem; line-height: 1.25; margin: 2.2rem 0 .6rem; }}
h3 {{ font-size: 1.1rem; margin: 1.5rem 0 .4rem; }}
h2 .code, h3 .code {{ color: {s.PRIMARY}; font-size: .85em; border: 0; padding: 0; margin-right: .3em; }}
p, dd, li, td, th {{ white-space: pre-line; }}
p {{ margin: .6rem 0; max-width: 42rem; }}
a {{ color: {s.PRIMARY}; }}
.subtitle {{ font-size: 1.15rem; color: {s.QUIET}; margin: 0 0 1rem; }}
.columns {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem 1.5rem;
  border-top: 1px solid {s.LINE}; padding-top: .8rem; }}
.columns dd {{ margin: 0; }} dt {{ color: {s.QUIET}; }}
.facts > div {{ display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0 1rem; padding: .15rem 0; }}
.facts dd {{ margin: 0; }}
ol, ul {{ padding-left: 1.6rem; max-width: 42rem; }} li {{ margin: .4rem 0; }}
li::marker {{ color: {s.PRIMARY}; font-weight: bold; }}
.origin {{ display: block; color: {s.QUIET}; font-size: .85rem; }}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.code {{ display: inline-block; border: 1.5px solid {s.PRIMARY}; border-radius: 5px; padding: 0 .45em;
  color: {s.PRIMARY}; font-weight: bold; font-size: .9em; }}
.loose {{ color: {s.CARE}; }} .code.loose {{ border: 1.5px dashed {s.CARE_EDGE}; }}
.quiet, .details {{ color: {s.QUIET}; }}
.callout {{ display: flex; gap: .8rem; border: 2px solid {s.EDGE}; border-radius: 8px;
  padding: .8rem 1rem; margin: 1rem 0; }}
.callout p {{ margin: 0; }} .callout .title {{ font-weight: bold; }}
.callout.ask {{ background: {s.PRIMARY_SOFT}; border-color: {s.PRIMARY_SOFT}; }}
.callout.ask .title {{ font-weight: normal; color: {s.QUIET}; }}
.callout.ask .title + p {{ font-size: 1.3rem; font-weight: bold; line-height: 1.35; }}
.callout.safe {{ border-color: {s.GOOD}; }} .callout.safe .icon {{ color: {s.GOOD}; }}
.callout.care {{ border-color: {s.CARE_EDGE}; }} .callout.care .icon {{ color: {s.CARE_EDGE}; }}
.callout.stop {{ border-color: {s.STOP}; }} .callout.stop .icon {{ color: {s.STOP}; }}
.callout.open {{ border-style: dashed; }}
.icon {{ flex: none; width: 1.4rem; height: 1.4rem; }}
.goal {{ display: grid; grid-template-columns: 1fr minmax(14rem, 18rem); gap: 1rem; border-top: 1px solid {s.LINE};
  padding: .8rem 0; }}
.goal p {{ margin: 0 0 .2rem; }}
.withheld {{ display: flex; gap: .8rem; border: 1.5px dashed {s.EDGE}; border-radius: 8px;
  padding: .7rem 1rem; max-width: none;
  background: repeating-linear-gradient(135deg, {s.WHITE} 0 8px, {s.SUNKEN} 8px 14px); }}
.practice {{ border: 2px solid {s.PRACTICE}; border-radius: 8px; padding: .6rem 1rem; color: {s.PRACTICE}; }}
.table, .picture {{ overflow-x: auto; }}
.picture svg {{ min-width: 40rem; max-width: 100%; height: auto; margin: .8rem 0; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95em; }}
caption {{ text-align: start; color: {s.QUIET}; padding-bottom: .3rem; }}
th, td {{ text-align: start; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid {s.LINE}; }}
thead th {{ color: {s.QUIET}; border-bottom-color: {s.EDGE}; }}
@media (min-width: 52rem) {{
  .said {{ display: grid; grid-template-columns: 1fr 12rem; gap: 1.5rem; }}
  .said > .origin {{ border-left: 1px solid {s.LINE}; padding-left: .6rem; margin: .6rem 0; }}
}}
@media (max-width: 40rem) {{ .goal, .facts > div {{ grid-template-columns: 1fr; }} }}
@media print {{ .new-page {{ break-before: page; }} h2, h3 {{ break-after: avoid; }}
  .callout, .goal, .picture {{ break-inside: avoid; }} }}
"""
_FORM = f"""
nav {{ display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; margin: 1rem 0; }}
#controle-uitslag p {{ margin: .2rem 0 0; }}
code {{ overflow-wrap: anywhere; }} #fouten .title {{ margin: 0 0 .4rem; }} #fouten ul {{ margin: 0; }}
nav ~ section p, article ~ section p, footer p {{ white-space: normal; }}
#antwoorden {{ border-top: 2px solid {s.HOUSE}; margin-top: 3rem; }}
form > div, fieldset {{ margin: 1.1rem 0; max-width: 42rem; }}
fieldset {{ border: 0; padding: 0; }} legend, form div > label {{ display: block; font-weight: bold; padding: 0;
  margin-bottom: .35rem; }}
.choices label {{ display: block; padding: .35rem 0; }}
.marks label {{ display: inline-block; padding: .35rem 1.4rem .35rem 0; }}
.fields {{ display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: end; }}
input, select, textarea, button {{ font: inherit; color: inherit; max-width: 100%; }}
input[type=radio] {{ width: 1.25rem; height: 1.25rem; vertical-align: -.2rem; accent-color: {s.PRIMARY}; }}
input:not([type=radio], [type=file]), select, textarea {{ box-sizing: border-box; min-height: 2.75rem;
  padding: .45rem .7rem; border: 1.5px solid {s.EDGE}; border-radius: 6px; background: {s.WHITE}; }}
textarea, #contact {{ width: 100%; }} [aria-invalid=true] {{ border: 2.5px solid {s.STOP}; outline-color: {s.STOP}; }}
button {{ min-height: 2.75rem; padding: .45rem 1.2rem; border: 1.5px solid {s.PRIMARY}; border-radius: 6px;
  background: {s.WHITE}; color: {s.PRIMARY}; }}
button[type=submit] {{ background: {s.PRIMARY}; color: {s.WHITE}; font-weight: bold; }}
:focus-visible {{ outline: 3px solid {s.PRIMARY}; outline-offset: 2px; }}
.earlier {{ border-top: 1px solid {s.LINE}; padding-top: 1rem; }}
[hidden] {{ display: none !important; }}
@media print {{ nav, .acts, .earlier {{ display: none; }} #antwoorden {{ break-before: page; }} }}
"""


def style_sheet(reader: Reader) -> str:
    """Families read larger letters on wider lines; the provider has a form to fill in."""
    size = "line-height: 1.45" if reader == "provider" else "font-size: 1.2rem; line-height: 1.55"
    return f"{_SHEET}{_FORM if reader == 'provider' else ''}\nbody {{ {size}; }}\n"
