"""What is wrong with a formula, in the reader's language."""

from django.utils.translation import gettext as _

from kpis.engine.formulas.faults import AT, FormulaError, Phrase


def fault_text(error: FormulaError) -> str:
    """The engine's finding and where it is, translated."""
    about = {name: _(value) if isinstance(value, Phrase) else value for name, value in error.about.items()}
    return f"{_(error.template) % about} {_(AT) % {'position': error.position}}"
