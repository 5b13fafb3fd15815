"""Requests of an invented provider: JW315 and JW317, whole and in pieces."""

from __future__ import annotations

IJW = "http://www.istandaarden.nl/ijw/3_2"

PRODUCT = """
<m:AangevraagdProduct>
  <m:ReferentieAanbieder>V-2026-1</m:ReferentieAanbieder>
  <m:Product><b:Categorie>45</b:Categorie><b:Code>45A48</b:Code></m:Product>
  <m:ToewijzingIngangsdatum>2026-12-01</m:ToewijzingIngangsdatum>
  <m:ToewijzingEinddatum>2027-05-31</m:ToewijzingEinddatum>
  <m:Omvang><b:Volume>90</b:Volume><b:Eenheid>01</b:Eenheid><b:Frequentie>2</b:Frequentie></m:Omvang>
  <m:Verwijzer><b:Type>02</b:Type><b:ZorgverlenerCode>00000001</b:ZorgverlenerCode></m:Verwijzer>
  <m:Raamcontract>1</m:Raamcontract>
  <m:Commentaar>Graag vóór de kerst</m:Commentaar>
</m:AangevraagdProduct>"""

CLIENT_315 = """
<m:Bsn>999900006</m:Bsn>
<m:Geboortedatum><b:Datum>2012-05-23</b:Datum></m:Geboortedatum>
<m:Geslacht>2</m:Geslacht>
<m:Naam>
  <b:Geslachtsnaam><b:Achternaam>Oefenstra</b:Achternaam><b:Voorvoegsel>van der</b:Voorvoegsel></b:Geslachtsnaam>
  <b:Voornamen>Nynke</b:Voornamen><b:Voorletters>N</b:Voorletters>
</m:Naam>
<m:GezagsdragerBekend>1</m:GezagsdragerBekend>
<m:AangevraagdeProducten>{products}</m:AangevraagdeProducten>"""

CLIENT_317 = """
<m:Bsn>999900006</m:Bsn>
<m:Verzoek>
  <m:ReferentieAanbieder>W-7</m:ReferentieAanbieder>
  <m:RedenVerzoek>1</m:RedenVerzoek>
  <m:OngewijzigdeProducten>
    <m:OngewijzigdProduct><m:ToewijzingNummer>11</m:ToewijzingNummer></m:OngewijzigdProduct>
  </m:OngewijzigdeProducten>
  <m:TeWijzigenProducten>
    <m:TeWijzigenProduct>
      <m:ToewijzingNummer>12</m:ToewijzingNummer>
      <m:GewensteIngangsdatum>2026-12-01</m:GewensteIngangsdatum>
      <m:Einddatum>2027-05-31</m:Einddatum>
      <m:Omvang><b:Volume>4</b:Volume><b:Eenheid>04</b:Eenheid><b:Frequentie>2</b:Frequentie></m:Omvang>
    </m:TeWijzigenProduct>
  </m:TeWijzigenProducten>
  <m:NieuweProducten>
    <m:NieuwProduct>
      <m:Product><b:Categorie>44</b:Categorie></m:Product>
      <m:GewensteIngangsdatum>2027-01-01</m:GewensteIngangsdatum>
    </m:NieuwProduct>
  </m:NieuweProducten>
</m:Verzoek>"""


def jw315(
    products: str = PRODUCT, client: str = CLIENT_315, code: str = "446", subversion: str = "2", to: str = "1966"
) -> bytes:
    return _message("jw315", code, subversion, to, client.format(products=products))


def jw317(client: str = CLIENT_317) -> bytes:
    return _message("jw317", "486", "2", "1966", client)


def _message(kind: str, code: str, subversion: str, to: str, client: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:m="{IJW}/{kind}/schema" xmlns:b="{IJW}/basisschema/schema">
<m:Header>
  <m:BerichtCode>{code}</m:BerichtCode>
  <m:BerichtVersie>3</m:BerichtVersie>
  <m:BerichtSubversie>{subversion}</m:BerichtSubversie>
  <m:Afzender>00000002</m:Afzender>
  <m:Ontvanger>{to}</m:Ontvanger>
  <m:BerichtIdentificatie>
    <b:Identificatie>T-1</b:Identificatie><b:Dagtekening>2026-11-20</b:Dagtekening>
  </m:BerichtIdentificatie>
  <m:XsdVersie>
    <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
  </m:XsdVersie>
</m:Header>
<m:Client>{client}</m:Client>
</m:Bericht>""".encode()
