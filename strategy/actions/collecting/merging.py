"""Items that say the same thing: one stands for both, and both keep their words and their dots."""

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from org.models import User
from strategy.analysis.checks import check_open
from strategy.enums import ItemState
from strategy.models import AnalysisItem


@action
def merge_items(*, by: User | None, into: AnalysisItem, item: AnalysisItem) -> AnalysisItem:
    """Let `into` stand for `item`, too; raises Conflict unless both stand on the same board.

    The merged item keeps its words, its contributor and its dots, which count for `into` from now on; so
    nobody has more dots than before, and `split_item` gives back exactly what was.
    """
    check_open(into.plan)
    rows = AnalysisItem.objects.select_for_update().filter(pk__in=(into.pk, item.pk))
    stored = {each.pk: each for each in rows.order_by("pk")}
    if len(stored) != 2 or (into.plan_id, into.lens, into.round_id) != (
        item.plan_id,
        item.lens,
        item.round_id,
    ):
        raise Conflict(_("Two items of one lens and of one round can be merged."))
    for each in stored.values():
        if each.state != ItemState.SHARED:
            state = {"item": each.statement, "state": each.get_state_display()}
            raise Conflict(_("“%(item)s” is: %(state)s.") % state)
    item.state, item.merged_into = ItemState.MERGED, stored[into.pk]
    item.save(update_fields=["state", "merged_into"])
    return into


@action
def split_item(*, by: User | None, item: AnalysisItem) -> AnalysisItem:
    """Undo a merge: the item stands for itself again; raises Conflict where it is not merged."""
    check_open(item.plan)
    locked = AnalysisItem.objects.select_for_update().get(pk=item.pk)
    if locked.state != ItemState.MERGED:
        raise Conflict(_("“%(item)s” is not merged.") % {"item": item.statement})
    item.state, item.merged_into = ItemState.SHARED, None
    item.save(update_fields=["state", "merged_into"])
    return item
