"""Which stage may follow which, and which of these moves the leadership decides."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from initiatives.enums import STAGE_TRANSITIONS, UNDER_WAY, Stage

# What a move is called on a button, by where it begins and leads; else by where it leads.
_WORDS = {
    (Stage.IDEA, Stage.PROPOSED): lambda: _("Propose it"),
    (Stage.PROPOSED, Stage.IDEA): lambda: _("Take it back to an idea"),
    (Stage.APPROVED, Stage.PROPOSED): lambda: _("Take it back to a proposal"),
    (Stage.PROPOSED, Stage.APPROVED): lambda: _("Ask for approval"),
    (Stage.APPROVED, Stage.ACTIVE): lambda: _("Ask to begin"),
    (Stage.ON_HOLD, Stage.ACTIVE): lambda: _("Go on with it"),
    (Stage.COMPLETED, Stage.ACTIVE): lambda: _("Ask to open it again"),
    (Stage.ACTIVE, Stage.COMPLETED): lambda: _("Ask to complete it"),
    (Stage.CANCELLED, Stage.IDEA): lambda: _("Take it up again as an idea"),
}


@dataclass(frozen=True)
class Move:
    """A way on from a stage; `decided`: whether the leadership decides it, else who runs it does."""

    before: str
    after: str

    @property
    def decided(self) -> bool:
        """Whether the move waits for a decision."""
        return needs_decision(self.before, self.after)

    @property
    def name(self) -> str:
        """What a button says."""
        words = _WORDS.get((Stage(self.before), Stage(self.after)))
        if words is not None:
            return words()
        if self.after == Stage.ON_HOLD:
            return _("Put it on hold")
        return _("Ask to cancel it") if self.decided else _("Cancel it")


def needs_decision(before: str, after: str) -> bool:
    """Whether a move binds or frees money and people, so that an executive decides it."""
    if after == Stage.ACTIVE:
        return before != Stage.ON_HOLD
    if after == Stage.CANCELLED:
        return before in UNDER_WAY
    return after in (Stage.APPROVED, Stage.COMPLETED)


def moves_from(stage: str) -> list[Move]:
    """Every way on from a stage."""
    return [Move(stage, after) for after in STAGE_TRANSITIONS[stage]]


def why_not(before: str, after: str) -> str:
    """Why a stage may not follow another; empty where it may."""
    if after in STAGE_TRANSITIONS.get(before, ()):
        return ""
    ways = ", ".join(str(Stage(each).label) for each in STAGE_TRANSITIONS[before])
    words = {"before": Stage(before).label, "after": Stage(after).label, "ways": ways}
    return _("After “%(before)s” there is no “%(after)s”; there are: %(ways)s.") % words


def way_of(stage: str) -> list[tuple[str, str]]:
    """The stages from an idea to the end with their names; the present one where it lies beside the way."""
    way = [Stage.IDEA, Stage.PROPOSED, Stage.APPROVED, Stage.ACTIVE, Stage.COMPLETED]
    if stage == Stage.ON_HOLD:
        way.insert(4, Stage.ON_HOLD)
    if stage == Stage.CANCELLED:
        way[4] = Stage.CANCELLED
    return [(each.value, str(each.label)) for each in way]
