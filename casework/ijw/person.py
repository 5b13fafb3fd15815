"""The young person and those with custody, as iJw wants them; what is missing or secret is left to the back office."""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.nl import bsn

from casework.answers import is_known
from casework.case import SettledCase
from casework.ijw.allocation import Left
from casework.ijw.codes import (
    ADDRESS_OF_STAY,
    BRP_ADDRESS,
    GUARDIANSHIP,
    INTERPRETER,
    NOT_A_PERSON,
    POSTAL_ADDRESS,
    RELATION_OF_CUSTODY,
    code_of,
)
from casework.ijw.conditions import Unmet
from casework.ijw.personal import Raw, address_of, clean, name_of, reach_of, split_name
from casework.steps.identity import Custodian, Identity
from casework.steps.intake import Intake
from casework.words import age_on

_BRP = "Neem dit over uit de BRP."


def client_elements(case: SettledCase, unmet: list[Unmet]) -> tuple[Raw, list[Left]]:
    """The elements of the client, not checked yet, and what is left to the back office."""
    who, left = case.of(Identity), list[Left]()
    interpreter = INTERPRETER.get(case.of(Intake).interpreter.known or "")
    language = clean(case.of(Intake).interpreter_language.known) or None
    elements = {
        "Bsn": bsn.compact(who.bsn.known) if is_known(who.bsn) and who.bsn.known else None,
        "Geboortedatum": {"Datum": who.birth_date.known} if who.birth_date.known else None,
        "Geslacht": code_of(who.gender.known),
        "Naam": _name(who, left),
        "Communicatie": {"Vorm": interpreter, "Taal": language} if interpreter else None,
        "JuridischeStatus": code_of(who.legal_status.known),
        "WettelijkeVertegenwoordiging": code_of(who.representation.known) or _guardianship(who),
        "Relaties": list(_relations(case, who, left)),
        "Contactgegevens": list(_contacts(who, left)),
    }
    if elements["Geslacht"] is None:
        left.append(Left(element="Geslacht", why=_BRP))
    if not who.custody.known and not _adult(case, who):
        unmet.append(
            Unmet("OP002", "identity.custody", "Wie heeft het gezag? Noem de gezagsdrager, of vul de voogd in.")
        )
    return elements, left


def _name(who: Identity, left: list[Left]) -> Raw | None:
    if is_known(who.surname):
        return name_of(clean(who.first_names.known), clean(who.surname_prefix.known), clean(who.surname.known))
    parts = split_name(who.name.known)
    why = "De naam is hier gesplitst: leg hem naast de BRP." if parts else _BRP
    left.append(Left(element="Naam", why=why))
    return name_of(*parts) if parts else None


def _guardianship(who: Identity) -> str | None:
    return GUARDIANSHIP if any(one.kind.known in _GUARDIANS for one in who.custody.known or ()) else None


_GUARDIANS = ("voogd", "GI-voogd", "pleegoudervoogd")


def _adult(case: SettledCase, who: Identity) -> bool:
    born = who.birth_date.known
    return born is not None and age_on(born, case.today) >= 18


def _contacts(who: Identity, left: list[Left]) -> Iterator[Raw]:
    reach = reach_of(who.phone.known, who.email.known)
    found = None if who.secret_address.known else address_of(who.address.known)
    if found is not None:
        address, organisation = found
        registered = who.residence_ground.known == "brp_adres" and organisation is None
        kind = BRP_ADDRESS if registered else ADDRESS_OF_STAY
        yield {"Soort": kind, "Adres": address, "Organisatie": organisation, **reach}
        return
    if who.secret_address.known:
        left.append(
            Left(element="Contactgegevens", why="Het adres is geheim: spreek af welk adres in het bericht mag.")
        )
        return
    left.append(Left(element="Contactgegevens", why=_BRP))
    if reach:
        yield {"Soort": POSTAL_ADDRESS, **reach}


def _relations(case: SettledCase, who: Identity, left: list[Left]) -> Iterator[Raw]:
    """Those with custody (OP002), and how to reach them: not where the address is secret."""
    for number, custodian in enumerate(who.custody.known or (), start=1):
        person = next((one for one in case.people if one.id == custodian.person.known), None)
        name = _custodian_name(custodian, person.name.known if person else custodian.person.known)
        if name is None:
            left.append(Left(element=f"Relatie {number}", why="De naam van de gezagsdrager is niet te splitsen."))
            continue
        reach = reach_of(person.reach.known) if person is not None and not who.secret_address.known else {}
        yield {
            "Nummer": str(number),
            "Volgorde": number,
            "Soort": RELATION_OF_CUSTODY[custodian.kind.known or "ouder"],
            "Naam": name,
            "Contact": {"Soort": POSTAL_ADDRESS, **reach},
        }


def _custodian_name(custodian: Custodian, name: str | None) -> Raw | None:
    if custodian.kind.known == "GI-voogd":  # an organisation
        return {"Geslachtsnaam": {"Achternaam": clean(name)}, "NaamGebruik": NOT_A_PERSON} if clean(name) else None
    parts = split_name(name)
    return name_of(*parts) if parts else None
