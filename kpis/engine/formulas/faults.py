"""What can be wrong with a formula, as texts with parameters: whoever shows one may translate both."""


def gettext_noop(text: str) -> str:
    """Mark a text for translators, who search for this name; it stays as it is here."""
    return text


class Phrase(str):
    """A parameter that is a text of ours, to be translated like the text that it stands in."""


class FormulaError(ValueError):
    """What is wrong with a formula, and where: `position` counts characters from 1.

    `template` and `about`: the text with its parameters; as a string it is English.
    """

    def __init__(self, template: str, position: int, **about: str | int) -> None:
        super().__init__(f"{template % about} {AT % {'position': position}}")
        self.template, self.position, self.about = template, position, about


AT = gettext_noop("(at character %(position)s)")
TOO_LONG = gettext_noop("a formula has at most %(most)s characters")
TOO_MANY = gettext_noop("a formula has at most %(most)s words and signs")
TOO_DEEP = gettext_noop("a formula nests at most %(most)s levels deep")
NO_KPI = gettext_noop("a formula needs at least one KPI")
OPEN_BRACKET = gettext_noop("a code in brackets ends with “]”")
STRANGE = gettext_noop("“%(sign)s” does not belong into a formula")
TOO_LARGE = gettext_noop("%(number)s is too large")
ENDS = gettext_noop("the formula ends where %(wanted)s was expected")
STANDS = gettext_noop("“%(found)s” stands where %(wanted)s was expected")
NO_FUNCTION = gettext_noop("there is no function “%(name)s”; there are %(names)s")
ARGUMENTS_EXACT = gettext_noop("“%(name)s” takes %(least)s arguments")
ARGUMENTS_BETWEEN = gettext_noop("“%(name)s” takes %(least)s to %(most)s arguments")
PREV_OF_KPI = gettext_noop("“prev” takes the code of a KPI, not “%(name)s(…)”")
UNKNOWN = gettext_noop("there is no KPI “%(code)s”")
UNKNOWN_MEANT = gettext_noop("there is no KPI “%(code)s”; do you mean “%(meant)s”?")

# What was expected.
OPERATOR_OR_END = Phrase(gettext_noop("an operator or the end"))
OPERAND = Phrase(gettext_noop("a number, a KPI or “(”"))
KPI = Phrase(gettext_noop("a KPI"))
