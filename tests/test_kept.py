"""What is worked out once of an object: told apart by identity, let go when others come."""

from analysis.kept import kept


class Text:
    """An object that equals every other."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def counted(most):
    """A kept function that numbers the calls that reach it."""
    calls = []

    @kept(most)
    def number(text):
        calls.append(text)
        return len(calls)

    return number


def test_the_value_of_an_object_is_worked_out_once():
    number, text = counted(2), Text()
    assert [number(text), number(text)] == [1, 1]


def test_equal_objects_are_two():
    number = counted(2)
    assert [number(Text()), number(Text())] == [1, 2]


def test_no_other_object_takes_the_place_of_one_that_is_gone():
    number = counted(100)
    assert [number(Text()) for _ in range(100)] == [*range(1, 101)]


def test_what_was_asked_for_longest_ago_is_let_go():
    number = counted(2)
    first, second, third = Text(), Text(), Text()
    assert [number(each) for each in (first, second, first, third)] == [1, 2, 1, 3]
    assert number(first) == 1
    assert number(second) == 4


def test_a_value_of_none_is_kept_too():
    calls = []
    nothing = kept(2)(calls.append)
    text = Text()
    nothing(text)
    nothing(text)
    assert len(calls) == 1
