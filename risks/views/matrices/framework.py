"""The matrix in use with its bands, every version, categories with appetite, causes, what is borne."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.pages import Crumbs, form_page
from core.web import authorise
from org.models import User
from risks.actions import matrices as actions
from risks.forms.matrices import MatrixForm
from risks.matrices import bands_of, grid_of
from risks.models import LossAppetite, RiskCategory, RiskMatrix, SharedCause

EDIT, READ = "risks.edit_framework", "risks.view_register"
TONES = {"low": "on", "medium": "near", "high": "off", "extreme": "off"}


@require_safe
def framework(request: HttpRequest) -> HttpResponseBase:
    """Everything that is set once."""
    authorise(request.user, READ)
    matrices = list(RiskMatrix.objects.annotate(count=Count("ratings")))
    asked = request.GET.get("matrix", "")
    shown = next((each for each in matrices if str(each.pk) == asked), None)
    shown = shown or next((each for each in matrices if each.is_current), matrices[0] if matrices else None)
    context = {
        "matrices": matrices,
        "shown": shown,
        "rows": _rows(shown) if shown else [],
        "bands": bands_of(shown) if shown else [],
        "categories": RiskCategory.objects.annotate(count=Count("risks")),
        "causes": SharedCause.objects.annotate(count=Count("risks")),
        "appetite": LossAppetite.objects.all(),
        "may_edit": request.user.has_perm(EDIT),
    }
    return render(request, "risks/matrices/framework.html", context)


def _rows(matrix: RiskMatrix) -> list[tuple[dict[str, str], list[tuple[int, str, str]]]]:
    """Each level of likelihood, the highest first, with (score, band, tone) by impact."""
    return [
        (
            matrix.likelihoods[row[0].likelihood - 1],
            [(cell.score, cell.band.label, TONES[cell.band.tone]) for cell in row],
        )
        for row in grid_of(matrix)
    ]


@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    """Begin with the five by five that comes with the product."""
    authorise(request.user, EDIT)
    actions.begin_with_matrix(by=_who(request))
    return redirect("risk_framework")


@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Rate by this one from now on."""
    actions.use_matrix(by=_who(request), matrix=_matrix(request, pk))
    return redirect("risk_framework")


def new_matrix(request: HttpRequest) -> HttpResponseBase:
    """One more matrix."""
    authorise(request.user, EDIT)
    form = MatrixForm(request.POST if request.method == "POST" else None)

    def act(_data: object) -> str:
        return _url(actions.create_matrix(by=_who(request), **form.wanted()))

    return form_page(
        request,
        form,
        act,
        title=_("New matrix"),
        button=_("Add"),
        back_url=reverse("risk_framework"),
        breadcrumbs=way(),
        template="risks/matrices/edit.html",
    )


def change_matrix(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change it, or where something was rated by it, make the version after it."""
    matrix = _matrix(request, pk)
    used = actions.is_used(matrix)
    form = MatrixForm(request.POST if request.method == "POST" else None, matrix=matrix)

    def act(_data: object) -> str:
        write = actions.new_version if used else actions.change_matrix
        return _url(write(by=_who(request), matrix=matrix, **form.wanted()))

    lead = _("Something was rated by it: what you save is a new version; ratings stay with this one.")
    return form_page(
        request,
        form,
        act,
        title=_("Change “%(name)s”") % {"name": matrix},
        lead=lead if used else "",
        button=_("Save as a new version") if used else _("Save"),
        back_url=reverse("risk_framework"),
        breadcrumbs=way(),
        template="risks/matrices/edit.html",
        history=None if used else matrix,
    )


def way() -> Crumbs:
    """The way down to a page of the framework."""
    return [(_("Risks"), reverse("risks")), (_("Matrix & appetite"), reverse("risk_framework"))]


def _url(matrix: RiskMatrix) -> str:
    return f"{reverse('risk_framework')}?matrix={matrix.pk}"


def _who(request: HttpRequest) -> User:
    """Who is signed in: whoever gets here was authorised."""
    assert isinstance(request.user, User)
    return request.user


def _matrix(request: HttpRequest, pk: int) -> RiskMatrix:
    authorise(request.user, EDIT)
    found: RiskMatrix = get_object_or_404(RiskMatrix, pk=pk)
    return found
