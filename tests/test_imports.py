"""The house rules on imports: they point one way, and only the pages know Streamlit."""

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ORDER = (
    *("analysis", "model", "errors", "kept", "collector", "shipped", "prose", "lexicon_words", "lexicons", "weights"),
    *("sentiment", "json_lines", "fixed_order", "reading", "embedding", "pieces", "sentence_voice", "annotation"),
    *("ngrams", "background", "usual", "phrasing", "opposites", "details", "negators", "negations"),
    *("sequence", "certainty", "other_names", "other_kinds", "same_names", "name_places", "exchanged"),
    *("other_actors", "conflicts", "alignment"),
    *("similarity", "pairs", "events", "frames", "loaded", "measures", "contrast", "names", "speakers", "quotations"),
    *("copies", "statements", "agency", "tone", "headline", "alternatives"),
    *("code_version", "notices", "findings", "compare", "passages", "reasons", "accuracy", "charts", "strip"),
    *("highlight", "layers", "records"),
    *("report", "store", "stored", "outlets", "samples", "__main__", "views", "dashboard"),
)
"""A module imports only from those to its left (a package's parts count as the package). New ones are placed here.
``analysis`` itself holds nothing but the version."""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(path): path for path in (*ROOT.glob("analysis/**/*.py"), *ROOT.glob("views/**/*.py"))}
FILES["dashboard"] = ROOT / "dashboard.py"
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}


def imports(name: str) -> Iterator[str]:
    """Full names of all modules that ``name`` imports, inside functions and for type checking included."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively; write the full name"
            for alias in node.names:
                part = f"{node.module}.{alias.name}"
                yield part if part in FILES else str(node.module)


def place(name: str) -> str:
    """The name in ORDER that ``name`` counts as: analysis.reading.csv -> reading, views.compare -> views."""
    parts = name.split(".")
    return parts[1] if parts[0] == "analysis" and len(parts) > 1 else parts[0]


def own(name: str) -> list[str]:
    return [target for target in imports(name) if target in FILES]


def outside(name: str) -> set[str]:
    """Top-level names of the third-party packages that ``name`` imports."""
    top = {target.split(".")[0] for target in imports(name)}
    return top - set(sys.stdlib_module_names) - {"analysis", "views", "dashboard"}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_module_imports_only_from_those_to_its_left(name):
    assert place(name) in ORDER, f"give {name} its place in ORDER"
    allowed = ORDER[: ORDER.index(place(name)) + 1]
    wrong = [target for target in own(name) if place(target) not in allowed]
    assert not wrong, f"{name} must not import {', '.join(wrong)}"


def test_no_module_imports_itself_through_others():
    TopologicalSorter({name: own(name) for name in FILES}).prepare()


@pytest.mark.parametrize("name", sorted(name for name in FILES if name.startswith("analysis")))
def test_the_library_neither_knows_streamlit_nor_prints(name):
    assert "streamlit" not in outside(name)
    calls = (node.func for node in ast.walk(TREES[name]) if isinstance(node, ast.Call))
    printing = [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]
    assert name == "analysis.__main__" or not printing


def test_what_is_imported_is_asked_for():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    asked = {normal(re.split(r"[<>=~!; ]", line)[0]) for line in lines if line and not line.startswith("#")}
    providers = importlib.metadata.packages_distributions()
    for name in FILES:
        for package in outside(name):
            assert asked & {normal(provider) for provider in providers[package]}, f"{name} imports {package}"


def normal(distribution: str) -> str:
    """The spelling of a distribution's name that compares equal however it is written."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_every_requirement_is_bounded_above():
    for file in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        asked = [line for line in lines if line and not line.startswith(("#", "-r"))]
        assert asked
        assert all(",<" in line or "==" in line for line in asked)


def test_the_command_line_starts_without_spacy_and_streamlit():
    code = "import sys, analysis.__main__; sys.exit(' '.join({'spacy', 'streamlit'} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
