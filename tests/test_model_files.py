"""The language model is the known one, or is refused in one clear sentence."""

import hashlib
import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.annotation import model_files
from analysis.errors import ModelError

RECORD = json.loads(model_files.RECORD.read_text(encoding="utf-8"))


def test_the_installed_model_is_the_recorded_one():
    model_files.verify()
    assert importlib.metadata.version(RECORD["package"]) == RECORD["version"]
    assert model_files.name_and_version() == f"{RECORD['package']} {RECORD['version']}"


def test_requirements_ask_for_the_recorded_version():
    requirements = (Path(__file__).parents[1] / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert f"{RECORD['package'].replace('_', '-')}=={RECORD['version']}" in requirements


def test_every_component_of_the_model_is_hashed():
    components = {path.split("/")[1] for path in RECORD["files"] if path.count("/") > 1}
    assert components >= {"attribute_ruler", "lemmatizer", "ner", "parser", "tagger", "tok2vec", "vocab"}
    assert all(len(value) == 64 for value in (RECORD["wheel_sha256"], *RECORD["files"].values()))


def test_a_changed_or_missing_file_is_refused(tmp_path):
    file = tmp_path / "ner" / "model"
    file.parent.mkdir()
    file.write_bytes(b"weights")
    hashes = {"ner/model": hashlib.sha256(b"weights").hexdigest()}
    model_files.check_files(tmp_path, hashes)

    file.write_bytes(b"others!")
    with pytest.raises(ModelError, match=r"ner/model.*not the one") as changed:
        model_files.check_files(tmp_path, hashes)
    file.unlink()
    with pytest.raises(ModelError, match=r"lacks its file.*ner/model") as missing:
        model_files.check_files(tmp_path, hashes)
    assert f"{RECORD['package'].replace('_', '-')}=={RECORD['version']}" in str(missing.value)
    assert all("\n" not in str(error.value) and "pip install" in str(error.value) for error in (changed, missing))


@pytest.mark.parametrize("name", ["en_core_web_no_such_model", "../elsewhere", "a b", "en.core"])
def test_a_model_that_is_not_installed_is_named(monkeypatch, name):
    monkeypatch.setenv(model_files.SETTING, name)
    for ask in (model_files.verify, model_files.load, model_files.name_and_version):
        with pytest.raises(ModelError) as error:
            ask()
        assert name in str(error.value)
        assert model_files.SETTING in str(error.value)


def test_a_package_that_is_no_model_is_refused(monkeypatch):
    monkeypatch.setenv(model_files.SETTING, "pytest")
    with pytest.raises(ModelError, match="could not be loaded"):
        model_files.load()


def test_an_empty_setting_means_the_standard_model(monkeypatch):
    monkeypatch.setenv(model_files.SETTING, " ")
    assert model_files.name_and_version().startswith(RECORD["package"])


def test_load_gives_one_pipeline_that_parses():
    pipeline = model_files.load()
    assert pipeline is model_files.load()
    assert [token.lemma_ for token in pipeline("The ferries sailed")] == ["the", "ferry", "sail"]


def test_looking_at_the_model_does_not_import_spacy():
    code = (
        "import sys; from analysis.annotation import model_files as m; m.verify(); m.name_and_version();"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], check=False).returncode == 0
