"""The library keeps what was added, over restarts, and says clearly what is wrong where it cannot."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.annotation import annotate, pack, with_vectors
from analysis.errors import LibraryError, NotFoundError
from analysis.model import Article, Correction, Flag, Removed, Story, Voice
from analysis.store import Library, default_url
from analysis.stored import compare_story

FERRY = Article(
    "f1",
    "The ferry stopped.\n\n“We wait,” said Mara Teviot.",
    title="Ferry stops",
    outlet="Calder Wire",
    published="2031-03-12T10:40",
    author="J. Penn",
    url="https://calder.example/1",
    name="ferry.txt",
    removed=(Removed("READ MORE: other", "link to another story", 3, 19),),
    flags=(Flag.TRANSLATION,),
)
FLOOD = Article("f2", "The river rose at night.", outlet="Harbour Post")
GALE = Article("f3", "“The gale will pass,” she said.", title="A gale", outlet="Harbour Post")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'a folder' / 'library.db'}"


@pytest.fixture
def library(url: str) -> Iterator[Library]:
    opened = Library(url)
    opened.add(annotate(FERRY))
    opened.add(annotate(FLOOD))
    yield opened
    opened.close()


def test_articles_and_annotations_are_there_after_a_restart(library: Library, url: str) -> None:
    library.close()
    again = Library(url)
    assert again.articles() == [FERRY, FLOOD]
    assert again.annotated(["f2", "f1"]) == (annotate(FLOOD), annotate(FERRY))


def test_adding_twice_keeps_one(library: Library) -> None:
    library.add(annotate(FERRY))
    assert [article.id for article in library.articles()] == ["f1", "f2"]


def test_stale_names_what_is_missing_or_of_another_annotator(library: Library) -> None:
    library.add(replace(annotate(FLOOD), annotator="rules 0, other"))
    assert library.stale(["f1", "f2", "f3"]) == ["f2", "f3"]


def test_only_what_is_stale_is_annotated(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add(replace(annotate(FLOOD), annotator="rules 0, other"))
    expected = [with_vectors(annotate(FLOOD)), with_vectors(annotate(GALE))]
    library.annotate(FLOOD)
    library.annotate(GALE)
    assert list(library.annotated(["f2", "f3"])) == expected
    assert library.stale(["f1", "f2", "f3"]) == []
    monkeypatch.setattr("analysis.store.library.annotate", None)
    library.annotate(FERRY)


def test_an_unreadable_annotation_is_made_anew(library: Library, url: str) -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
        file.execute("update annotations set blob = x'00', annotator = 'rules 0, other' where article = 'f1'")
    library.annotate(FERRY)
    assert library.annotated(["f1"]) == (with_vectors(annotate(FERRY)),)


def damage(url: str, blob: bytes, article: str = "f2") -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
        file.execute("update annotations set blob = ? where article = ?", (blob, article))


def test_a_damaged_annotation_stops_no_other_story_and_adding_it_again_heals_it(library: Library, url: str) -> None:
    library.annotate(GALE)
    library.save_story(Story("s1", "Ferry and gale", ("f1", "f3")))
    library.save_story(Story("s2", "Flood", ("f2", "f3")))
    damage(url, b"xx")
    with pytest.raises(LibraryError, match="add the article again"):
        library.annotated(["f2"])
    assert [each.id for each in compare_story(library, library.story("s1")).articles] == ["f1", "f3"]
    library.annotate(FLOOD)
    assert library.annotated(["f2"]) == (with_vectors(annotate(FLOOD)),)
    damage(url, b"xx")
    assert [each.id for each in compare_story(library, library.story("s2")).articles] == ["f2", "f3"]


def test_an_article_whose_annotation_is_damaged_can_be_corrected(library: Library, url: str) -> None:
    damage(url, b"xx")
    other = replace(FLOOD, outlet="Calder Wire")
    library.replace_article("f2", other)
    assert library.annotated(["f2"]) == (with_vectors(annotate(other)),)


@pytest.mark.parametrize("column,value", [(0, 2**70), (0, 10_000), (1, -5), (7, 999), (7, -1), (9, 99), (9, -1)])
def test_tokens_that_point_out_of_the_text_are_refused(library: Library, url: str, column: int, value: int) -> None:
    stored = json.loads(zlib.decompress(pack(annotate(FLOOD))))
    stored["fields"][0]["columns"][column][0] = value
    damage(url, zlib.compress(json.dumps(stored).encode()))
    with pytest.raises(LibraryError, match="add the article again"):
        library.annotated(["f2"])


@pytest.mark.parametrize("part,value", [("sentences", [[0, 10**6]]), ("paragraphs", [[-1, 3]]), ("sentences", [])])
def test_spans_that_lie_out_of_the_text_are_refused(library: Library, url: str, part: str, value: object) -> None:
    stored = json.loads(zlib.decompress(pack(annotate(FLOOD))))
    stored["fields"][0][part] = value
    damage(url, zlib.compress(json.dumps(stored).encode()))
    with pytest.raises(LibraryError, match="add the article again"):
        library.annotated(["f2"])


def test_stories_keep_their_articles_in_order(library: Library, url: str) -> None:
    story = Story("s1", "Night on the strait", ("f2", "f1"), by_hand=True, note="A note")
    library.save_story(story)
    assert Library(url).stories() == [story]
    library.save_story(replace(story, title="Renamed", articles=("f1",)))
    assert library.story("s1") == Story("s1", "Renamed", ("f1",), by_hand=True, note="A note")


def test_a_story_needs_articles_that_are_there(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.save_story(Story("s1", "Ghost", ("nowhere",)))
    assert library.stories() == []


def test_forgetting_a_story_keeps_articles_and_removing_one_takes_those_of_no_other(library: Library) -> None:
    library.save_story(Story("s1", "Both", ("f1", "f2")))
    library.save_story(Story("s2", "One", ("f1",)))
    library.delete_story("s2")
    assert len(library.articles()) == 2
    library.save_story(Story("s2", "One", ("f1",)))
    library.remove_story("s1")
    assert [article.id for article in library.articles()] == ["f1"]
    with pytest.raises(NotFoundError):
        library.story("s1")


def test_a_removed_article_leaves_its_stories_and_an_empty_story_goes(library: Library) -> None:
    library.save_story(Story("s1", "Both", ("f1", "f2")))
    library.save_story(Story("s2", "One", ("f1",)))
    library.remove_article("f1")
    assert library.stories() == [Story("s1", "Both", ("f2",))]
    with pytest.raises(NotFoundError):
        library.remove_article("f1")


def test_a_corrected_article_takes_the_place_of_the_old_one(library: Library) -> None:
    library.save_story(Story("s1", "Both", ("f1", "f2")))
    in_text = Correction("f1", "text", 4, 9, "dismiss", "loaded_words")
    in_title = Correction("f1", "title", 0, 5, "dismiss", "loaded_words")
    library.add_correction(in_text)
    library.add_correction(in_title)
    library.replace_article("f1", replace(FERRY, id="f9", title="Ferry halted"))
    assert library.story("s1").articles == ("f9", "f2")
    assert library.annotated(["f9"])[0] == with_vectors(annotate(replace(FERRY, id="f9", title="Ferry halted")))
    assert library.corrections(["f9"]) == (replace(in_text, article="f9"),)
    with pytest.raises(NotFoundError):
        library.article("f1")


def test_corrections_are_kept_once_and_can_be_taken_back(library: Library, url: str) -> None:
    dismissed = Correction("f1", "text", 4, 9, "dismiss", "loaded_words")
    voiced = Correction("f1", "text", 4, 9, "voice", voice=Voice.QUOTED)
    for correction in (dismissed, voiced, dismissed):
        library.add_correction(correction)
    assert set(Library(url).corrections(["f1", "f2"])) == {dismissed, voiced}
    library.remove_correction(dismissed)
    assert library.corrections(["f1"]) == (voiced,)


def test_results_are_there_after_a_restart(library: Library, url: str) -> None:
    assert library.result("digest") is None
    library.keep_result("digest", "first")
    library.keep_result("digest", "second")
    assert Library(url).result("digest") == "second"


def test_a_file_that_is_no_library_is_named_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("These are my notes. " * 100)
    with pytest.raises(LibraryError, match=r"notes\.db.*PARALLAX_LIBRARY"):
        Library(f"sqlite:///{path}")


def test_a_library_of_another_version_is_refused(library: Library, url: str, tmp_path: Path) -> None:
    library.close()
    with sqlite3.connect(tmp_path / "a folder" / "library.db") as connection:
        connection.execute("UPDATE about SET value = '999'")
    with pytest.raises(LibraryError, match="another version"):
        Library(url)


def test_a_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (weight INTEGER)")
    with pytest.raises(LibraryError, match=r"places\.db.*another program.*PARALLAX_LIBRARY"):
        Library(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("articles",)]


@pytest.mark.parametrize("column", ["removed", "flags"])
def test_a_damaged_row_is_a_clear_error(library: Library, tmp_path: Path, column: str) -> None:
    with sqlite3.connect(tmp_path / "a folder" / "library.db") as connection:
        connection.execute(f"UPDATE articles SET {column} = '[\"cut' WHERE id = 'f1'")
    with pytest.raises(LibraryError, match=r"library\.db"):
        library.articles()
    assert library.article("f2") == FLOOD


def test_a_damaged_annotation_names_its_article(library: Library, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a folder" / "library.db") as connection:
        connection.execute("UPDATE annotations SET blob = x'00' WHERE article = 'f1'")
    with pytest.raises(LibraryError, match=r"Ferry stops.*add the article again"):
        library.annotated(["f1"])


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(LibraryError, match="folder"):
        Library(f"sqlite:///{tmp_path / 'file' / 'library.db'}")


def test_several_may_open_a_new_library_at_once(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Library(url), range(8)))
    assert [each.articles() for each in opened] == [[]] * 8


def test_threads_share_a_library(library: Library) -> None:
    article = annotate(FLOOD)

    def work(number: int) -> None:
        for turn in range(5):
            library.add(replace(article, article=replace(FLOOD, id=f"{number}-{turn}")))
            library.save_story(Story("shared", f"{number}", ("f1", f"{number}-{turn}")))
            library.add_correction(Correction("f1", "text", number, number + 1, "dismiss"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert len(library.articles()) == 42
    assert len(library.story("shared").articles) == 2
    assert len(library.corrections(["f1"])) == 8


def test_a_database_without_its_driver_says_what_to_install_and_hides_the_password() -> None:
    with pytest.raises(LibraryError, match="not installed") as caught:
        Library("postgresql+pg8000://me:secret@localhost/db")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["nonsense", "nosuch://host/db", "postgresql://me:secret@host:port/db"])
def test_an_address_that_is_none_is_a_clear_error(url: str) -> None:
    with pytest.raises(LibraryError, match="PARALLAX_LIBRARY") as caught:
        Library(url)
    assert "secret" not in str(caught.value)


def test_the_setting_names_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_LIBRARY", "sqlite:///elsewhere.db")
    assert default_url() == "sqlite:///elsewhere.db"
    monkeypatch.delenv("PARALLAX_LIBRARY")
    assert default_url().endswith("library/parallax.db")
