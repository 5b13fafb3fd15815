"""Pseudonymising a text before it leaves (brief §8.7). It helps a person; it never decides, nor makes anonymous.

    lexicon = read_lexicon(resources.pseudonym(), pack.manifest.villages)     # once, at start
    known = known_of(case, today)                                             # what this case itself holds
    hits = scan_all({"question": …, "tried": …}, known, lexicon)              # labels hold for the whole request
    given = remembered(hits["question"], known)                               # kept with the case, for what follows
    scan_all({"addition": …}, known, lexicon, given)                          # the same labels in a later text
    decisions = {hit.start: Replace(), …}                                     # one for every hit, by a person
    resolved = resolve(text, hits["question"], decisions, known, lexicon)     # Trouble while a hit is undecided
    resolved.after                                                            # the text that may leave

    coarse = read_coarse(resources.pseudonym())                               # once, at start
    profile = coarse_profile(case.settle(today), pack, coarse)                # only whitelisted, coarse fields
    rare_warnings(profile, pack, coarse)                                      # Dutch sentences; empty is fine

A decision on a hit is `Replace()`, `Keep()` (niet herkenbaar) or `OwnWording("…")`. What sends asks for a `Resolved`
and for nothing else. `scan` is `scan_all` for one text. Everything is pure: no clock, no files but the lexicon's.

The scan has three stages: what the case knows in every form (exact.py), what is recognised by its form (patterns.py,
dates.py), and what can only be guessed (guesses.py). How well it does stands in docs/pseudonymising.md.
"""

from casework.pseudonym.coarse import CoarseData, read_coarse
from casework.pseudonym.kinds import Hit, Kind
from casework.pseudonym.known import Known, KnownPerson
from casework.pseudonym.known_of import known_of
from casework.pseudonym.labels import remembered
from casework.pseudonym.lexicon import Lexicon, read_lexicon
from casework.pseudonym.profile import CoarseHelp, CoarseProfile, coarse_profile, only
from casework.pseudonym.rare import rare_warnings
from casework.pseudonym.resolve import Decision, Keep, OwnWording, Replace, Resolved, apply, resolve, undecided
from casework.pseudonym.scan import scan, scan_all

__all__ = [
    "CoarseData",
    "CoarseHelp",
    "CoarseProfile",
    "Decision",
    "Hit",
    "Keep",
    "Kind",
    "Known",
    "KnownPerson",
    "Lexicon",
    "OwnWording",
    "Replace",
    "Resolved",
    "apply",
    "coarse_profile",
    "known_of",
    "only",
    "rare_warnings",
    "read_coarse",
    "read_lexicon",
    "remembered",
    "resolve",
    "scan",
    "scan_all",
    "undecided",
]
