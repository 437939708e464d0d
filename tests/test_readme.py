"""What the README and CONTRIBUTING tell people to type and to look for is there."""

import re
import shlex
from pathlib import Path

import pytest

from analysis.__main__ import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

LINES = re.findall(r"^python -m analysis ([^>\n]+)", README, re.MULTILINE)
COMMANDS = [shlex.split(line) for line in LINES]
TARGETS = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))


def help_of(capsys, *command: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_in_the_readme_exists(capsys, command):
    options = [word for word in command if word.startswith("-")]
    text = help_of(capsys, *(word for word in command[:1] if word not in options))
    assert all(option in text for option in options)


def test_every_command_and_format_is_in_the_readme(capsys):
    listed = re.findall(r"^    ([a-z]+)  ", help_of(capsys), re.MULTILINE)
    assert listed
    assert set(listed) == {command[0] for command in COMMANDS if not command[0].startswith("-")}
    formats = re.search(r"\{([a-z,]+)\}", help_of(capsys, "compare"))
    assert formats
    assert all(f"`{name}`" in README for name in formats[1].split(","))


def test_make_targets_and_documents_agree():
    said = set(re.findall(r"\bmake (run|test|lint|types|bench|[a-z]+)\b", "\n".join(code(README) + code(CONTRIBUTING))))
    assert said <= TARGETS
    assert TARGETS - {"help"} <= said


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_files_that_are_linked_or_listed_exist(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    linked = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    listed = [path for path in code(text) if re.fullmatch(r"[a-z_.]+(/[a-z_.]+)*/?", path) and "/" in path]
    missing = [path for path in (*linked, *listed) if not (ROOT / path).exists() and path != "library/"]
    assert not missing


def test_settings_in_the_readme_are_settings_of_the_code():
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("analysis/**/*.py"))
    assert set(re.findall(r"PARALLAX_[A-Z_]+", README)) == set(re.findall(r"\bPARALLAX_[A-Z_]+", sources))


def code(text: str) -> list[str]:
    """Inline code and the lines of code blocks."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [*inline, *(line for block in blocks for line in block.splitlines())]
