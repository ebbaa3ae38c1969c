"""Amounts of money as text."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from core.ui.money import money_change, money_short_text, money_text


@pytest.mark.parametrize(
    ("amount", "whole", "short"),
    [
        (0, "0", "0"),
        (Decimal("-0.4"), "0", "0"),
        (950, "950", "950"),
        (1_000, "1 000", "1.0 k"),
        (12_345, "12 345", "12.3 k"),
        (340_000, "340 000", "340 k"),
        (999_499, "999 499", "999 k"),
        (999_500, "999 500", "1.0 M"),
        (Decimal("1234567.89"), "1 234 568", "1.2 M"),
        (-2_500_000, "−2 500 000", "−2.5 M"),
        (3_400_000_000, "3 400 000 000", "3.4 bn"),
    ],
)
def test_an_amount_is_written_in_full_and_in_short(amount: Decimal, whole: str, short: str) -> None:
    written = money_text(amount), money_short_text(amount)
    assert tuple(text.replace("\u202f", " ") for text in written) == (whole, short)


def test_the_point_is_the_readers_and_the_currency_comes_last() -> None:
    with override("de"):
        assert money_short_text(1_250_000, "EUR") == "1,2\u202fM\u00a0EUR"
        assert money_text(Decimal("1250.5"), "EUR", 2) == "1\u202f250,50\u00a0EUR"


def test_a_difference_has_its_sign() -> None:
    shown = [str(money_change(amount)) for amount in (1500, -1500, 0)]
    assert shown == [
        '<span class="num change">+1\u202f500</span>',
        '<span class="num change">−1\u202f500</span>',
        '<span class="num change">0</span>',
    ]


def test_templates_write_amounts_with_a_filter_and_a_dash_for_none() -> None:
    template = Template("{{ a|money }}{{ b|money }}{{ a|money_short:unit }}")
    assert template.render(Context({"a": Decimal("1200000.00"), "b": None, "unit": "EUR"})) == (
        '<span class="num">1\u202f200\u202f000</span><span class="num num-none">–</span>'
        '<span class="num" title="1\u202f200\u202f000\u00a0EUR">1.2\u202fM\u00a0EUR</span>'
    )
