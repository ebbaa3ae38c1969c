"""What initiatives have to do with each other, and judging those that look alike."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.pages import carry_out, form_page
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.actions.coordination import judge_overlap, merge_initiatives
from initiatives.coordination.overlaps import Overlap, read_overlap, read_overlaps
from initiatives.coordination.picture import draw
from initiatives.coordination.teams import By, read_waits, teams_of
from initiatives.enums import Verdict
from initiatives.forms.coordination import MergeForm, VerdictForm
from initiatives.means.load import read_load
from initiatives.means.months import month_of
from initiatives.means.presenting import over_of, people_of
from initiatives.means.technology import read_technology
from initiatives.models import Initiative
from initiatives.planning.notices import texts_of, visible_notices
from initiatives.views.seen import VIEW, acting, initiative_seen
from strategy.queries import visible_objectives
from strategy.views.editing import posted

JUDGE = "initiatives.judge_overlaps"
MOST_NOTICES, MOST_CLASHES, MOST_WAITS = 20, 12, 80


@require_safe
def coordination(request: HttpRequest) -> HttpResponseBase:
    """Overlaps (`?show=judged`), who waits for whom (`?by=initiative`), means that clash, notices."""
    authorise(request.user, VIEW)
    today = timezone.localdate()
    judged = request.GET.get("show") == "judged"
    by = By.INITIATIVE if request.GET.get("by") == By.INITIATIVE else By.DEPARTMENT
    waits = read_waits(request.user, today)
    teams = teams_of(waits, by)
    month = month_of(today)
    load = read_load(request.user, range(month, month + 12))
    notices = visible_notices(request.user).filter(seen_at__isnull=True)[:MOST_NOTICES]
    return render(
        request,
        "initiatives/coordination/coordination.html",
        {
            "overlaps": read_overlaps(request.user, judged=judged),
            "judged": judged,
            "shown": _shown(request, judged),
            "teams": teams,
            "waits": sorted(waits, key=lambda wait: not wait.late)[:MOST_WAITS],
            "picture": draw(teams),
            "ways": _ways(request, by),
            "over": over_of(load.rows)[:MOST_CLASHES],
            "people": people_of(load.people)[:MOST_CLASHES],
            "short": [line for line in read_technology(request.user, today) if line.shortages],
            "notices": texts_of(notices, request.user),
            "may_judge": request.user.has_perm(JUDGE),
        },
    )


def _shown(request: HttpRequest, judged: bool) -> Sequence[Option]:
    return [
        Option(_("Suggested"), query_url(request.GET, show=None), not judged),
        Option(_("Judged"), query_url(request.GET, show="judged"), judged),
    ]


def _ways(request: HttpRequest, by: By) -> Sequence[Option]:
    return [
        Option(_("Departments"), query_url(request.GET, by=None) + "#teams", by == By.DEPARTMENT),
        Option(_("Initiatives"), query_url(request.GET, by="initiative") + "#teams", by == By.INITIATIVE),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def overlap(request: HttpRequest, first: str, second: str) -> HttpResponseBase:
    """Two initiatives side by side; a POST says what was found of them."""
    found = _pair(request, first, second)
    form = VerdictForm(posted(request), initial=_initial(found))
    status = 200
    if request.method == "POST":
        authorise(request.user, JUDGE)
        status = 400
        if form.is_valid():
            data = form.cleaned_data
            done, status = carry_out(
                form,
                lambda: judge_overlap(by=acting(request), first=found.first, second=found.second, **data),
            )
            if done is not None:
                messages.success(request, _("Kept: %(verdict)s.") % {"verdict": done.get_verdict_display()})
                return redirect("coordination")
    context = {
        "overlap": found,
        "form": form,
        "may_judge": request.user.has_perm(JUDGE),
        "merged": found.verdict is not None and found.verdict.verdict == Verdict.MERGED,
        "sides": [_side(request.user, each) for each in (found.first, found.second)],
        "breadcrumbs": way_to_coordination(),
    }
    return render(request, "initiatives/coordination/overlap.html", context, status=status)


def _initial(found: Overlap) -> dict[str, Any]:
    verdict = found.verdict
    return {"verdict": verdict.verdict, "note": verdict.note} if verdict else {}


def _side(user: Any, initiative: Initiative) -> dict[str, Any]:
    """An initiative with those of its objectives that the user may know of, as one of two."""
    served = initiative.contributions.filter(objective__in=visible_objectives(user))
    return {"initiative": initiative, "served": list(served.select_related("objective"))}


def _pair(request: HttpRequest, first: str, second: str) -> Overlap:
    """Two initiatives the reader may know of; raises Http404."""
    one, other = initiative_seen(request, first), initiative_seen(request, second)
    if one.pk == other.pk:
        raise Http404(first)
    return read_overlap(request.user, one, other)


def way_to_coordination() -> list[tuple[Any, str]]:
    """The breadcrumbs of a page below coordination."""
    return [(_("Initiatives"), reverse("initiatives")), (_("Coordination"), reverse("coordination"))]


def merge(request: HttpRequest, first: str, second: str) -> HttpResponseBase:
    """Make two initiatives one: which stays, and what goes over to it."""
    found = _pair(request, first, second)
    authorise(request.user, JUDGE)
    pair = {each.code: each for each in (found.first, found.second)}
    form = MergeForm(
        posted(request), first=found.first, second=found.second, initial={"keep": found.first.code}
    )

    def save(data: dict[str, Any]) -> str:
        keep = pair[data["keep"]]
        [other] = [each for each in pair.values() if each is not keep]
        merge_initiatives(by=acting(request), keep=keep, other=other, moves=data["moves"], note=data["note"])
        return reverse("initiative", args=[keep.code])

    return form_page(
        request,
        form,
        save,
        title=_("Make one of two"),
        button=_("Merge"),
        lead=_(
            "The other one is archived and points to the one that stays. Its status updates, baselines and"
            " gate decisions stay with it, and the history tells what went over."
        ),
        back_url=reverse("overlap", args=[first, second]),
        breadcrumbs=way_to_coordination(),
    )
