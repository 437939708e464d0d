"""Pasted pages of several makes, all invented: what is article stays to the letter, the rest is cut with its reason."""

from analysis.model import Flag
from analysis.reading import read_text

BLOG = """Home > Region > Port Arlen

Harbour council backs second pier after night of debate

By Mira Holt, harbour correspondent
Published: 14 March 2024, 06:30 | Updated: 14 March 2024

Fishing boats in the old basin, Port Arlen. Photo: Tomas Brandt

Share this article on Facebook
WhatsApp | Telegram | Email

The harbour council of Port Arlen voted early on Thursday to build a second pier, ending a debate of nine hours.

“We have waited twenty years for this,” said Ada Quill, who leads the council. “Nobody can say that we rushed it.”

Advertisement

Opponents called the plan reckless

The Anglers' Union says that the pier will silt up the eastern channel, where most of its members fish.

Read more: Ferry company to cut winter crossings

A vote on the money is due in May, and the union has asked for a hearing before that.

Sign up for our newsletter
Related articles
Ferry company to cut winter crossings
Lighthouse museum reopens after storm
Comments (3)
Old Salt says:
About time too.
Reply
2 hours ago
Gull says:
What a waste of money, and who will pay for it in the end.
Reply
"""

TABLOID = """WORLD
'It came out of NOWHERE': Minister flees press as bus row EXPLODES
Minister Lena Orsk left by the back door after calling drivers 'spoiled'
Minister Lena Orsk leaves the ministry in Velmar on Tuesday
Minister Lena Orsk leaves the ministry in Velmar on Tuesday (Image: Harald Finn/Velmar Picture Desk)
A furious row over night buses boiled over in Velmar on Tuesday when Minister Lena Orsk walked out on reporters.
The minister had said that drivers who refuse the new shifts were "spoiled", and the union hit back within the hour.
ALSO READ: Ten photographs that show how the night buses changed
"She has never driven a night shift in her life, and it shows every time she speaks," said driver Pavo Leen.
"She has never driven a night shift in her life, and it shows"
Pavo Leen, night bus driver
The ministry did not answer questions on Tuesday evening, and a meeting set for Wednesday was called off.
CLICK HERE TO GET OUR APP
TRENDING
Neighbours furious over giant inflatable dragon
Weather: when the rain will stop in your town
We use cookies to improve your experience. By continuing you agree to our policy.
Accept all cookies
"""

WIRE = """PORT ARLEN, May 3, 2024 (Northern Wire) - The ferry company Brisling Lines will halve its winter
crossings from November, it said on Friday, citing the price of fuel and a shortage
of mates with a licence for the strait.

The company carried 410,000 people last winter, a tenth fewer than the year before. Its
head, Jon Aske, told reporters that no route would be closed for good.

The mayor of Sandvik, across the strait, called the cut "a betrayal" and asked the
regional government to step in before the timetable is printed.

(Reporting by Eva Strand; Editing by Nils Holm)
"""

TRANSLATED = """Translated from Spanish by the newsroom

The dam that nobody wanted

The villages above the Sorrel dam will be flooded in June, the water board announced on Monday.

"We were never asked," said Inés Calva, who keeps the shop in Alto Sorrel. "Now they send us a letter.»

Source: El Faro de Sorrel

Tags: water, dams, Sorrel
Next article: A school without a roof
"""

MENUS = """Skip to main content
Skip to navigation
Support the Courier
Fund independent journalism
News
Opinion
Sport
Culture
World
This article is more than 2 months old
Minister Lena Orsk quits over cost of Velmar tunnel
This article is more than 2 months old

Inquiry finds figures were understated by a third, as opposition calls for public hearing

Tom Hale and Ada Quill
Tue 12 Mar 2024 14.05 CET
Last modified on Wed 13 Mar 2024 09.12 CET
Share
72
The transport minister, Lena Orsk, has resigned after an inquiry into the cost of the Velmar tunnel.

In a letter to the prime minister, she said she had “acted in good faith throughout”.

Sign up to First Light
Free daily newsletter
Our morning email breaks down the key stories of the day
Enter your email address
Sign up
Privacy Notice: Newsletters may contain info about online ads. See our Privacy Policy.
after newsletter promotion

Opposition parties called for a public inquiry and said that the prime minister had questions to answer as well.

“I have nothing to hide,” she told reporters outside her home.

Explore more on these topics
Velmar
Transport policy
news
Share
Reuse this content
More on this story
More on this story
Tunnel costs: what we know so far

10 Mar 2024
Why big projects run over budget
2 Mar 2024
Most viewed
"""

COUNTERS = """The Sandvik Post
Local News, Every Day
Menu
Breaking News
Politics
Bridge vote put off for the third time
by Mira Holt
May 3, 2024
in Politics
Reading Time: 3 mins read
A A
0
152
SHARES
1.9k
VIEWS
Share on Facebook
Share on Twitter
SANDVIK: The council of Sandvik met on Monday and put off its vote on the bridge for the third time.
The mayor, Ivo Brandt, said the town would “not be hurried”.
You might also like
Ferry company cuts crossings
Lighthouse museum reopens
School bus strike enters second week
Opposition members walked out of the chamber before the vote, and the session ended a few minutes later.
“It is a circus,” said Pavo Leen, who has sat on the council since 2010.
Tags: bridge, council, Sandvik
Share
61
Tweet
38
Share
Mira Holt
Mira Holt
Related Posts
Ferry company cuts crossings
POLITICS
Ferry company cuts crossings
MAY 1, 2024
Lighthouse museum reopens
CULTURE
Lighthouse museum reopens
APRIL 28, 2024
Next Post
Ferry company cuts crossings
Leave a comment
Your e-mail address will not be shown to anyone.

Comment *
Name *
Email *
Website
Save my name, email, and website in this browser for the next time I comment.

© 2024 The Sandvik Post - All rights reserved.
"""

LIST_INSIDE = """News|Transport
Velmar minister resigns over tunnel
Inquiry says cost was understated by a third; opposition wants hearing.

Lena Orsk
Lena Orsk has led the ministry since 2019 [File: Harald Finn/Strait Press]
By Strait Press and News Agencies
Published On 12 Mar 2024
12 Mar 2024
Save articles to read later and create your own reading list.

Transport Minister Lena Orsk has resigned after an inquiry into the cost of the Velmar tunnel.

The opposition has demanded a public hearing.

KEEP READING
list of 3 items
list 1 of 3
Why big projects run over budget
list 2 of 3
Tunnel costs: What we know
list 3 of 3
Velmar in pictures
end of list
“I have nothing to hide,” she told reporters.

The inquiry will publish its full report in June, according to the government.

Source: Strait Press and news agencies
Advertisement
"""


def _cuts(article):
    return {cut.text: cut.reason for cut in article.removed}


def test_a_blog_page_keeps_headline_text_and_subheading():
    article = read_text(BLOG)
    assert article.title == "Harbour council backs second pier after night of debate"
    assert article.text.split("\n\n") == [
        BLOG.split("\n")[12],
        BLOG.split("\n")[14],
        "Opponents called the plan reckless",
        BLOG.split("\n")[20],
        BLOG.split("\n")[24],
    ]


def test_a_blog_page_gives_author_and_a_date_marked_as_guessed():
    article = read_text(BLOG)
    assert (article.author, article.published) == ("Mira Holt", "2024-03-14")
    assert article.flags == (Flag.DATE_GUESSED,)


def test_what_a_blog_page_loses_is_kept_apart_with_its_reason():
    cuts = _cuts(read_text(BLOG))
    assert cuts["Home > Region > Port Arlen"] == "page furniture"
    assert cuts["Fishing boats in the old basin, Port Arlen. Photo: Tomas Brandt"] == "photo caption or credit"
    assert cuts["WhatsApp | Telegram | Email"] == "share links"
    assert cuts["Advertisement"] == "advertisement"
    assert cuts["Read more: Ferry company to cut winter crossings"] == "link to another story"
    assert cuts["Lighthouse museum reopens after storm"] == "teaser of another story"
    assert cuts["About time too."] == "readers' comments"


def test_a_tabloid_page_without_blank_lines():
    article = read_text(TABLOID)
    lines = TABLOID.split("\n")
    assert article.title == lines[1]
    assert article.text.split("\n\n") == [lines[2], lines[5], lines[6], lines[8], lines[11]]
    cuts = _cuts(article)
    assert cuts["WORLD"] == "section label"
    assert cuts[lines[3]] == cuts[lines[4]] == "photo caption or credit"
    assert cuts[lines[9]] == cuts[lines[10]] == "repeated text"
    assert cuts["Accept all cookies"] == "cookie notice"


def test_hard_wrapped_agency_text_becomes_paragraphs_and_has_no_headline():
    article = read_text(WIRE)
    assert article.title is None
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 3
    assert "winter crossings from November, it said on Friday" in paragraphs[0]
    assert (article.outlet, article.published) == ("Northern Wire", "2024-05-03")
    assert article.flags == (Flag.OUTLET_GUESSED, Flag.DATE_GUESSED)
    assert _cuts(article) == {"(Reporting by Eva Strand; Editing by Nils Holm)": "source line"}


def test_a_translation_that_says_and_shows_it():
    article = read_text(TRANSLATED)
    assert article.title == "The dam that nobody wanted"
    assert len(article.text.split("\n\n")) == 2
    assert article.outlet == "El Faro de Sorrel"
    assert Flag.TRANSLATION in article.flags
    assert _cuts(article)["Next article: A school without a roof"] == "page furniture"


def test_offsets_of_what_was_cut_lead_back_into_the_input():
    for page in (BLOG, TABLOID, WIRE, TRANSLATED):
        for cut in read_text(page).removed:
            assert page[cut.start:cut.end] == cut.text


def test_given_fields_are_not_guessed_and_not_flagged():
    article = read_text(WIRE, outlet="Sandvik Post", published="2024-05-04", title="Fewer ferries")
    assert (article.outlet, article.published, article.title) == ("Sandvik Post", "2024-05-04", "Fewer ferries")
    assert article.flags == ()


def test_a_menu_above_the_headline_and_a_newsletter_form_inside_the_text():
    article = read_text(MENUS)
    assert article.title == "Minister Lena Orsk quits over cost of Velmar tunnel"
    assert [paragraph[:12] for paragraph in article.text.split("\n\n")] == [
        "Inquiry find",
        "The transpor",
        "In a letter ",
        "Opposition p",
        "“I have noth",
    ]
    assert article.published == "2024-03-12"
    assert article.flags == (Flag.DATE_GUESSED,)  # "Opinion" in a menu labels nothing
    cuts = _cuts(article)
    assert cuts["Opinion"] == cuts["72"] == "page furniture"
    assert cuts["Our morning email breaks down the key stories of the day"] == "newsletter or subscription prompt"


def test_counters_and_link_boxes_of_a_local_page():
    article = read_text(COUNTERS)
    assert article.title == "Bridge vote put off for the third time"
    assert [paragraph[:12] for paragraph in article.text.split("\n\n")] == [
        "SANDVIK: The",
        "The mayor, I",
        "Opposition m",
        "“It is a cir",
    ]
    assert (article.outlet, article.author, article.published) == ("The Sandvik Post", "Mira Holt", "2024-05-03")


def test_a_short_sentence_below_a_list_of_links_is_article():
    article = read_text(LIST_INSIDE)
    assert article.title == "Velmar minister resigns over tunnel"
    assert "“I have nothing to hide,” she told reporters." in article.text.split("\n\n")
    assert "Lena Orsk has led" not in article.text
