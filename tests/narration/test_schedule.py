"""Who is next, told by a table: what is asked and done at which time, and what comes of it."""

import pytest

from readerapp.narration.schedule import GRACE_SECONDS, HURRY_SECONDS, INTEREST_SECONDS, Kind, Schedule, Task

LATER = GRACE_SECONDS + 0.001


def clip(key: str, number: int) -> Task:
    return Task(key, "clip", number)


def nexts(schedule: Schedule, now: float, count: int = 20) -> list[Task]:
    """What is done one after the other, each well and at once."""
    done: list[Task] = []
    while len(done) < count and (task := schedule.next(now)):
        schedule.done(task, well=True)
        done.append(task)
    return done


def begun(schedule: Schedule, key: str, count: int, now: float = 0.0) -> None:
    """A page whose first sentence has been heard."""
    schedule.ask(clip(key, 0), count, now)
    task = schedule.next(now)
    assert task == clip(key, 0)
    schedule.done(task, well=True)


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ([0], [0, 1, 2, 3, 4]),
        ([3], [3, 4, 0, 1, 2]),
        ([0, 4], [0, 4, 1, 2, 3]),
        ([2, 1], [2, 1, 3, 4, 0]),
    ],
)
def test_what_is_waited_for_comes_first_then_what_will_be_heard(asked: list[int], order: list[int]) -> None:
    """Sentences that somebody waits for, in the order of asking; then from the ear on; then what was jumped over."""
    schedule = Schedule()
    for number in asked:
        schedule.ask(clip("a", number), 5, 0.0)
    assert nexts(schedule, LATER) == [*(clip("a", number) for number in order), Task("a", "join")]


@pytest.mark.parametrize(
    ("kinds", "order"),
    [
        (["times", "clip"], ["clip", "times"]),
        (["join", "times"], ["times", "join"]),
        (["join", "times", "clip"], ["clip", "times", "join"]),
    ],
)
def test_sound_goes_before_light_and_light_before_the_file(kinds: list[Kind], order: list[Kind]) -> None:
    """Among what is waited for, whatever was asked first."""
    schedule = Schedule()
    for kind in kinds:
        schedule.ask(Task("a", kind, 1), 5, 0.0)
    assert [task.kind for task in nexts(schedule, 0.0, len(kinds))] == order


def test_pages_take_turns() -> None:
    """Made ahead, a long page and a short one advance by turns."""
    schedule = Schedule()
    begun(schedule, "long", 50)
    begun(schedule, "short", 4)
    keys = [task.key for task in nexts(schedule, LATER, 6)]
    assert keys == ["long", "short"] * 3


@pytest.mark.parametrize(
    ("now", "ahead"),
    [(0.0, False), (GRACE_SECONDS / 2, False), (LATER, True), (INTEREST_SECONDS - 1, True), (INTEREST_SECONDS, False)],
)
def test_ahead_is_made_after_a_moment_and_while_somebody_cares(now: float, *, ahead: bool) -> None:
    """Not while a first sound goes out, and not when nobody has asked for a while."""
    schedule = Schedule()
    begun(schedule, "a", 5)
    assert bool(schedule.next(now)) == ahead


@pytest.mark.parametrize(("now", "ahead"), [(LATER, False), (HURRY_SECONDS - 0.01, False), (HURRY_SECONDS, True)])
def test_a_first_sound_on_its_way_holds_back_what_nobody_waits_for(now: float, *, ahead: bool) -> None:
    """For a second: a slow voice must not stop the others."""
    schedule = Schedule()
    begun(schedule, "a", 5)
    schedule.ask(clip("b", 0), 5, 0.0)
    assert schedule.next(0.0) == clip("b", 0)
    assert bool(schedule.next(now)) == ahead


def test_each_thing_is_begun_once_and_what_failed_only_when_asked_again() -> None:
    """Two who ask for one sentence cost one; after a failure nothing is made ahead of it, until somebody asks."""
    schedule = Schedule()
    assert schedule.ask(clip("a", 0), 1, 0.0)
    assert schedule.ask(clip("a", 0), 1, 0.0)
    assert schedule.next(0.0) == clip("a", 0)
    assert schedule.next(LATER) is None
    schedule.done(clip("a", 0), well=False)
    assert schedule.next(LATER) is None
    assert schedule.ask(clip("a", 0), 1, LATER)
    assert schedule.next(LATER) == clip("a", 0)
    schedule.done(clip("a", 0), well=True)
    assert not schedule.ask(clip("a", 0), 1, LATER), "made, so not to be waited for"


def test_no_more_is_made_ahead_than_may_be() -> None:
    """A voice that sends text away is asked for the next few sentences only."""
    schedule = Schedule()
    schedule.ask(clip("a", 0), 50, 0.0, ahead=3)
    assert nexts(schedule, LATER) == [clip("a", 0), clip("a", 1), clip("a", 2)]


def test_finding_the_next_sentence_costs_the_same_in_a_long_page() -> None:
    """Asking for each sentence in turn of a page four times as long takes four times as many steps, not sixteen."""

    def steps(count: int) -> int:
        schedule = Schedule()
        for number in range(count):
            schedule.ask(clip("a", number), count, 0.0)
            nexts(schedule, 0.0, 1)
        looked = 0
        untouched = schedule._works["a"].untouched
        honest = untouched._after

        class Counting(list[int]):
            def __getitem__(self, place):
                nonlocal looked
                looked += 1
                return super().__getitem__(place)

        untouched._after = Counting(honest)
        for number in range(count):
            schedule.ask(clip("a", number), count, LATER)
            schedule.next(LATER)
        return looked

    assert steps(2000) < 5 * steps(500)
