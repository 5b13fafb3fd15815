"""The mishaps we know. `str(error)` is a Dutch sentence for the user: what is the matter, and what to do."""
from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from casework.trouble import Trouble


class StoreError(Trouble):
    """A known mishap of the store. Nothing that was confirmed is lost by it."""

    sentence = "Er ging iets mis met de opslag."

    def __init__(self, **details: object) -> None:
        super().__init__(self.sentence.format(**details))


class WrongPassphrase(StoreError):
    sentence = (
        "Deze wachtzin klopt niet. Let op hoofdletters en spaties en probeer het opnieuw, "
        "of open IJkpunt met uw herstelsleutel."
    )


class PassphraseTooShort(StoreError):
    sentence = "Deze wachtzin is te kort. Kies minstens {minimum} tekens, bijvoorbeeld vier losse woorden."


class WrongSecret(WrongPassphrase):
    sentence = (
        "Deze wachtzin of herstelsleutel klopt niet. Let op hoofdletters en spaties en probeer het opnieuw."
    )


class WrongRecoveryKey(StoreError):
    sentence = "Deze herstelsleutel hoort niet bij deze map. Kijk of u het juiste vel en de juiste map hebt."


class MistypedRecoveryKey(StoreError):
    sentence = "De herstelsleutel is niet goed overgetypt: {problem}. Vergelijk met het vel en verbeter het."


class HomeMissing(StoreError):
    sentence = "In de map {home} staan geen gegevens van IJkpunt. Kies een andere map of begin hier nieuw."


class HomeTaken(StoreError):
    sentence = "In de map {home} staan al gegevens van IJkpunt. Ontgrendel die, of kies een lege map."


class HomeIncomplete(StoreError):
    sentence = (
        "In de map {home} ontbreekt het bestand {missing}. Zet een reservekopie terug, of zet het bestand zelf terug "
        "als u het verplaatst had. Begin niet opnieuw in deze map."
    )


class HomeInUse(StoreError):
    sentence = (
        "IJkpunt is al open met de gegevens in {home}. Ga naar dat venster, of sluit het en probeer het opnieuw."
    )


class CloudFolder(StoreError):
    sentence = (
        "De map {home} wordt gedeeld of gesynchroniseerd ({reason}). Daar kan de opslag beschadigd raken. "
        "Kies een map op deze computer zelf."
    )


class SharedBackup(CloudFolder):
    sentence = (
        "De map {home} wordt gedeeld of gesynchroniseerd ({reason}). Daar kan een reservekopie half aankomen. "
        "Kies een stick of een andere map op deze computer."
    )


class NewerDatabase(StoreError):
    sentence = (
        "Deze gegevens zijn gemaakt met een nieuwere versie van IJkpunt. Werk IJkpunt bij en open ze opnieuw; "
        "er is niets veranderd."
    )


class NotADatabase(StoreError):
    sentence = (
        "Het bestand {file} is geen opslag van IJkpunt. Staat er per ongeluk een ander bestand? "
        "Zet het juiste bestand of een reservekopie terug."
    )


class DamagedDatabase(StoreError):
    sentence = (
        "De opslag is beschadigd. Sluit IJkpunt, bewaar de map zoals hij is en zet de nieuwste reservekopie terug."
    )


class DamagedVault(StoreError):
    sentence = "Het sleutelbestand {file} is beschadigd. Zet dit bestand terug uit een reservekopie; wis de map niet."


class DiskFull(StoreError):
    sentence = (
        "De schijf is vol. Wat eerder bewaard was, staat er nog; uw laatste wijziging nog niet. "
        "Maak ruimte vrij en bewaar opnieuw."
    )


class NotWritable(StoreError):
    sentence = (
        "Er kan niet in {where} worden geschreven. Controleer of de schijf aanwezig is en of u er mag schrijven, "
        "en probeer het opnieuw."
    )


class NotReadable(StoreError):
    sentence = "{file} kan niet worden gelezen. Controleer of u er toegang toe hebt."


class NoSuchFile(NotReadable):
    sentence = "{file} bestaat niet. Controleer de naam en de map."


class IsAFolder(NotReadable):
    sentence = "{file} is een map. Kies een bestand."


class UnknownCase(StoreError):
    sentence = "Deze casus staat niet (meer) in de opslag. Ga terug naar de lijst met casussen."


class CaseExists(StoreError):
    sentence = "Deze casus staat al in de opslag. Open hem vanuit de lijst met casussen."


class BackupFailed(StoreError):
    sentence = (
        "De reservekopie in {folder} is niet gelukt: bij het controleren klopte de kopie niet. "
        "Probeer een andere schijf. Lukt het dan weer niet, zet dan een eerdere reservekopie terug."
    )


class BackupInsideHome(StoreError):
    sentence = (
        "In de map {folder} staan gegevens van IJkpunt zelf. Kies een andere map, liefst op een stick of een andere "
        "schijf: dan hebt u de reservekopie nog als deze computer stukgaat."
    )


class NoRoomForBackup(DiskFull):
    sentence = (
        "Op de schijf van {folder} is te weinig ruimte. Er is niets half geschreven. Maak ruimte vrij of kies een "
        "andere schijf, en probeer het opnieuw."
    )


class BadBackup(StoreError):
    sentence = (
        "De map {folder} is geen goede reservekopie: er ontbreekt iets, zij is beschadigd of zij is niet van IJkpunt. "
        "Er is niets veranderd. Kies een andere map; die van een reservekopie heet "
        "IJkpunt-reservekopie, met de dag en de tijd."
    )


@contextmanager
def known_file_errors(where: object) -> Iterator[None]:
    """Turn what the file system says into a known mishap; `where` is the file or folder named to the user."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise NotWritable(where=where) from error
