"""`toewijzingsvoorstel.json` (schema ijkpunt/allocation/1): what the back office needs to make a JW301.

The names and codes are those of iJw 3.2, so that nothing has to be translated. It is a proposal and no message: what
belongs to the back office (numbers, moments, the versions of the schemas) has no place in it, and is named in
`back_office`. There is no `Commentaar` either: free text in messages may hold nothing about a person (OP191).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from casework.answers import Frozen
from casework.case import PackRef

SCHEMA = "ijkpunt/allocation/1"

Date: TypeAlias = date


def _text(longest: int) -> Any:
    return Field(min_length=1, max_length=longest, pattern=r"\S")


Agb: TypeAlias = Annotated[str, Field(pattern=r"^[0-9]{8}$")]
CbsCode: TypeAlias = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Money: TypeAlias = Annotated[int, Field(ge=0, le=99_999_999, description="In eurocent.")]


class FamilyName(Frozen):
    Achternaam: Annotated[str, _text(200)]
    Voorvoegsel: Annotated[str, _text(10)] | None = None


class FullName(Frozen):
    Geslachtsnaam: FamilyName
    Partnernaam: FamilyName | None = None
    Voornamen: Annotated[str, _text(200)] | None = None
    Voorletters: Annotated[str, Field(pattern=r"^[a-zA-ZÀ-ỳ]{1,6}$")] | None = None
    NaamGebruik: Literal["1", "2", "3", "4", "5", "6"] = "1"


class BirthDate(Frozen):
    Datum: date
    DatumGebruik: Literal["1", "2", "3"] | None = None


class Communication(Frozen):
    Vorm: Literal["1", "2", "3"]
    Taal: Annotated[str, _text(25)] | None = None


class House(Frozen):
    Huisnummer: Annotated[int, Field(ge=0, le=99_999)]
    Huisletter: Annotated[str, _text(1)] | None = None
    HuisnummerToevoeging: Annotated[str, _text(4)] | None = None
    AanduidingWoonadres: Literal["AB", "BY", "TO", "WW"] | None = None


class Address(Frozen):
    Huis: House | None = None
    Postcode: Annotated[str, _text(8)] | None = None
    Straatnaam: Annotated[str, _text(24)] | None = None
    Plaatsnaam: Annotated[str, _text(80)] | None = None
    LandCode: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None


class PhoneNumber(Frozen):
    Telefoonnummer: Annotated[str, Field(pattern=r"^[0-9]{1,15}$")]
    Landnummer: Annotated[str, Field(pattern=r"^[0-9]{1,4}$")]


class Phones(Frozen):
    Telefoon01: PhoneNumber
    Telefoon02: PhoneNumber | None = None


class Period(Frozen):
    Begindatum: date | None = None
    Einddatum: date | None = None


class ContactPoint(Frozen):
    Soort: Literal["01", "02", "03", "04"]
    Adres: Address | None = None
    Organisatie: Annotated[str, _text(35)] | None = None
    Telefoon: Phones | None = None
    Emailadres: Annotated[str, _text(80)] | None = None
    Periode: Period | None = None


class Relation(Frozen):
    """Somebody with custody (OP002). No day of birth or sex: the back office has no need of them."""

    Nummer: Annotated[str, _text(20)]
    Volgorde: Annotated[int, Field(ge=0, le=99)]
    Soort: Literal["10", "11"]
    Naam: FullName
    Contact: ContactPoint


class ClientData(Frozen):
    """Without `Naam`, `Geslacht` or `Contactgegevens` the back office takes them from the BRP by the Bsn."""

    Bsn: Annotated[str, Field(pattern=r"^[0-9]{9}$")]
    Geboortedatum: BirthDate
    Geslacht: Literal["0", "1", "2"] | None = None
    Naam: FullName | None = None
    Communicatie: Communication | None = None
    JuridischeStatus: Literal["01", "02", "03", "04", "05", "11", "12"] | None = None
    WettelijkeVertegenwoordiging: Literal["06", "07", "08", "09", "10"] | None = None
    Relaties: tuple[Relation, ...] = ()
    Contactgegevens: tuple[ContactPoint, ...] = ()


class ProductCode(Frozen):
    Categorie: Annotated[str, Field(pattern=r"^(3[1-8]|4[0-9]|5[0-5])$")]
    Code: Annotated[str, _text(5)] | None = None


class Extent(Frozen):
    """Volume: of money (83) in cents."""

    Volume: Annotated[int, Field(ge=0, le=99_999_999)]
    Eenheid: Literal["01", "04", "14", "16", "82", "83", "84"]
    Frequentie: Literal["1", "2", "4", "6"]


class AllocatedProduct(Frozen):
    """ToewijzingNummer: only that of an allocation that changes; a new one gets its number from the back office."""

    ToewijzingNummer: Annotated[int, Field(ge=0, le=999_999_999)] | None = None
    ReferentieAanbieder: Annotated[str, _text(36)] | None = None
    Product: ProductCode | None = None
    Ingangsdatum: date
    Einddatum: date | None = None
    RedenWijziging: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-4])$")] | None = None
    Omvang: Extent | None = None
    Budget: Money | None = None


class Provider(Frozen):
    """Who is to give the help. A JW301 goes to one provider: products of two providers make two messages."""

    name: str = ""
    AgbCode: Agb | None = None


class Municipality(Frozen):
    name: str = ""
    Gemeentecode: CbsCode | None = None


CodeList: TypeAlias = Literal["JZ21", "gemeente", "niet_vastgesteld"]


class Line(Frozen):
    """A product as proposed. id: that of the product in the case. code_list: whose code it is; a municipality may give
    its own meaning to a code, and then the code says nothing without the municipality.
    """

    id: str
    name: str
    provider: Provider
    code_list: CodeList | None = None
    ToegewezenProduct: AllocatedProduct


class NotAllocated(Frozen):
    """A product that was chosen and does not go into an allocation, and why."""

    id: str
    name: str
    why: str


class Left(Frozen):
    """An element of the JW301 that the back office fills in or looks at, and why."""

    element: str
    why: str


class Allocation(Frozen):
    schema_: Literal["ijkpunt/allocation/1"] = Field(default="ijkpunt/allocation/1", alias="schema")
    standard: Literal["iJw 3.2"] = "iJw 3.2"
    message: Literal["JW301"] = "JW301"
    case_id: str
    date: Date
    pack: PackRef
    practice: bool = False
    municipality: Municipality
    Client: ClientData
    products: Annotated[tuple[Line, ...], Field(min_length=1)]
    not_allocated: tuple[NotAllocated, ...] = ()
    back_office: tuple[Left, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def schema() -> dict[str, Any]:
    """The JSON schema of `toewijzingsvoorstel.json` (`ijkpunt schema allocation`)."""
    return Allocation.model_json_schema(mode="serialization", by_alias=True)
