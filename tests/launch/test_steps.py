"""What is done once, done again when something changed, and refused in one line."""

import json
import os
import sys
from pathlib import Path

import pytest

from smo.launch import assets, bootstrap, checking, locks, steps, testing
from smo.launch.bootstrap import Failure
from smo.launch.steps import Step
from smo.launch.surroundings import Surroundings


def counting(folder: Path, state: str) -> Step:
    """A step that leaves a mark each time it runs."""
    program = f"open({str(folder / 'marks')!r}, 'a').write('x')"
    return Step("count", "Counting", [sys.executable, "-c", program], state)


def perform(folder: Path, step: Step) -> None:
    steps.perform(step, Surroundings(folder, 8000), dict(os.environ))


def test_a_step_runs_again_only_when_its_state_changed(tmp_path: Path) -> None:
    for state in ("one", "one", "two", "two"):
        perform(tmp_path, counting(tmp_path, state))
    assert (tmp_path / "marks").read_text() == "xx"


def test_a_step_that_fails_shows_the_end_of_its_log_and_is_tried_again(tmp_path: Path) -> None:
    step = Step("fail", "Failing", [sys.executable, "-c", "raise SystemExit('no luck')"], "state")
    for _ in range(2):
        with pytest.raises(Failure, match=r"Failing did not succeed\. .*fail\.log ends with:\nno luck"):
            perform(tmp_path, step)


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    program = "raise SystemExit('could not extend file: No space left on device')"
    step = Step("fill", "Filling", [sys.executable, "-c", program], "state")
    with pytest.raises(Failure) as refusal:
        steps.perform(step, Surroundings(tmp_path, 8000), {"SMO_VAR": str(tmp_path)})
    assert str(refusal.value) == (
        f"Filling did not succeed. The disk is full: free some space at {tmp_path}."
    )


def test_it_refuses_to_begin_on_a_disk_that_is_nearly_full(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"^The disk is full: \d+ MB are free at .*, \d+ MB are needed\.$"):
        bootstrap.require_space(tmp_path / "not" / "yet", 10**18)


def test_a_damaged_stamp_counts_as_none(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text("{broken")
    assert bootstrap.read_stamp(stamp) == {}
    stamp.write_text(json.dumps({"lock": "abc"}))
    assert bootstrap.read_stamp(stamp) == {"lock": "abc"}


def test_two_test_runs_at_once_get_folders_of_their_own(tmp_path: Path) -> None:
    base = tmp_path / "test"
    with testing.folder_of_our_own(base) as first, testing.folder_of_our_own(base) as second:
        assert (first.name, second.name) == ("test", "test-2")
    with testing.folder_of_our_own(base) as third:
        assert third == first


def test_the_sprite_holds_every_icon_of_the_list() -> None:
    drawn = assets.sprite()
    assert [name for name in assets.icon_names() if f'<symbol id="{name}"' not in drawn] == []


@pytest.mark.parametrize("name", ["no-such-icon", "../outline/home"])
def test_an_icon_that_tabler_lacks_is_named(name: str) -> None:
    with pytest.raises(assets.AssetError, match=f"no outline icon called “{name}”"):
        assets.icon_symbol(name)


def test_the_locks_are_of_this_project_and_name_no_registry() -> None:
    assert locks.python_complaints() + locks.npm_complaints() == []


def test_a_failing_check_shows_its_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    failing = checking.Check("luck", [[sys.executable, "-c", "raise SystemExit('none')"]])
    assert not checking.passes(failing, dict(os.environ))
    assert capfd.readouterr().out == "✗ luck\nnone\n\n"
