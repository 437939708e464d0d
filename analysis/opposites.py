"""Words that contradict each other when said of the same thing ("opened" and "closed"), and words that only seem
alike."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis import phrasing

_CLASSES = """
    rise climb gain grow increase jump surge soar expand rebound swell mount / fall drop decline slip slide slump plunge
        tumble sink shrink decrease dip dwindle contract lose
    raise increase boost lift / lower cut reduce slash decrease halve curb trim
    double treble triple / halve
    accelerate quicken / slow
    strengthen improve / weaken worsen deteriorate undermine
    ease loosen relax / tighten worsen intensify
    growth increase rise gain / decline decrease fall drop loss cut reduction
    profit surplus / loss deficit
    accept approve adopt pass ratify endorse grant sign confirm / reject refuse veto scrap disapprove block spurn rebuff
        shelve
    enact pass introduce / repeal abolish
    grant award issue / revoke rescind
    renew extend prolong / terminate revoke rescind cancel
    keep honour honor fulfil fulfill / break renege betray
    attend join / skip miss boycott shun
    qualify hit meet reach achieve convert / miss
    rescue save / drown perish
    recover / relapse deteriorate
    expel deport evict / admit welcome shelter
    recruit / dismiss
    connect reconnect / disconnect
    prove / disprove
    obey / disobey
    continue / discontinue
    nationalise nationalize / privatise privatize
    stabilise stabilize / destabilise destabilize
    freeze / thaw unfreeze
    delay postpone / hasten expedite
    overestimate / underestimate
    borrow / lend
    deploy / recall withdraw
    pass succeed win / fail defeat lose
    manage succeed successful successfully / fail unsuccessful unsuccessfully vain
    support back favour favor welcome endorse praise applaud hail defend / oppose reject condemn criticise criticize
        denounce deplore
    confirm admit acknowledge concede / deny dispute
    agree / disagree
    allow permit authorise authorize legalise legalize / ban prohibit forbid outlaw bar block prevent
    impose introduce keep uphold extend / lift abolish repeal scrap
    uphold affirm confirm / overturn reverse quash annul
    convict guilty / acquit clear exonerate innocent
    accuse blame / exonerate absolve vindicate clear
    arrest detain jail imprison hold kidnap capture seize / free release
    repeat reiterate / withdraw retract recant
    proceed / cancel suspend abandon postpone scrap
    begin start launch resume / end stop halt finish suspend abandon cancel
    continue keep / stop halt end suspend abandon drop scrap
    open reopen / close shut seal
    win retake recapture retain regain recover / lose cede
    victory win success / defeat loss failure
    winner victor / loser
    enter join arrive / leave left quit exit depart flee
    remain stay return / leave left quit flee
    advance / retreat withdraw
    play compete participate / withdraw
    appoint hire employ elect reinstate promote / dismiss sack fire oust demote suspend
    build rebuild create restore / destroy demolish raze
    protect save preserve / destroy damage harm
    repair / damage
    publish reveal disclose / withhold conceal hide
    include add / exclude omit remove drop
    obey follow heed respect observe honour honor / ignore defy violate flout breach
    remember / forget
    trust believe / distrust doubt
    encourage urge / discourage deter
    help / hinder
    unite / divide
    import / export
    attack / defend
    survive / die perish drown
    appear / disappear vanish
    alive / dead
    awake / asleep
    aware / unaware
    sober / drunk
    safe / dangerous
    legal / illegal
    likely / unlikely
    able / unable
    possible / impossible
    accessible / inaccessible
    adequate sufficient enough ample plenty / inadequate insufficient scarce lack shortage
    surplus / shortage
    agreement consensus accord / disagreement deadlock stalemate impasse
    ally friend / enemy foe rival adversary
    unanimous unanimously / divided split
    intact undamaged unscathed / damaged destroyed
    solvent / insolvent bankrupt
    crowded packed / deserted empty
    active / inactive dormant
    present / absent
    positive / negative
    rich wealthy / poor
    cheap / expensive costly
    easy / difficult hard
    strong / weak
    high / low
    ahead / behind
    complete / incomplete
    effective / ineffective
    correct accurate / incorrect inaccurate
    consistent / inconsistent
    capable competent / incapable incompetent
    eligible / ineligible
    valid / invalid
    visible / invisible
    stable / unstable
    admissible / inadmissible
    regular / irregular
    proper / improper
    moral / immoral
    honest / dishonest
    loyal / disloyal
    satisfied / dissatisfied
    qualify / disqualify
    clean / polluted contaminated dirty
    calm peaceful / violent tense
    full / empty
    true / false
    right / wrong
    deliberately intentionally purposely / accidentally inadvertently
    deliberate intentional / accidental
    voluntarily willingly / forcibly unwillingly
    voluntary optional / compulsory mandatory
    rightly / wrongly
    openly / secretly
    permanently / temporarily
    permanent / temporary
    early / late
    always / never
    still / stop cease halt
    all everyone everybody / none nobody
    many / few
    majority / few
    more / fewer less
    most / least few
    higher / lower
    highest / lowest
    large big / small tiny
    larger bigger / smaller
    fuller / emptier
    richer / poorer
    cheaper / dearer costlier
    easier / harder
    heavier / lighter
    wider / narrower
    deeper / shallower
    younger / older
    twice / half
    largest biggest / smallest
    stronger / weaker
    longer / shorter
    faster / slower
    better / worse
    best / worst
    hotter warmer / colder cooler
    earlier / later
    above / below
    maximum / minimum
    majority / minority
    optimistic hopeful / pessimistic
    supporter backer proponent / opponent critic
    up / down
    first / last
    upper / lower
    left / right
    north / south
    northern / southern
    east / west
    eastern / western
    upstream / downstream
    indoors / outdoors
    inside / outside
    with / without
    for / against
"""
"""A line is two classes of words, in their base forms: any word of one contradicts any of the other."""
_LEAST_UNDONE = 3
"""Letters of a stem that "un" denies: "unfit" is not fit, and "unit" is nothing of the kind."""
_SIBLINGS = """
    buyers/sellers buyer/seller lenders/borrowers employers/employees employer/employee landlord/tenant
    landlords/tenants parents/children students/teachers teacher/pupil teachers/pupils doctors/nurses
    prosecution/defence prosecution/defense plaintiff/defendant victim/suspect victims/suspects victim/perpetrator
    victims/perpetrators mother/father mothers/fathers brother/sister brothers/sisters son/daughter sons/daughters
    husband/wife uncle/aunt men/women man/woman boys/girls boy/girl male/female king/queen prince/princess
    widow/widower army/navy spring/autumn spring/summer autumn/winter summer/winter morning/evening
    morning/afternoon afternoon/evening dawn/dusk noon/midnight day/night daily/weekly weekly/monthly monthly/yearly
    weekly/yearly domestic/foreign rural/urban onshore/offshore incoming/outgoing former/current north/east
    north/west south/east south/west northern/eastern northern/western southern/eastern southern/western
    northeast/southwest northwest/southeast northeast/northwest southeast/southwest
"""


@lru_cache(maxsize=100_000)
def of(stem: str) -> frozenset[str]:
    """The stems of words that contradict one with this stem: its opposites, and what "un" makes of it or made it of
    ("fit", "unfit")."""
    undone = {stem[2:], f"{stem[2:]}e"} if stem.startswith("un") and len(stem) >= _LEAST_UNDONE + 2 else set()
    denied = {f"un{stem}", f"un{stem.removesuffix('e')}"} if len(stem) >= _LEAST_UNDONE else set()
    return _table().get(stem, frozenset()) | denied | undone


@cache
def _table() -> dict[str, frozenset[str]]:
    """The stem of every listed word with those of its opposites."""
    found: dict[str, set[str]] = {}
    for line in _CLASSES.replace("\n        ", " ").strip().split("\n"):
        _add(found, *(set(map(phrasing.stem, words.split())) for words in line.split("/")))
    return {word: frozenset(others - {word}) for word, others in found.items()}


@cache
def siblings() -> dict[str, frozenset[str]]:
    """Every such word with others that mean another thing of its kind, as near as they may seem to a model of meaning:
    no contradiction ("her mother", "her father"), and no agreement."""
    found: dict[str, set[str]] = {}
    for one, other in (pair.split("/") for pair in _SIBLINGS.split()):
        _add(found, {one}, {other})
    return {word: frozenset(others) for word, others in found.items()}


def _add(found: dict[str, set[str]], some: set[str], others: set[str]) -> None:
    for one in some:
        found.setdefault(one, set()).update(others)
    for other in others:
        found.setdefault(other, set()).update(some)
