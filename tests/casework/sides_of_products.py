"""For which ages each product is, and why the line lies there: a child that just fits, and one that just does not."""

from __future__ import annotations

from functools import cache

from casework.case import SettledCase
from casework.knowledge import Pack
from casework.weighing.facts import FACTS
from casework.weighing.facts.registry import FactSource
from tests.casework.families import TODAY, case_of, ordinary, product

AGES: list[tuple[str, int, int, str]] = [
    ("it is about the home, the parents or danger, so from birth; at eighteen it may still be finished", 0, 18,
     "familiegroepsplan lichte-hulp-basisteam opvoedondersteuning gezinsbegeleiding-basis echtscheidingsloket "
     "netwerkpleegzorg-tijdelijk begeleiding-lvb gezinsbegeleiding systeemtherapie specialistische-ggz diagnostiek "
     "intensief-thuis vervoer gezinshuis crisisopvang"),
    ("it asks of a child what school asks too, so from four; at eighteen it may still be finished", 4, 18,
     "schoolmaatschappelijk-werk basis-individueel collectief-arrangement-school individuele-begeleiding-basis "
     "individuele-begeleiding-specialistisch ojg-basis-ggz basis-ggz-aanbieder onderwijs-zorgarrangement"),
    ("a child must be able to be in a group of children it does not know, so from six", 6, 18,
     "kopp-groep groepsondersteuning logeren-specialistisch verblijf-behandelgroep"),
    ("a night in another house can do harm below two", 2, 18, "vrijwillig-logeren logeren-laag"),
    ("made for teenagers, and no child of eleven belongs there", 12, 18,
     "begeleidingsprogramma-jongeren gesloten-jeugdhulp"),
    ("made and tested for twelve to seventeen", 12, 17, "mst"),
    ("made and tested for twelve to nineteen", 12, 19, "mdft"),
    ("a team that goes on as long as the Youth Act, so that nobody changes hands at eighteen", 12, 23,
     "fact-jeugd"),
    ("intensive treatment asks that a child can speak for itself, so from eight", 8, 18,
     "specialistische-ggz-intensief"),
    ("a buddy to go out with, from eight, and the first who stays after eighteen", 8, 23, "maatje"),
    ("somebody to fall back on, at any age and as long as the Youth Act reaches", 0, 23, "leun-en-steuncontact"),
    ("before school, from two until a child goes there", 2, 4, "voorschool-vve"),
    ("a group for children between fighting parents: old enough to speak, too young to leave", 4, 16,
     "kinderen-uit-de-knel"),
    ("severe dyslexia can be seen from seven, and the care ends with primary school", 7, 13, "dyslexiezorg"),
    ("after-school care lasts as long as primary school", 4, 13, "bso-plus"),
    ("in the place of school, and school must until sixteen", 16, 18, "dagbesteding-16plus"),
    ("for young children, until they can go to a school", 0, 8, "dagbehandeling"),
    ("foster care goes on until twenty-one", 0, 21, "pleegzorg"),
    ("living by yourself is learned from sixteen, and nobody is put out of it while it goes on", 16, 23,
     "kamertraining"),
]  # fmt: skip

OF_PRODUCT = {name: (first, last) for _, first, last, names in AGES for name in names.split()}


@cache
def _chosen(name: str, years: int) -> SettledCase:
    changes = {"identity.birth_date": f"-{years}y", "decision.products": [product(name=name)]}
    return case_of(ordinary(changes)).settle(TODAY)


def fits(name: str, years: int, pack: Pack) -> bool:
    """Is a product for somebody of this age? As the rule R-LFT-01 sees it."""
    return FACTS["age_out_of_range"].derive(FactSource(_chosen(name, years), pack, {})) is False


def lies_as_told(name: str, pack: Pack) -> bool:
    """Just fitting on the inner side of both ends, just not on the outer."""
    first, last = OF_PRODUCT[name]
    outside = [years for years in (first - 1, last + 1) if years >= 0]
    return all(fits(name, years, pack) for years in (first, last)) and not any(fits(name, y, pack) for y in outside)
