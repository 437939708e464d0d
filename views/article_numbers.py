"""The numbers of one article by voice, each with the passages behind it, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from analysis import charts
from analysis.frames import frame_of, title_of
from analysis.highlight import Mark, passage_html, text_html
from analysis.measures.sentences import OF_SENTENCES
from analysis.model import Comparison, Evidence, HeadlineCheck, Measurement, Span, Tone, Voice
from analysis.passages import Passage, field_of, passages
from analysis.reasons import reasons
from analysis.strip import strip
from analysis.tone import NAMES, SCALE, counts, how_usual, measurement, signed
from analysis.usual import wording
from views.masks import Mask

MOST_NAMES = 8
"""People and groups whose tone is listed, those with most clauses."""


def numbers(compared: Comparison, article_id: str, hide: Mask) -> str:
    """One line a measure: own, reported, quoted; it opens the basis and the passages."""
    rows = [
        row for row in compared.measurements
        if row.article == article_id and row.part == "article" and "." not in row.measure
    ]
    lines = "".join(
        _line(charts.measure_title(name), [row for row in rows if row.measure == name], compared, hide)
        for name in dict.fromkeys(row.measure for row in rows)
    )
    return (
        '<h3>Numbers by voice</h3><div class="px-numbers"><div class="head"><span>Measure</span>'
        f"<span>own</span><span>reported</span><span>quoted</span></div>{lines}</div>"
        '<p class="px-meta">Per 1,000 words of that voice; loaded sentences in % of its sentences. Open a line for its '
        f"likely range, for how usual it is among {wording.CORPUS}, and for its passages.</p>"
        f"{_frames(compared, article_id, hide)}{_tones(compared, article_id, hide)}"
        f"{_headline(compared, article_id, hide)}"
    )


def _frames(compared: Comparison, article_id: str, hide: Mask) -> str:
    """The frames that this article uses, in % of the sentences of each voice, each with its sentences."""
    rows = [row for row in compared.measurements if row.article == article_id and frame_of(row.measure) is not None]
    used = dict.fromkeys(row.measure for row in rows if row.evidence)
    lines = "".join(
        _line(title_of(frame_of(name) or name), [row for row in rows if row.measure == name], compared, hide)
        for name in used
    )
    if not lines:
        return '<h3>Frames</h3><p class="px-none">No sentence uses a frame that is known here.</p>'
    return (
        f'<h3>Frames</h3><div class="px-numbers">{lines}</div><p class="px-meta">In % of the sentences of that voice. '
        "A frame found this way is mostly the topic: compare it with the others on this event.</p>"
    )


def _tones(compared: Comparison, article_id: str, hide: Mask) -> str:
    """Who is spoken of most, in how many negative, neutral and positive clauses of each voice, with the clauses."""
    held: dict[str, list[Tone]] = {}
    for tone in compared.tones:
        if tone.article == article_id:
            held.setdefault(tone.entity, []).append(tone)
    names = {entity.id: entity.name for entity in compared.entities}
    most = sorted(held, key=lambda one: -sum(len(tone.clauses) for tone in held[one]))[:MOST_NAMES]
    lines = "".join(_toned(names[one], held[one], compared, hide) for one in most)
    if not lines:
        return '<h3>Tone towards people and groups</h3><p class="px-none">Too few clauses about anybody.</p>'
    return (
        f'<h3>Tone towards people and groups</h3>{lines}<p class="px-meta">The machine is often wrong, and bad news '
        "about somebody counts as negative: read the clauses, and conclude nothing from the counts. A mean, from −1 "
        f"(all negative) to 1 (all positive), stands with five clauses of one voice; open a name for its likely range "
        f"and how usual it is among {wording.CORPUS}. A wrong clause is corrected on the tab Tone of Compare.</p>"
    )


def _toned(name: str, tones: list[Tone], compared: Comparison, hide: Mask) -> str:
    marks = [
        Evidence(clause.article, clause.field, *clause.target, f"{NAMES[clause.label]} ({signed(clause.score)})")
        for tone in tones
        for clause in tone.clauses
    ]
    voices = "".join(f'<span class="px-meta">{_counted(tone)}</span>' for tone in tones)
    return (
        f'<details class="px-headnote px-toned"><summary><span>{text_html(name, mask=hide)}</span>{voices}</summary>'
        f"<div>{_means(name, tones, hide)}{_passages(compared, marks, hide)}</div></details>"
    )


def _means(name: str, tones: list[Tone], hide: Mask) -> str:
    """The voices with a mean on one scale, and a row for each; "" where no voice has one."""
    rows = [measurement(tone) for tone in tones]
    if all(row.value is None for row in rows):
        return ""
    heads = ("Voice", "Mean", "Likely range", "How usual", "Clauses")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{tone.voice.value}</th><td>{_mean(tone)}</td><td>{wording.span(row)}</td>'
        f"<td>{how_usual(tone) or 'not known'}</td><td>{row.basis:,}</td></tr>"
        for tone, row in zip(tones, rows, strict=True)
    )
    return (
        f'{_strips(rows, SCALE)}<table class="px-table px-small px-usual" aria-label="Tone towards '
        f'{escape(hide(name))} by voice"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _mean(tone: Tone) -> str:
    return charts.number(None) if tone.mean is None else signed(tone.mean)


def _counted(tone: Tone) -> str:
    """The clauses of one voice: "own: 3 negative, 2 neutral; mean −0.60"."""
    mean = f"; mean {signed(tone.mean)}" if tone.mean is not None else ""
    return f"{tone.voice.value}: {counts(tone)}{mean}"


def _headline(compared: Comparison, article_id: str, hide: Mask) -> str:
    """The headline against the text: one line a difference, which opens the passages of both."""
    article = next(each for each in compared.articles if each.id == article_id)
    found = [check for check in compared.headlines if check.article == article_id]
    lines = "".join(_check(compared, check, hide) for check in found)
    if article.title is None or not article.title.text.strip():
        lines = '<p class="px-none">No headline was found in this text, so there is nothing to compare.</p>'
    elif not article.text.sentences:
        lines = '<p class="px-none">There is no text under this headline.</p>'
    elif not found:
        lines = '<p class="px-none">No difference was found. About half of those that a reader sees are missed.</p>'
    return f"<h3>Headline against text</h3>{lines}"


def _check(compared: Comparison, check: HeadlineCheck, hide: Mask) -> str:
    near = "No sentence of the text is near to it."
    if check.text:
        near = "Above, the headline and the nearest sentence of the text." if check.nearest else ""
    lead = f'<p class="px-meta">{near}</p>' if near else ""
    return (
        f'<details class="px-headnote"><summary>{text_html(check.sentence, mask=hide)}</summary><div>'
        f"{_passages(compared, (check.headline, *check.text), hide)}{lead}</div></details>"
    )


def _line(title: str, rows: list[Measurement], compared: Comparison, hide: Mask) -> str:
    by_voice = {row.voice: row for row in rows}
    cells = "".join(_cell(by_voice.get(voice)) for voice in Voice)
    marked = [evidence for row in rows for evidence in row.evidence]
    found = '<p class="px-none">Not found in this article.</p>'
    if marked:
        found = _passages(compared, marked, hide, why=rows[0].measure == "loaded_sentences")
    return (
        f"<details><summary><span>{escape(title)}</span>{cells}</summary>{_strips(rows)}{_table(title, rows)}{found}"
        "</details>"
    )


def _cell(row: Measurement | None) -> str:
    if row is None:
        return "<span>–</span>"
    css = ' class="none"' if row.value is None else ""
    return f"<span{css}>{charts.number(row.value)}</span>"


def _strips(rows: list[Measurement], scale: charts.Band | None = None) -> str:
    """The voices one under the other on one scale, whose ends and unit stand below; "" where no voice has a figure."""
    bands = {row.voice: band for row in rows if (band := charts.usual_band(row))}
    low, high = scale = scale or charts.reach(rows, bands.values())
    drawn = [(row, strip(row, bands.get(row.voice), scale)) for row in rows if row.value is not None]
    if not drawn:
        return ""
    lines = "".join(f"<span>{row.voice.value}</span>{shown}" for row, shown in drawn)
    key = "Dot: the figure; line: likely range" + ("; band with dotted edges: usual range" if bands else "")
    return (
        f'<div class="px-strips">{lines}<span></span><span class="px-scale"><span>{charts.number(low)}</span><span>'
        f"{escape(rows[0].unit)}</span><span>{charts.number(high)}</span></span></div><p class=\"px-meta\">{key}.</p>"
    )


def _table(title: str, rows: list[Measurement]) -> str:
    """One row a voice: value, likely range, how usual, and what the figure rests on."""
    basis = "Sentences" if rows[0].unit == OF_SENTENCES else "Words"
    heads = ("Voice", "Value", "Likely range", "How usual", "Passages", basis)
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{row.voice.value}</th><td>{charts.number(row.value)}</td><td>{wording.span(row)}</td>'
        f"<td>{wording.how_usual_short(row)}</td><td>{len(row.evidence):,}</td><td>{row.basis:,}</td></tr>"
        for row in rows
    )
    beyond = f'<p class="px-meta">{wording.BEYOND}</p>' if any(map(wording.is_beyond, rows)) else ""
    return (
        f'<table class="px-table px-small px-usual" aria-label="{escape(title)} by voice"><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table>{beyond}"
    )


def _passages(compared: Comparison, marked: Iterable[Evidence], hide: Mask, *, why: bool = False) -> str:
    """The passages as a list; ``why`` adds the words that made a sentence loaded."""
    articles = {annotated.id: annotated for annotated in compared.articles}
    items = []
    for passage in passages(compared, marked):
        field = field_of(articles[passage.article], passage.field)
        if field is None:
            continue
        marks = [Mark(one.start, one.end, "here", "", one.label) for one in passage.evidence]
        place = "headline" if passage.paragraph is None else f"paragraph {passage.paragraph}"
        shown = passage_html(field, Span(passage.start, passage.end), marks, mask=hide)
        labels = ", ".join(dict.fromkeys(one.label for one in passage.evidence))
        told = _reasons(compared, passage, hide) if why else ""
        items.append(f'<li class="px-passage"><span class="px-meta">{passage.voice} voice, {place}: {escape(labels)}'
                     f"</span>{shown}{told}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _reasons(compared: Comparison, passage: Passage, hide: Mask) -> str:
    _, words = reasons(compared, passage.article, passage.field).get((passage.start, passage.end), (0.0, ""))
    return f'<span class="px-meta">Words that decided: {text_html(words, mask=hide)}</span>' if words else ""
