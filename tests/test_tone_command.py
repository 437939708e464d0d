"""``python -m analysis tone``: one answer a target; a broken line is named with what would be right."""

import json

import pytest

from analysis.__main__ import main

GOOD = {"id": "a", "text": "The corrupt Teviot lied and was condemned.", "start": 12, "end": 18}


@pytest.fixture
def run(tmp_path, capsys):
    def ran(*lines):
        file = tmp_path / "targets.jsonl"
        file.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
        status = main(["tone", str(file)])
        out, err = capsys.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], err

    return ran


def test_each_target_has_a_label_and_a_score(run):
    other = GOOD | {"id": "b", "start": 4, "end": 18}
    status, answers, _ = run(GOOD, other, GOOD | {"id": "c", "text": "Teviot left.", "start": 0, "end": 6})
    assert status == 0
    assert {answer["id"] for answer in answers} == {"a", "b", "c"}
    assert {tuple(answer) for answer in answers} == {("id", "label", "score")}
    assert next(answer for answer in answers if answer["id"] == "a")["label"] == -1


@pytest.mark.parametrize(
    "line, said",
    [
        ("{not json", "line 1 is not JSON"),
        ("[1, 2]", "line 1 is not an object"),
        ({"id": "x", "start": 0, "end": 1}, 'line 1 has no text "text"'),
        ({"text": "Teviot left.", "start": 0, "end": 6}, 'line 1 has no text "id"'),
        (GOOD | {"id": 7}, 'line 1 has no text "id"'),
        ({"id": "x", "text": "Teviot left.", "end": 6}, 'line 1 has no whole number "start"'),
        (GOOD | {"id": "x", "end": "18"}, 'line 1 has no whole number "end"'),
        (GOOD | {"id": "x", "end": True}, 'line 1 has no whole number "end"'),
        (GOOD | {"id": "x", "end": 99}, "line 1 places its target at 12 to 99, empty or outside its text (0 to 42)"),
        (GOOD | {"id": "x", "start": -3}, "line 1 places its target at -3 to 18"),
        (GOOD | {"id": "x", "start": 18}, "line 1 places its target at 18 to 18"),
        (GOOD | {"id": "x", "start": 11, "end": 12}, "line 1 has a target without a letter or a figure"),
    ],
)
def test_a_broken_line_is_named_and_the_others_go_on(run, line, said):
    status, answers, err = run(line, GOOD)
    assert status == 0
    assert [answer["id"] for answer in answers] == ["a"]
    assert f"targets.jsonl, {said}" in err
    assert all(word not in err for word in ("Traceback", "Error"))


def test_an_id_that_stood_before_is_refused(run):
    status, answers, err = run(GOOD, GOOD)
    assert (status, len(answers)) == (0, 1)
    assert "line 2 has the id 'a', which stood before; give each line its own." in err


def test_without_a_target_the_status_is_1(run):
    assert run()[0] == 1
    status, answers, err = run("", "nonsense")
    assert (status, answers) == (1, [])
    assert "line 2 is not JSON" in err


def test_a_file_that_is_not_there_or_not_utf8_is_named(tmp_path, capsys):
    assert main(["tone", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl cannot be opened" in capsys.readouterr().err
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe{}")
    assert main(["tone", str(tmp_path / "bad.jsonl")]) == 1
    assert "bad.jsonl is not UTF-8" in capsys.readouterr().err


def test_odd_texts_are_answered(run):
    odd = ["\ud800 Teviot \u202e left", "“" * 3_000 + " Teviot", "Teviot " * 1_500]
    lines = [{"id": str(n), "text": text, "start": text.index("Teviot"), "end": text.index("Teviot") + 6}
             for n, text in enumerate(odd)]  # fmt: skip
    status, answers, _ = run(*lines)
    assert (status, len(answers)) == (0, 3)


def test_answers_stand_in_the_order_of_the_file_where_texts_repeat(run):
    other = {"text": "Teviot left.", "start": 0, "end": 6}
    lines = [GOOD, other | {"id": "b"}, GOOD | {"id": "c"}, other | {"id": "d"}]
    assert [answer["id"] for answer in run(*lines)[1]] == ["a", "b", "c", "d"]
