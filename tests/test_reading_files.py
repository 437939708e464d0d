"""Files of every format, whole and broken: what can be read goes in, the rest gives one clear sentence."""

import codecs
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import ReadingError
from analysis.model import Flag
from analysis.reading import article_id, read_bytes, read_jsonl_records, read_path, read_text, with_fields

TEXT = "The council of Sandvik met on Monday and put off its vote on the bridge for the third time, the mayor said."
GERMAN = (
    "Der Gemeinderat hat am Montag beschlossen, die Abstimmung über die neue Brücke noch einmal zu verschieben, "
    "weil das Geld dafür nicht reicht und die Bürger nicht gefragt worden sind."
)


def _only_failure(batch):
    assert not batch.articles
    assert len(batch.failures) == 1
    return batch.failures[0].sentence


@pytest.mark.parametrize(
    "data, says",
    [
        (b"", "page.txt is empty"),
        (b"  \n\n ", "page.txt is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a PNG image"),
        (b"%PDF-1.7\n...", "is a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Microsoft Office document"),
        (bytes(range(256)) * 20, "page.txt is"),
        (b"text\x00with\x00\x01zeros\x02\x03\x04\x05 and more of it", "is a binary file"),
        (b"a \x81\x8d\x8f\x90\x9d text", "encoding"),
        (b"x" * 20_000_001, "is too large (20.1 MB; the limit is 20 MB)"),
        (b"word " * 220_000, "too long for one article"),
        (b"a\n" * 30_000, "too many lines"),
        (GERMAN.encode(), "does not look like English (more like German)"),
        ("市议会星期一决定推迟对新桥的表决，因为资金不足，居民也没有被征求意见。".encode() * 3, "more like Chinese"),
    ],
)
def test_what_cannot_be_read_says_what_and_which(data, says):
    sentence = _only_failure(read_bytes(data, "page.txt"))
    assert "page.txt" in sentence
    assert says in sentence


def test_office_documents_are_named():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    assert "is a Word document, not text" in _only_failure(read_bytes(archive.getvalue(), "report.docx"))


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + "Café “owners” say no".encode(),
        "Café “owners” say no".encode(),
        "Café “owners” say no".encode("cp1252"),
        codecs.BOM_UTF16_LE + "Café “owners” say no".encode("utf-16-le"),
        "Café “owners” say no".encode("utf-16-be"),
    ],
)
def test_encodings(data):
    assert read_bytes(data, "page.txt").articles[0].text == "Café “owners” say no"


def test_mojibake_is_undone():
    broken = "The café’s owner said “no".encode().decode("cp1252")
    assert read_text(broken).text == "The café’s owner said “no"


def test_quotation_marks_and_ligatures_are_left_alone():
    text = "“Curly” ‘marks’ and \"straight\" 'ones', ﬁne…"
    assert read_text(text).text == text


def test_csv_with_other_names_and_separators():
    header = "Headline;Publication;Date;Body;Topic"
    data = f'{header}\nBridge put off;Sandvik Post;3 May 2024;"{TEXT}\n\nNobody said why.";x\n'
    (article,) = read_bytes(data.encode(), "rows.csv").articles
    assert (article.title, article.outlet, article.published) == ("Bridge put off", "Sandvik Post", "2024-05-03")
    assert article.text == f"{TEXT}\n\nNobody said why."
    assert article.flags == ()


def test_csv_without_a_text_column_names_what_it_has():
    sentence = _only_failure(read_bytes(b"name,date\nx,y\n", "rows.csv"))
    assert sentence.startswith("rows.csv has no column with the articles' text")
    assert "found: name, date" in sentence


def test_csv_rows_with_problems_do_not_keep_the_others_out():
    data = f'outlet,text\nA,"{TEXT}"\nB,\nC,one, two\nD,"{GERMAN}"\nE,"{TEXT}"\nF,"cut {TEXT}'
    batch = read_bytes(data.encode(), "rows.csv")
    assert [article.outlet for article in batch.articles] == ["A", "E"]
    assert [failure.name for failure in batch.failures] == [f"rows.csv, row {number}" for number in (2, 3, 4, 6)]
    assert "breaks off" in batch.failures[-1].sentence


def test_csv_with_a_huge_field():
    batch = read_bytes(("text\n" + '"' + f"{TEXT} " * 1_500 + '"\n').encode(), "rows.csv")
    assert len(batch.articles) == 1


def test_a_date_with_two_readings_is_left_out_and_said():
    batch = read_bytes(f'text,date\n"{TEXT}",3/4/2024\n"{TEXT}",13/4/2024\n'.encode(), "rows.csv")
    assert [article.published for article in batch.articles] == [None, "2024-04-13"]
    assert "'3/4/2024'" in batch.failures[0].sentence


@pytest.mark.parametrize("wrap", [lambda item: [item], lambda item: item, lambda item: {"articles": [item]}])
def test_json_shapes(wrap):
    address = "https://a.example/opinion/x"
    item = {"title": "Bridge put off", "content": TEXT, "publisher": {"name": "Sandvik Post"}, "link": address}
    (article,) = read_bytes(json.dumps(wrap(item)).encode(), "data.json").articles
    assert (article.title, article.outlet, article.url) == ("Bridge put off", "Sandvik Post", address)
    assert article.flags == (Flag.OPINION,)


@pytest.mark.parametrize(
    "data, says",
    [
        ('[{"text": "abc"},\n {"text": "de', "line 2, column 11"),
        ('{"rows": [1, 2]}', "has no field text (found: rows)"),
        ("[1, 2]", "JSON of another shape"),
        ('"text"', "JSON of another shape"),
        ("[" * 100_000, "nested too deeply"),
        ("[" * 60 + "]" * 60, "nested more than 50 levels deep"),
        ("9" * 5000, "cannot be read as JSON"),
    ],
)
def test_broken_json_says_where_or_what(data, says):
    sentence = _only_failure(read_bytes(data.encode(), "data.json"))
    assert sentence.startswith("data.json")
    assert says in sentence


def test_one_broken_line_of_json_lines():
    lines = [json.dumps({"text": TEXT, "outlet": "A"}), '{"text": ', "", json.dumps({"text": TEXT, "outlet": "B"}), "7"]
    batch = read_bytes("\n".join(lines).encode(), "data.jsonl")
    assert [article.outlet for article in batch.articles] == ["A", "B"]
    assert [failure.name for failure in batch.failures] == ["data.jsonl, line 2", "data.jsonl, line 5"]
    assert "is not valid JSON" in batch.failures[0].sentence


def test_json_lines_under_the_name_json():
    lines = "\n".join(json.dumps({"text": TEXT, "outlet": outlet}) for outlet in "AB")
    assert len(read_bytes(lines.encode(), "data.json").articles) == 2


def test_a_file_full_of_problems_does_not_flood():
    batch = read_bytes(b"no json\n" * 500, "data.jsonl")
    assert len(batch.failures) == 21
    assert "480 more rows" in batch.failures[-1].sentence


def test_markdown_is_read_as_its_reader_sees_it():
    image, link = "![The bridge](bridge.png)", "[plan](https://a.example/p)"
    page = f"# Bridge put off\n\n{image}\n\n{TEXT} See the {link}.\n\n## Who pays\n\nThe **state**."
    (article,) = read_bytes(page.encode(), "page.md").articles
    assert article.title == "Bridge put off"
    assert article.text == f"{TEXT} See the plan.\n\nWho pays\n\nThe state."
    assert image in [cut.text for cut in article.removed]


def test_paths(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "big.txt").write_bytes(b"x" * 50_000_000)
    assert read_path(tmp_path / "a.txt").articles[0].name == "a.txt"
    assert "is not there" in _only_failure(read_path(tmp_path / "b.txt"))
    assert "is a folder" in _only_failure(read_path(tmp_path))
    assert "big.txt is too large (50 MB" in _only_failure(read_path(tmp_path / "big.txt"))


def test_records_keep_ids_and_are_verbatim(tmp_path):
    text = "  Advertisement\n\nTwo  words \x07"
    rows = [
        {"id": "a", "outlet": None, "title": " As it is ", "text": text, "published": "2024-05-02T10:00", "url": None},
        {"id": 7, "title": "Only a title", "text": ""},
        {"id": "a", "text": "again"},
        {"text": "no id"},
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n{broken\n", encoding="utf-8")
    found = read_jsonl_records(path)
    assert [identifier for identifier, _ in found.records] == ["a", "7"]
    article = found.records[0][1]
    assert (article.text, article.title, article.published) == (text, " As it is ", "2024-05-02T10:00")
    assert [failure.name for failure in found.failures] == [f"in.jsonl, line {number}" for number in (3, 4, 5)]


def test_records_can_be_cleaned(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "text": f"Bridge put off\n\n{TEXT}\n\nAdvertisement"}), encoding="utf-8")
    ((_, article),) = read_jsonl_records(path, verbatim=False).records
    assert (article.title, article.text) == ("Bridge put off", TEXT)


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("text", [["x"], [], {"a": 1}, True])
def test_a_text_of_another_type_is_told(tmp_path, text, verbatim):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "title": "Bridge put off", "text": text}), encoding="utf-8")
    found = read_jsonl_records(path, verbatim=verbatim)
    assert found.records == ()
    assert [failure.sentence for failure in found.failures] == [
        "in.jsonl, line 1 has a field text that is no text; write it in quotation marks."
    ]


def test_a_verbatim_text_may_be_none(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "title": "Bridge put off", "text": None}), encoding="utf-8")
    assert [article.text for _, article in read_jsonl_records(path).records] == [""]


def test_records_of_a_missing_file_raise():
    with pytest.raises(ReadingError, match="is not there"):
        read_jsonl_records("nowhere.jsonl")


@pytest.mark.parametrize("outlet", ["  ", "\u00a0\u200b", "\u2800", "\u3164", "\u200e\u200f", "\ufe0f\u034f\u200d"])
@pytest.mark.parametrize("verbatim", [False, True])
def test_an_outlet_of_which_nothing_can_be_seen_is_no_outlet(outlet, verbatim):
    article = read_text(TEXT, outlet=outlet, verbatim=verbatim)
    assert article.outlet is None
    assert with_fields(read_text(TEXT, outlet="Sandvik Post"), outlet=outlet).outlet is None


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("field,what", [("title", "headline"), ("outlet", "name of the outlet")])
def test_a_text_in_the_place_of_a_line_is_refused(field, what, verbatim):
    longest = {field: "The quay " * 111 + "."}
    assert getattr(read_text(TEXT, verbatim=verbatim, **longest), field)
    with pytest.raises(ReadingError, match=f"The {what} of a.txt is too long .1,00[78] characters; the limit is 1,000"):
        read_text(TEXT, "a.txt", verbatim=verbatim, **{field: "The quay " * 112})
    with pytest.raises(ReadingError, match="is too long"):
        with_fields(read_text(TEXT), **{field: "The quay " * 112})


def test_a_line_too_long_stops_no_other_record():
    rows = [{"text": TEXT, "title": "x" * 5_000, "outlet": "Sandvik Post"}, {"text": TEXT, "title": "A bridge"}]
    batch = read_bytes(json.dumps(rows).encode(), "two.json")
    assert [article.title for article in batch.articles] == ["A bridge"]
    assert "too long" in batch.failures[0].sentence


def test_fields_set_by_hand_lose_the_guessed_flag_and_change_the_id():
    article = read_text(f"PORT ARLEN, May 3, 2024 (Northern Wire) - {TEXT}")
    assert article.flags == (Flag.OUTLET_GUESSED, Flag.DATE_GUESSED)
    changed = with_fields(article, outlet="Sandvik Post")
    assert (changed.outlet, changed.flags) == ("Sandvik Post", (Flag.DATE_GUESSED,))
    assert changed.id == article_id("Sandvik Post", None, article.text, "2024-05-03", None) != article.id
    cleared = with_fields(changed, published=None, title="Bridge")
    assert (cleared.published, cleared.title, cleared.flags) == (None, "Bridge", ())
    with pytest.raises(ReadingError, match="write it like 2024-05-31"):
        with_fields(article, published="last week")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from((".txt", ".md", ".html", ".csv", ".json", ".jsonl", ".xyz")))
def test_no_bytes_raise(data, ending):
    batch = read_bytes(data, "file" + ending)
    assert all(failure.sentence for failure in batch.failures)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.text(max_size=40))
def test_verbatim_changes_nothing_but_what_no_file_can_hold(text, title):
    article = read_text(text, title=title, verbatim=True)
    assert (article.text, article.title) == (text, title)
    assert (article.removed, article.flags) == ((), ())
