"""Codes for what a StratML file names by free text."""

from strategy.actions.stratml.codes import Named, cleaned, codes_for


def test_the_files_own_sequences_are_codes_where_they_tell_apart() -> None:
    assert codes_for([Named("1.1", "1", 1), Named("1.2", "1", 2)]) == ["1.1", "1.2"]


def test_repeated_sequences_get_the_parents_code_all_of_them() -> None:
    items = [Named("A", "1", 1), Named("B", "1", 2), Named("a", "2", 1)]
    assert codes_for(items) == ["1.A", "1.B", "2.a"]


def test_a_missing_sequence_becomes_the_number_within_the_parent() -> None:
    assert codes_for([Named("", "", 1), Named("Two", "", 2), Named("", "7", 3)]) == ["1", "Two", "7.3"]


def test_no_two_codes_are_equal_even_where_the_file_repeats_itself_under_one_parent() -> None:
    items = [Named("A", "1", 1), Named("A", "1", 2), Named("A", "1", 3)]
    assert codes_for(items, taken=["1.a-2"]) == ["1.A", "1.A-3", "1.A-4"]


def test_a_code_keeps_to_its_limit_also_with_a_number_behind_it() -> None:
    assert codes_for([Named("ABCDEFGH", "", 1), Named("ABCDEFXY", "", 2)], limit=6) == ["ABCDEF", "ABCD-2"]


def test_what_no_code_may_hold_is_left_out() -> None:
    assert [cleaned(text) for text in ("Part 1:", " (a) ", "§", "Ä_b", "1.2.")] == [
        "Part-1",
        "a",
        "",
        "Ä-b",
        "1.2",
    ]
