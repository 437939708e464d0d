"""Pairs of words that contradict each other when said of the same thing: "opened" and "closed"."""

from __future__ import annotations

from functools import cache

_PAIRS = """
    accept/reject accept/refuse accepted/rejected accepted/refused accepts/refuses accepts/rejects adopt/reject
    approve/reject approved/rejected approves/rejects approved/refused granted/refused granted/denied
    confirm/deny confirmed/denied confirms/denies admit/deny admitted/denied admits/denies
    support/oppose supported/opposed supports/opposes backed/opposed backs/opposes supporters/opponents
    pass/reject passed/rejected allow/ban allowed/banned allows/bans permit/ban permitted/banned legalised/banned
    rise/fall rose/fell rises/falls risen/fallen rising/falling rose/dropped rise/drop gained/lost gains/losses
    increase/decrease increased/decreased increases/decreases increased/reduced increase/cut raise/lower raised/lowered
    raised/cut raise/cut raises/lowers growth/decline grew/shrank expanded/shrank improved/worsened up/down
    higher/lower strengthen/weaken strengthened/weakened win/lose won/lost wins/loses victory/defeat winner/loser
    succeed/fail succeeded/failed success/failure open/close open/closed opened/closed opens/closes begin/end
    began/ended begins/ends started/ended start/stop started/stopped include/exclude included/excluded includes/excludes
    arrive/leave arrived/left arrives/leaves enter/leave entered/left joined/left join/leave hired/dismissed hired/fired
    alive/dead survived/died born/died guilty/innocent convicted/acquitted convicted/cleared blame/clear blames/clears
    blamed/cleared released/held freed/jailed freed/arrested release/arrest safe/unsafe safe/dangerous legal/illegal
    likely/unlikely able/unable possible/impossible known/unknown happy/unhappy fair/unfair lawful/unlawful
    agree/disagree agrees/disagrees agreed/disagreed approve/disapprove appear/disappear appeared/disappeared
    vaccinated/unvaccinated armed/unarmed hurt/unhurt harmed/unharmed injured/uninjured changed/unchanged
    all/none everyone/nobody everybody/nobody everyone/no-one always/never many/few more/fewer more/less most/least
    early/late buy/sell bought/sold buys/sells buying/selling attack/defend attacked/defended attacks/defends
    praise/criticise praised/criticised praised/criticized praises/criticises welcomed/condemned true/false right/wrong
    north/south northern/southern east/west eastern/western left/right upper/lower first/last
    extended/shortened lifted/imposed lift/impose imposed/lifted kept/dropped keep/drop
    with/without for/against inside/outside import/export imports/exports imported/exported
"""


@cache
def table() -> dict[str, frozenset[str]]:
    """Every word of a pair with its opposites, lower case, in the form in which it stands in a sentence."""
    pairs = [pair.split("/") for pair in _PAIRS.split()]
    both = [*map(tuple, pairs), *((second, first) for first, second in pairs)]
    return {word: frozenset(other for one, other in both if one == word) for word, _ in both}
