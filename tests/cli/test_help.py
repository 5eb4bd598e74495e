"""What the command line says of itself: quickly, of every command, with examples that run."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer

import geo as package
from geo.cli import build
from geo.cli.app import COMMANDS, GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIGHT = {
    "annotated_doc",
    "geo",
    "rich",
    "shellingham",
    "typer",
    "click",
    "pygments",
    "markdown_it",
    "mdurl",
    "colorama",
}
"""typer and rich with what they stand on; typing_extensions belongs to older versions of typer."""


def modules_after(code: str) -> set[str]:
    def modules(script: str) -> set[str]:
        command = [sys.executable, "-I", "-c", f"import sys\n{script}\nprint(*sys.modules)"]
        return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split())

    return modules(code) - modules("")


def test_help_loads_typer_and_rich_and_no_more() -> None:
    loaded = modules_after("from geo.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass")
    heavy = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names - LIGHT - {"typing_extensions"}
    assert not heavy
    assert not {
        name for name in loaded if name.startswith(("geo.extract", "geo.regions", "geo.webmap", "geo.pipeline"))
    }


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.NAME)
def test_the_help_of_a_command_has_examples(geo: Callable, command: object) -> None:
    done = geo(f"{command.NAME} --help")
    assert done.status == 0
    for example in command.EXAMPLES:
        assert f"\n    {example}\n" in done.out


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group in GROUPS for name in group.EXAMPLES], ids=lambda item: str(item)[-20:]
)
def test_a_command_of_a_group_is_in_the_help_and_the_readme_with_an_example(
    group: object, name: str, geo: Callable, root: Path
) -> None:
    done = geo(f"{group.NAME} {name} --help")
    assert done.status == 0
    for example in group.EXAMPLES[name]:
        assert f"\n    {example}\n" in done.out
        assert shlex.split(example)[:3] == ["geo", group.NAME, name]
    assert f"\n  {name} " in geo(f"{group.NAME} --help").out
    assert f"\n  {group.NAME} " in geo("--help").out
    assert f"geo {group.NAME} {name}" in (root / "README.md").read_text(encoding="utf-8")


def test_every_command_and_its_first_example_are_in_the_readme(root: Path, geo: Callable) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    listed = geo("--help").out
    for command in COMMANDS:
        assert f"\n  {command.NAME} " in listed
        assert f"geo {command.NAME}" in readme, f"README.md does not tell of geo {command.NAME}"


def test_the_help_lists_commands_with_whole_sentences(geo: Callable) -> None:
    assert "..." not in geo("--help").out.split("Commands:")[1]


def test_the_examples_of_the_help_run(geo: Callable, here: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(typer, "launch", opened.append)
    (here / "reports").mkdir()
    shutil.copy(root / "tests" / "eval" / "gold" / "seeds.jsonl", here / "gold.jsonl")
    for name in ("reports/one.txt", "report.txt"):
        (here / name).write_text((here / "seeds" / "003_8d508526832e2b9e.txt").read_text("utf-8"), "utf-8")
    (here / "more.jsonl").write_text('{"id": "a", "text": "Armenia handed the Lachin district over to Azerbaijan."}\n')
    (here / "corrections.csv").write_text("claim,decision,who\n")
    for command in COMMANDS:
        for example in command.EXAMPLES:
            done = geo(example.removeprefix("geo "))
            assert done.status == 0, f"{example}\n{done.err}"
        if command is build:
            assert geo("build seeds -o output").status == 0
    assert [page.rsplit("/", 2)[1:] for page in opened] == [["output", "map.html"]] * 2


def test_the_version_is_that_of_the_package(geo: Callable) -> None:
    assert geo("--version").out == f"geo {package.__version__}\n"


def test_python_m_geo_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "geo", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"geo {package.__version__}\n"


@pytest.mark.parametrize(
    "line", ["", "bild seeds", "build", "build seeds --colour", "who Lachin", "who Lachin --on 2021"]
)
def test_a_command_that_is_not_understood_exits_with_two(geo: Callable, line: str) -> None:
    done = geo(line)
    assert done.status == 2
    assert "Usage: geo" in done.err + done.out
    assert "Traceback" not in done.err


def test_a_fault_of_ours_is_a_message_and_with_debug_a_traceback(
    geo: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("geo.pipeline.build", break_down)
    done = geo("build seeds")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("Error: ZeroDivisionError: by zero\nThis is a fault of geo itself.")
    with pytest.raises(ZeroDivisionError):
        package_main(["--debug", "build", "seeds"])


def test_with_debug_an_error_in_the_input_has_its_traceback(here: Path) -> None:  # noqa: ARG001
    with pytest.raises(FileNotFoundError, match="nowhere"):
        package_main(["--debug", "build", "nowhere"])


def package_main(arguments: list[str]) -> None:
    from geo.cli import main

    main(arguments)


def test_examples_are_written_as_they_are_typed() -> None:
    for command in COMMANDS:
        for example in command.EXAMPLES:
            assert shlex.split(example)[:2] == ["geo", command.NAME]
