"""The writer's turn goes round in the order of asking."""

from threading import Event, Thread

from app.database.turns import Turns


def test_turns_are_given_in_the_order_of_asking() -> None:
    turns, order = Turns(), []
    held, release = Event(), Event()

    def hold() -> None:
        with turns.turn():
            held.set()
            release.wait(5)

    def ask(number: int) -> None:
        with turns.turn():
            order.append(number)

    holder = Thread(target=hold)
    holder.start()
    held.wait(5)
    askers = []
    for number in range(5):
        asker = Thread(target=ask, args=(number,))
        asker.start()
        while len(turns._waiting) <= number:
            pass
        askers.append(asker)
    release.set()
    for thread in (holder, *askers):
        thread.join(5)
    assert order == [0, 1, 2, 3, 4]


def test_a_turn_is_handed_on_after_a_failure() -> None:
    turns = Turns()
    try:
        with turns.turn():
            raise RuntimeError
    except RuntimeError:
        pass
    with turns.turn():
        assert turns._taken
