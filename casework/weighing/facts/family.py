"""Step 2: age, identity, responsible municipality, custody and consent."""

from __future__ import annotations

from datetime import date

from stdnum.nl import bsn as dutch_bsn

from casework.answers import Unanswered, is_known, months_later
from casework.knowledge.manifest import place_key
from casework.steps.identity import Identity
from casework.weighing.facts import consent
from casework.weighing.facts.logic import any_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.words import months_between


def _born(given: FactSource) -> date | None:
    born = given.case.of(Identity).birth_date.known
    return born if born is not None and born <= given.today else None


@fact("leeftijd in jaren", "identity.birth_date")
def age_years(given: FactSource) -> int | None:
    return consent.age(given.case)


@fact("leeftijd in maanden", "identity.birth_date")
def age_months(given: FactSource) -> int | None:
    born = _born(given)
    return None if born is None else months_between(born, given.today)


@fact("dagen tot 18 jaar", "identity.birth_date")
def days_to_18(given: FactSource) -> int | None:
    born = _born(given)
    return None if born is None else (months_later(born, 18 * 12) - given.today).days


@fact("hele maanden tot 18 jaar", "identity.birth_date")
def months_to_18(given: FactSource) -> int | None:
    born = _born(given)
    return None if born is None else months_between(given.today, months_later(born, 18 * 12))


@fact("het BSN is opgeschreven", "identity.bsn")
def bsn_given(given: FactSource) -> bool | None:
    bsn = given.case.of(Identity).bsn
    return None if isinstance(bsn, Unanswered) and bsn.unanswered == "not_asked" else is_known(bsn)


@fact("het BSN klopt volgens de elfproef", "identity.bsn")
def bsn_valid(given: FactSource) -> bool | None:
    bsn = given.case.of(Identity).bsn.known
    return dutch_bsn.is_valid(bsn) if bsn and bsn.strip() else None


@fact("het BSN is nagekeken in het register", "identity.bsn_verified_by")
def bsn_verified(given: FactSource) -> bool | None:
    verified = given.case.of(Identity).bsn_verified_by.known
    return None if verified is None else verified in ("BRP", "andere_gebruiker")


@fact("de eigen gemeente is verantwoordelijk", "identity.responsible_municipality", "identity.own_municipality")
def municipality_is_own(given: FactSource) -> bool | None:
    identity = given.case.of(Identity)
    responsible, own = identity.responsible_municipality.known, identity.own_municipality.known
    return None if not responsible or not own else place_key(responsible) == place_key(own)


answer(Identity, "secret_address", "geheim adres")
answer(Identity, "moved_during_help", "verhuisd terwijl hulp liep")


@fact("mensen met gezag", "identity.custody")
def custodian_count(given: FactSource) -> int | None:
    return count(given.case.of(Identity).custody.known)


@fact("gezag rust bij iemand alleen op eigen opgave", "identity.custody")
def custody_self_reported_only(given: FactSource) -> bool | None:
    custody = given.case.of(Identity).custody.known
    if custody is None:
        return None
    return any_of(None if one.source.known is None else one.source.known == "eigen opgave" for one in custody)


answer(Identity, "custody_disputed", "mensen met gezag zijn het niet eens")


@fact("de ouders zijn gescheiden", "identity.separated")
def separated(given: FactSource) -> bool | None:
    situation = given.case.of(Identity).separated.known
    return None if situation is None else situation != "nee"


_CONSENT = ("identity.consents", "identity.custody", "identity.birth_date", "identity.able_to_decide")


@fact("er is toestemming om te delen met de aanbieder", *_CONSENT)
def consent_to_share(given: FactSource) -> bool | None:
    missing = consent.missing_for_sharing(given.case)
    return None if missing is None else not missing


@fact("mensen van wie toestemming om te delen nog ontbreekt", *_CONSENT)
def consent_missing_from_count(given: FactSource) -> int | None:
    missing = consent.missing_for_sharing(given.case)
    return None if missing is None else len(missing)


@fact("er is toestemming voor de hulp zelf", *_CONSENT)
def consent_to_help(given: FactSource) -> bool | None:
    missing = consent.missing_for_help(given.case)
    return None if missing is None else not missing


@fact("iemand weigert toestemming", "identity.consents")
def consent_refused(given: FactSource) -> bool | None:
    return consent.refused(given.case)


answer(Identity, "sharing_exception", "wettelijke grond om zonder toestemming te delen")


@fact("de wettelijke grond om te delen kan hier en heeft een reden", "identity.sharing_exception_reason")
def sharing_exception_complete(given: FactSource) -> bool | None:
    return consent.exception_holds(given.case)


answer(Identity, "help_exception", "wettelijke grond voor hulp zonder de ouders")


@fact("de grond voor hulp zonder de ouders kan hier en heeft een reden", "identity.help_exception_reason")
def help_exception_complete(given: FactSource) -> bool | None:
    identity, years = given.case.of(Identity), consent.age(given.case)
    if identity.help_exception.known is None or not is_known(identity.help_exception_reason):
        return False
    return None if years is None else 12 <= years < 16


answer(Identity, "explained", "uitleg gegeven")
answer(Identity, "adviser_told", "gewezen op de vertrouwenspersoon")
answer(Identity, "advocate_offered", "cliëntondersteuner aangeboden")
answer(Identity, "family_plan", "familiegroepsplan")


@fact("het adres is opgeschreven", "identity.address")
def address_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Identity).address)
