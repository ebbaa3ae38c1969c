"""The drawn pieces of a page: status, numbers, sparklines, coverage, times, controls."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from core.ui.coverage import coverage_bar, coverage_share
from core.ui.icons import icon
from core.ui.marks import MARKS, signal_mark, status_label, status_mark, status_pill
from core.ui.moments import ago, ago_text
from core.ui.numbers import change_text, natural_decimals, number, number_text
from core.ui.sparklines import sparkline

NOW = dt.datetime(2026, 3, 10, 12, 0, tzinfo=dt.UTC)


def text_of(html: str) -> str:
    """What a reader reads: the markup taken away."""
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("green", "On target"),
        ("amber", "Near target"),
        ("red", "Off target"),
        ("insufficient_data", "Insufficient data"),
        ("not_applicable", "Not applicable"),
        ("not_due", "Not due"),
        ("due", "Due"),
        ("late", "Late"),
        ("missing", "Missing"),
        ("unscored", "Unscored"),
        ("none", "No data"),
        (None, "No data"),
        ("", "No data"),
        ("something new", "No data"),
    ],
)
def test_every_status_says_its_word_in_every_form(status, word):
    drawn = [text_of(status_mark(status)), text_of(status_label(status)), text_of(status_pill(status))]
    assert drawn == [word, word, word]


def test_colours_thin_data_and_lateness_differ_in_shape_and_not_only_in_colour():
    names = ("green", "amber", "red", "insufficient_data", "none", "late")
    shapes = {str(MARKS[name].shape) for name in names}
    assert len(shapes) == 6


def test_a_status_word_can_be_replaced_and_is_escaped():
    assert text_of(status_label("red", "Above <appetite>")) == "Above &lt;appetite&gt;"


def test_a_signal_says_its_side_and_nothing_else_is_drawn():
    drawn = [text_of(signal_mark("high")), text_of(signal_mark("low")), signal_mark("")]
    assert drawn == ["High", "Low", ""]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1262, 0, "1,262"),
        (-1.94, 1, "−1.9"),
        (-0.04, 1, "0.0"),
        (66.66666, 1, "66.7"),
        (Decimal("1234567.891"), 2, "1,234,567.89"),
    ],
)
def test_numbers_are_grouped_with_a_true_minus_and_never_minus_zero(value, decimals, text):
    assert number_text(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals"), [(342, 0), (79.4, 1), (4.12, 2), (1262.4, 0), (7.0, 0), (0, 0)]
)
def test_decimals_follow_the_size_of_the_number(value, decimals):
    assert natural_decimals(value) == decimals


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), "12"])
def test_what_is_no_number_is_a_dash(value):
    assert text_of(number(value)) == "–"


def test_a_number_carries_its_unit():
    assert text_of(number(61.4, 1, "dB")) == "61.4dB"


@pytest.mark.parametrize(("value", "text"), [(2.5, "+2.5"), (-1.9, "−1.9"), (0, "0.0"), (0.04, "0.0")])
def test_a_change_has_its_sign(value, text):
    assert change_text(value) == text


def test_numbers_follow_the_readers_language():
    with translation.override("de"):
        assert number_text(1262.5, 1) == "1.262,5"


@pytest.mark.parametrize(
    ("reported", "expected", "text", "thin"),
    [
        (12, 12, "100%", False),
        (9, 15, "9/15", False),
        (1, 3, "1/3", True),
        (0, 1, "0/1", True),
        (0, 0, "–", False),
    ],
)
def test_coverage_counts_what_is_out_and_marks_what_is_thin(reported, expected, text, thin):
    drawn = coverage_bar(reported, expected)
    assert (text_of(drawn), "coverage-hatch" in drawn) == (text, thin)


def test_coverage_just_short_of_all_does_not_read_as_complete():
    assert text_of(coverage_share(0.999)) == "99%"


def test_a_gap_in_a_sparkline_stays_a_gap():
    drawn = sparkline([1, 2, None, 4, 5], width=64, height=20)
    line = re.search(r'class="spark-line" d="([^"]*)"', drawn)
    assert line is not None
    assert line[1] == "M3.0 17.0L17.5 13.5M46.5 6.5L61.0 3.0"


def test_a_sparkline_ends_in_its_status_or_hollow_when_the_last_period_is_not_reported():
    reported, missing = sparkline([1, 2, 3], None, "red"), sparkline([1, 2, None], None, "red")
    ends = ['class="spark-end is-off"' in reported, 'class="spark-open"' in missing, "spark-end" in missing]
    assert ends == [True, True, False]


def test_a_sparkline_of_nothing_draws_nothing():
    assert "<svg" not in sparkline([None, None], 5)


def test_a_flat_sparkline_lies_in_the_middle():
    assert 'd="M3.0 10.0L61.0 10.0"' in sparkline([5, 5])


def test_a_sparkline_is_hidden_from_screen_readers_unless_it_is_named():
    drawn = [
        'aria-hidden="true"' in sparkline([1, 2]),
        'aria-label="Rising"' in sparkline([1, 2], label="Rising"),
    ]
    assert drawn == [True, True]


@pytest.mark.parametrize(
    ("moved", "text"),
    [
        (dt.timedelta(seconds=-20), "just now"),
        (dt.timedelta(minutes=-1), "1 minute ago"),
        (dt.timedelta(hours=-5), "5 hours ago"),
        (dt.timedelta(days=-2), "2 days ago"),
        (dt.timedelta(days=3), "in 3 days"),
        (dt.timedelta(days=-40), "29 January 2026"),
    ],
)
def test_times_are_relative_until_the_date_says_more(moved, text):
    assert ago_text(NOW + moved, NOW) == text


def test_a_relative_time_is_exact_on_hover():
    drawn = ago(NOW - dt.timedelta(minutes=4), NOW)
    assert drawn == (
        '<time datetime="2026-03-10T11:56:00+00:00" title="10 March 2026, 11:56">4 minutes ago</time>'
    )


def test_an_icon_is_decoration_unless_it_is_named():
    drawn = ['aria-hidden="true"' in icon("home"), 'role="img" aria-label="Home"' in icon("home", "", "Home")]
    assert drawn == [True, True]


class OneOfEach(forms.Form):
    """A control of every kind."""

    name = forms.CharField(help_text="As printed.")
    direction = forms.ChoiceField(choices=[("up", "Up")])
    approval = forms.BooleanField(required=False)
    places = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=[("a", "A")], required=False
    )
    file = forms.FileField(required=False)


def drawn_fields(form: forms.Form) -> str:
    return Template("{% load ui %}{% include 'ui/form.html' %}").render(Context({"form": form}))


def test_a_field_shows_its_error_beside_its_help_and_names_both_to_screen_readers():
    drawn = drawn_fields(OneOfEach({"name": "", "direction": "up"}))
    control = re.search(r'<input type="text" name="name"[^>]*>', drawn)
    assert control is not None
    assert 'class="form-control is-invalid"' in control[0]
    assert 'aria-describedby="id_name_helptext id_name_error"' in control[0]
    assert 'id="id_name_error"' in drawn
    assert "This field is required." in drawn


def test_controls_are_laid_out_by_their_kind():
    form = OneOfEach()
    template = Template("{% load ui %}{% for field in form %}{{ field|control_kind }} {% endfor %}")
    assert template.render(Context({"form": form})) == "line line check group file "


def test_only_optional_fields_are_marked():
    assert drawn_fields(OneOfEach()).count('class="optional"') == 2
