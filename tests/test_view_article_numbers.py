"""Frames and tone among the numbers of an article, each with its passages."""

from __future__ import annotations

from dataclasses import replace

from handmade_story import told

from analysis.model import AnnotatedArticle, Evidence, Measurement, Span, Voice
from views.article_numbers import numbers
from views.masks import mask_of


def plain(text: str) -> str:
    return text


def test_frames_that_an_article_uses_stand_with_their_sentences() -> None:
    made = told()
    post = made.articles[0]
    sentence = post.text.sentences[0]
    used = Measurement("frames.economic", post.id, Voice.OWN, 50.0, "% of sentences", 2, (evidence_of(post, sentence),))
    unused = replace(used, measure="frames.morality", value=0.0, evidence=())
    html = numbers(replace(made, measurements=(*made.measurements, used, unused)), post.id, plain)
    section = html[html.index("<h3>Frames</h3>") : html.index("<h3>Tone towards")]
    assert "<span>Economic</span><span>50</span>" in section
    assert "Morality" not in section
    assert post.text.text[sentence.start : sentence.end].split()[0] in section


def test_tone_is_counted_by_name_and_opens_its_clauses() -> None:
    made = told()
    post = made.articles[0]
    html = numbers(made, post.id, plain)
    section = html[html.index("<h3>Tone towards") : html.index("<h3>Headline against")]
    mine = [tone for tone in made.tones if tone.article == post.id]
    assert mine
    names = {entity.id: entity.name for entity in made.entities}
    assert all(names[tone.entity] in section for tone in mine)
    assert section.count('class="px-passage"') >= 1


def test_a_mean_opens_its_likely_range_and_its_standing() -> None:
    made = told()
    (tone, *others) = made.tones
    placed = replace(tone, mean=-0.4, usual_percentile=14.0, interval=(-0.62, 0.13))
    html = numbers(replace(made, tones=(placed, *others)), tone.article, plain)
    section = html[html.index("px-toned") :]
    assert "<td>−0.40</td><td>−0.62 to 0.13</td><td>more negative than 8 in 10</td><td>5</td>" in section
    assert 'aria-label="−0.40 (likely −0.62 to 0.13, usual' in section
    assert "scale from −1 to 1" in section


def test_without_a_mean_there_is_no_table_of_means() -> None:
    made = told()
    wire = made.tones[1]
    html = numbers(made, wire.article, plain)
    assert "px-usual" not in html[html.index("px-toned") :].partition("</details>")[0]


def test_the_voices_of_a_tone_stand_apart() -> None:
    made = told()
    (tone, *_) = made.tones
    clause = replace(tone.clauses[0], label=1, voice=Voice.QUOTED)
    quoted = replace(tone, voice=Voice.QUOTED, clauses=(clause,), mean=None)
    html = numbers(replace(made, tones=(*made.tones, quoted)), tone.article, plain)
    line = html[html.index("px-toned") :].partition("</summary>")[0]
    assert "own: 5 negative; mean −1.00<" in line
    assert "quoted: 1 positive<" in line


def test_without_frames_and_tones_the_page_says_so() -> None:
    made = replace(told(), tones=())
    html = numbers(made, made.articles[0].id, plain)
    assert "No sentence uses a frame" in html
    assert "Too few clauses about anybody." in html


def test_names_of_hidden_outlets_are_masked_in_tones() -> None:
    made = told()
    post = made.articles[0]
    entity = next(one for one in made.entities if any(tone.entity == one.id for tone in made.tones))
    named = replace(made, entities=tuple(replace(one, name="Quill Post") if one is entity else one
                                         for one in made.entities))
    hide = mask_of({"Quill Post": "Outlet A"})
    assert "Quill Post" not in numbers(named, post.id, hide)


def evidence_of(article: AnnotatedArticle, sentence: Span) -> Evidence:
    return Evidence(article.id, "text", sentence.start, sentence.end, "economic")
