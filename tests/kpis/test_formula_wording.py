"""What is wrong with a formula, in the reader's language."""

import pytest

from kpis.engine.formulas.faults import FormulaError
from kpis.engine.formulas.parser import parse
from kpis.formulas import wording


def fault(text: str) -> FormulaError:
    """What the engine finds wrong."""
    with pytest.raises(FormulaError) as refused:
        parse(text, known={"complaints"})
    return refused.value


@pytest.mark.parametrize("text", ["", "prev(3)", "complaints +", "sum(complaints)", "if(complaints)", "[a"])
def test_in_english_it_is_the_engines_own_text(text: str) -> None:
    assert wording.fault_text(fault(text)) == str(fault(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prev(3)", "«“3” stands where «a KPI» was expected» «(at character 6)»"),
        ("complains", "«there is no KPI “complains”; do you mean “complaints”?» «(at character 1)»"),
    ],
)
def test_its_own_words_are_translated_and_the_readers_are_not(
    text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "_", lambda text: f"«{text}»")

    assert wording.fault_text(fault(text)) == said
