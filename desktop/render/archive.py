"""From drawn pages to a file for the archive: PDF/A-3a and PDF/UA-1, with the data attached.

Nothing here reads a clock: the same document gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Pdf, String

from desktop.render import seal, srgb
from desktop.render.canvas import Pen
from desktop.render.structure import Element, write

_MAKER = "IJkpunt"
_TYPES = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "xml": "application/xml",
}
_UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


class About(NamedTuple):
    """What the file says about itself. `day` stands for making, changing and attaching."""

    title: str
    subject: str
    keywords: str
    language: str
    identifier: str
    day: date


def finish(pen: Pen, root: Element, about: About, attachments: Mapping[str, bytes]) -> bytes:
    """The saved pages with tree, links, profile, data and metadata, sealed.

    `attachments` must hold the data under its own name (seal.DATA_NAME).
    """
    with Pdf.open(io.BytesIO(pen.buffer.getvalue())) as pdf:
        write(pdf, root, _links(pdf, pen))
        _intent(pdf)
        _attach(pdf, attachments, about.day)
        pdf.Root.Lang = String(about.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        print_of_data = seal.fingerprint(attachments[seal.DATA_NAME])
        _describe(pdf, about, print_of_data)
        out = io.BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
        )
    return seal.seal(out.getvalue())


def _links(pdf: Pdf, pen: Pen) -> list[Object]:
    made: list[Object] = []
    for link in pen.links:
        page = pdf.pages[link.page].obj
        spot = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.rectangle]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(f"Webadres {link.address}"),
                A=Dictionary(S=Name.URI, URI=String(link.address.encode("ascii", "ignore").decode())),
            )
        )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(spot)
        made.append(spot)
    return made


def _intent(pdf: Pdf) -> None:
    stream = pdf.make_stream(srgb.profile(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=stream,
            )
        ]
    )


def _attach(pdf: Pdf, attachments: Mapping[str, bytes], day: date) -> None:
    stamp = _pdf_date(day)
    for name, data in attachments.items():
        ours = name == seal.DATA_NAME
        spec = AttachedFileSpec(
            pdf,
            data,
            filename=name,
            description="De gegevens van dit stuk, leesbaar voor programma's" if ours else name,
            mime_type=_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream"),
            creation_date=stamp,
            mod_date=stamp,
        )
        spec.obj.AFRelationship = Name.Data if ours else Name.Supplement
        pdf.attachments[name] = spec
    pdf.Root.AF = Array([pdf.attachments[name].obj for name in attachments])


def _describe(pdf: Pdf, about: About, print_of_data: str) -> None:
    """The same in the old dictionary and in XMP, as PDF/A asks."""
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            {
                "/Title": String(about.title),
                "/Author": String(_MAKER),
                "/Subject": String(about.subject),
                "/Keywords": String(about.keywords),
                "/Creator": String(_MAKER),
                "/Producer": String(_MAKER),
                "/CreationDate": String(_pdf_date(about.day)),
                "/ModDate": String(_pdf_date(about.day)),
                seal.DATA_KEY: String(print_of_data),
                seal.FILE_KEY: String(seal.UNSEALED),
            }
        )
    )
    stream = pdf.make_stream(_xmp(about, print_of_data))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"


def _xmp(about: About, print_of_data: str) -> bytes:
    title, subject, keywords = map(escape, (about.title, about.subject, about.keywords))
    moment = f"{about.day.isoformat()}T00:00:00Z"

    def alternative(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        "<dc:format>application/pdf</dc:format>"
        f"<dc:title>{alternative(title)}</dc:title><dc:description>{alternative(subject)}</dc:description>"
        f"<dc:creator><rdf:Seq><rdf:li>{_MAKER}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>"
        f"<dc:identifier>{escape(about.identifier)}</dc:identifier>"
        f"<dc:source>{seal.DATA_NAME} sha256:{print_of_data}</dc:source>"
        f"<xmp:CreatorTool>{_MAKER}</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{moment}</xmp:ModifyDate><xmp:MetadataDate>{moment}</xmp:MetadataDate>"
        f"<pdf:Producer>{_MAKER}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>"
        "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
        f'</rdf:Description>{_UA_SCHEMA}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
