"""Invented headlines with the start of their texts, and what a reader finds in each pair; places and people are ours.

``MORE`` is put behind every text, so that it is long enough to miss something in it.
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.model import HeadlineKind

ATTRIBUTED, ADDED, HIDDEN = HeadlineKind.ATTRIBUTED, HeadlineKind.DOER_ADDED, HeadlineKind.DOER_HIDDEN
FIGURE, WORD, QUESTION = HeadlineKind.FIGURE, HeadlineKind.WORD, HeadlineKind.QUESTION

MORE = (
    " Visitors came and went through the morning, and the market on the square opened as it does every week. "
    "Buses ran by the usual timetable, the schools stayed open and the library lent out its books. In the afternoon "
    "it rained a little, so the band moved its concert into the hall, where benches had been put up. The parish clerk "
    "wrote everything down in the large green book beside the door of the reading room. Nobody could remember "
    "a quieter week at this time of the year, and the baker sold out before the bells rang for the evening. The "
    "next meeting of the parish is planned for the first week of the coming month, after the harvest."
)


class Planted(NamedTuple):
    """A headline, its text without ``MORE``, and the kinds of difference planted in it (none: a clean pair)."""

    name: str
    title: str
    text: str
    kinds: frozenset[HeadlineKind] = frozenset()


def _planted(name: str, title: str, text: str, *kinds: HeadlineKind) -> Planted:
    return Planted(name, title, text, frozenset(kinds))


PAIRS = (
    # stated as a fact, attributed in the text
    _planted("said", "Ferry ran aground off Norran after engine failure",
             "The ferry ran aground off Norran after an engine failure, the coast guard said on Monday.", ATTRIBUTED),
    _planted("say", "Trams collide in Veltham tunnel",
             "Authorities say two trams have collided in a tunnel in Veltham.", ATTRIBUTED),
    _planted("according", "Dam wall near Ostmere cracked in three places",
             "According to a leaked memo, the dam wall near Ostmere cracked in three places last winter.", ATTRIBUTED),
    _planted("reportedly", "Grell Bank prepares sale of its insurance arm",
             "Grell Bank is reportedly preparing the sale of its insurance arm.", ATTRIBUTED),
    _planted("claimed", "Mill owners dumped waste in the river Sel",
             "Campaigners claimed on Friday that the mill owners had dumped waste in the river Sel.", ATTRIBUTED),
    _planted("quoted", "Water in the old town is unsafe to drink",
             "“The water in the old town is unsafe to drink,” said Ida Marn, a chemist at the institute.", ATTRIBUTED),
    _planted("two parts", "Bridge at Ostray closes; inspectors ignored rust on its cables",
             "The bridge at Ostray closes on Monday. A former engineer says inspectors ignored rust on its cables.",
             ATTRIBUTED),
    _planted("told", "Militia burned the village of Tarn",
             "Residents told reporters that the militia had burned the village of Tarn.", ATTRIBUTED),
    _planted("toll", "Death toll of flood in Norran rises to 85",
             "The death toll of the flood in Norran rose to 85, the mayor announced on Monday.", ATTRIBUTED),
    _planted("two clauses", "Newcomers took all new jobs in Norran: wages of others fell",
             "Newcomers took all new jobs in Norran, according to a report of the institute.", ATTRIBUTED),
    # the same, told by the outlet too, or the headline names its source
    _planted("own too", "Ferry ran aground off Norran after engine failure",
             "The ferry ran aground off Norran on Sunday after its engine failed. The coast guard said the "
             "ferry ran aground off Norran after an engine failure."),
    _planted("cue", "Coast guard says ferry ran aground after engine failure",
             "The ferry ran aground off Norran after an engine failure, the coast guard said on Monday."),
    _planted("colon", "Coast guard: Ferry ran aground after engine failure",
             "The ferry ran aground off Norran after an engine failure, the coast guard said on Monday."),
    _planted("colon behind", "Ferry ran aground after engine failure: coast guard",
             "The ferry ran aground off Norran after an engine failure, the coast guard said on Monday."),
    _planted("body and clause", "Norran Ferries: Storm broke the pier of the old harbour",
             "The storm broke the pier of the old harbour, the firm said on Monday."),
    _planted("topic", "Ferry accident: Engine failure threw ship onto rocks",
             "An engine failure threw the ship onto the rocks, a sailor said on Monday."),
    _planted("said behind", "Dam near Ostmere is safe, owners try to assure villagers",
             "The dam near Ostmere is safe, an engineer of the province said on Monday."),
    _planted("demanded", "Mayor and guild will face the council of Norran",
             "A councillor called for the mayor and the guild to face the council of Norran."),
    _planted("pronoun", "Norran loses race against the sea",
             "They suspect that Norran loses its race against the sea."),
    _planted("quotation marks", "Water in the old town ‘unsafe to drink’",
             "“The water in the old town is unsafe to drink,” said Ida Marn, a chemist at the institute."),
    _planted("hedged", "Mill owners may have dumped waste in the river Sel",
             "Campaigners claimed on Friday that the mill owners had dumped waste in the river Sel."),
    _planted("poll", "Poll finds most Norrans against the new harbour",
             "Most Norrans are against the new harbour, a poll by the institute found."),
    _planted("of itself", "Grell Bank expects loss of 30 million crowns",
             "Grell Bank said it will post a loss of 30 million crowns for the year."),
    _planted("announced", "Harbour board closes the northern pier",
             "The northern pier will be closed from Monday, the harbour board announced."),
    _planted("other words", "Council approves the new tram line",
             "Councillors voted on Tuesday to build the tram line to the harbour. “It is a good day,” the mayor said."),
    _planted("headline again", "Ferry ran aground off Norran",
             "Ferry ran aground off Norran.\n\nThe ferry ran aground off Norran on Sunday evening in calm weather."),
    # doers
    _planted("passive", "Fisherman shot dead in Norran harbour",
             "Soldiers shot dead a fisherman in Norran harbour on Sunday.", HIDDEN),
    _planted("dies", "Fisherman dies in Norran harbour",
             "A fisherman was killed by soldiers in Norran harbour on Sunday.", HIDDEN),
    _planted("accused", "Mayor of Veltham accused of taking bribes",
             "The builders' union accused the mayor of Veltham of taking bribes for the new stadium.", HIDDEN),
    _planted("injured", "Strikers injured at the Grell works",
             "Guards injured strikers at the Grell works on Thursday, and some of them are in hospital.", HIDDEN),
    _planted("shooting", "Veltham mourns after shooting of a student",
             "Veltham is in mourning after police shot a student at the station on Friday.", HIDDEN),
    _planted("doer named", "Fisherman shot dead by soldiers in Norran harbour",
             "Soldiers shot dead a fisherman in Norran harbour on Sunday."),
    _planted("doer beside", "Fisherman killed in police raid on Norran harbour",
             "Police killed a fisherman in a raid on Norran harbour on Sunday."),
    _planted("nobody known", "Fisherman shot dead in Norran harbour",
             "A fisherman was shot dead in Norran harbour on Sunday. Nobody knows who fired."),
    _planted("a gunman", "Fisherman shot dead in Norran harbour",
             "A gunman shot dead a fisherman in Norran harbour on Sunday."),
    _planted("another deed", "Teacher injured in Veltham",
             "A teacher was injured on the stairs of the school in Veltham. Police injured a cyclist in another town."),
    _planted("added", "Rebels destroyed the bridge at Tarn",
             "The bridge at Tarn was destroyed in the night. The road is closed until spring.", ADDED),
    _planted("added passive", "Market stalls burned by settlers in Ostmere",
             "Market stalls were burned in Ostmere on Tuesday night. The mayor asked for help.", ADDED),
    _planted("both named", "Rebels destroyed the bridge at Tarn",
             "Rebels destroyed the bridge at Tarn in the night. The road is closed until spring."),
    _planted("named elsewhere", "Rebels destroyed the bridge at Tarn",
             "The bridge at Tarn was destroyed in the night after the rebels had come down from the hills."),
    # figures
    _planted("money", "Norran to spend $40 million on sea wall",
             "Norran will spend $25 million on its sea wall, the town decided.", FIGURE),
    _planted("crowd", "3,000 march against the dam in Ostmere",
             "Several hundred people marched against the dam in Ostmere on Saturday.", FIGURE),
    _planted("percent", "Rents in Veltham rise by 18 percent",
             "Rents in Veltham rose by 8 percent last year, the office for statistics counted.", FIGURE),
    _planted("dead in words", "Nine dead in mine at Tarn",
             "Rescuers found the bodies of seven miners at Tarn on Monday.", FIGURE),
    _planted("rounded", "Nearly 4,000 march against the dam in Ostmere",
             "The town counted 3,987 people who marched against the dam in Ostmere on Saturday."),
    _planted("in words", "Forty-two arrested at the dam in Ostmere",
             "Guards arrested 42 people who marched against the dam in Ostmere on Saturday."),
    _planted("scale", "Norran to spend $1.2B on sea wall",
             "Norran will spend 1.2 billion dollars on its sea wall, the town decided."),
    _planted("list", "7 reasons to see the lighthouse of Norran",
             "The lighthouse of Norran has been open to visitors since spring, and the view is wide."),
    _planted("year", "Norran plans new pier for 2031",
             "Norran plans a new pier. It is to be opened in a few years, if the money is found."),
    _planted("name", "F-35 lands on the beach of Norran",
             "A fighter plane landed on the beach of Norran on Sunday. Its pilot walked to the next farm."),
    # words
    _planted("slammed", "Mayor slams disgraceful harbour plan",
             "The mayor criticised the plan for the harbour on Monday. It costs too much, she said.", WORD),
    _planted("havoc", "Storm wreaks havoc on Norran coast",
             "A storm lifted some roofs on the coast of Norran on Monday and felled trees.", WORD),
    _planted("carried", "Disgraceful plan for the harbour is dropped",
             "The plan for the harbour, a disgrace in the eyes of many, was dropped on Monday."),
    _planted("somebody else's", "Mayor: Disgraceful plan must go",
             "The mayor criticised the plan for the harbour on Monday. It costs too much, she said."),
    _planted("in quotation marks", "Mayor calls harbour plan ‘disgraceful’",
             "The mayor criticised the plan for the harbour on Monday. It costs too much, she said."),
    _planted("topic of a word", "Grell Bank: a disgraceful night",
             "Boats met on the sand bank on Monday night. Somebody lost an oar, and two nets were cut.", WORD),
    _planted("label of a word", "LIVE UPDATES: Mayor slams harbour plan",
             "The mayor criticised the plan for the harbour on Monday. It costs too much, she said.", WORD),
    _planted("quotation before", "‘Enough’: Minister slams disgraceful harbour plan",
             "The minister criticised the plan for the harbour on Monday. “Enough,” she said.", WORD),
    _planted("speaker behind", "Harbour plan is disgraceful: minister",
             "The minister criticised the plan for the harbour on Monday. It costs too much, she said."),
    _planted("body of people", "Fishermen’s union: disgraceful harbour plan must go",
             "The union criticised the plan for the harbour on Monday. It costs too much, it said."),
    _planted("name", "Ida Marn: Disgraceful plan must go",
             "Ida Marn criticised the plan for the harbour on Monday. It costs too much, she said."),
    # questions
    _planted("question", "Did the harbour board know of the leak?",
             "The harbour board met on Monday. Its minutes tell nothing of a leak.", QUESTION),
    _planted("question inside", "Who pays? Norran splits the bill for the sea wall",
             "Norran will split the bill for the sea wall with the province."),
)
