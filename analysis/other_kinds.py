"""Whether two sentences tell of different things of one kind, of which one cannot be the other: a cyclist and a
pedestrian, a school and a hospital."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis.phrasing import stem, words

_KINDS = """
    cyclist bicyclist / pedestrian walker hiker / motorcyclist / driver motorist trucker / passenger / pilot / jogger
    mother mum mom / father dad / brother / sister / son / daughter / wife / husband / uncle / aunt / grandmother
        / grandfather / cousin / nephew / niece / neighbour neighbor / girlfriend / boyfriend / stepfather / stepmother
        / grandson / granddaughter
    prosecutor prosecution / defence defense
    police policeman policewoman constable / firefighter fireman / paramedic / soldier troops / coastguard
    teacher / pupil / headteacher headmaster / professor lecturer / janitor caretaker
    nurse / dentist / pharmacist / midwife / surgeon / veterinarian vet
    government / opposition rebel insurgent
    landlord / tenant
    mayor / governor / senator / councillor councilor / ambassador / congressman congresswoman / chancellor
    biologist / chemist / physicist / geologist / astronomer / economist / archaeologist archeologist / historian
        / psychologist / climatologist meteorologist / engineer / seismologist / epidemiologist / botanist
    bishop archbishop / imam / rabbi / pope / nun / monk
    goalkeeper / defender / striker / midfielder / coach manager / referee / quarterback / pitcher
    postman mailman / waiter waitress / farmer / fisherman / miner / electrician / plumber / chef / baker / butcher
        / hairdresser / gardener / plasterer / shopkeeper / cleaner
    dog / cat / horse / cow cattle / sheep / pig / bear / wolf / shark / snake / elephant / tiger / lion / goat / deer
    bus coach / car sedan / lorry truck / van / train / tram / plane airliner jet / helicopter / ferry
        / motorcycle motorbike / bicycle bike / tractor / taxi cab / ambulance / yacht / trawler / submarine
    baby infant / toddler / teenager teen / pensioner
    hospital / school / university / prison jail / church / mosque / museum / airport / factory / hotel / restaurant
        / library / supermarket / stadium / cinema / warehouse / synagogue / theatre theater
"""
"""A line is one kind, its things divided by strokes, each with the words for it."""


def other_of_a_kind(first: str, second: str) -> bool:
    """Whether each sentence names one thing of a kind, and not the same."""
    mine, theirs = _told(first), _told(second)
    both = ((mine[kind], theirs[kind]) for kind in mine.keys() & theirs.keys())
    return any(len(one) == len(other) == 1 and one != other for one, other in both)


@lru_cache(maxsize=20_000)
def _told(sentence: str) -> dict[int, frozenset[int]]:
    """By kind, the things of it that a sentence names."""
    found: dict[int, set[int]] = {}
    for word in words(sentence):
        for kind, thing in () if word.name else _things().get(word.stem, ()):
            found.setdefault(kind, set()).add(thing)
    return {kind: frozenset(things) for kind, things in found.items()}


@cache
def _things() -> dict[str, tuple[tuple[int, int], ...]]:
    """The stem of every listed word with its kinds and the number of its thing in each."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for kind, line in enumerate(_KINDS.replace("\n        ", " ").strip().split("\n")):
        for thing, listed in enumerate(line.split("/")):
            for word in map(stem, listed.split()):
                found[word] = (*found.get(word, ()), (kind, thing))
    return found
