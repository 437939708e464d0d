"""Every table of learned weights tells its version, so that a figure can be explained a year later."""

from pathlib import Path

import pytest

from analysis import weights
from analysis.compare import versions
from analysis.errors import TableError


def test_the_versions_of_all_tables_are_stored_with_results() -> None:
    assert versions()["weights"] == weights.versions()
    tables = {file.stem for file in weights.FOLDER.glob("*.toml")}
    assert {each.split()[0] for each in weights.versions().split(", ")} == tables
    assert tables == {"frames", "loaded", "loaded_company", "tone"}


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "loaded.toml").write_text("version = ", encoding="utf-8")
    with pytest.raises(TableError, match=r"loaded\.toml .* restore that file"):
        weights.versions(tmp_path)
