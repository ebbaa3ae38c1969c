"""Methods for an installation that has none yet."""

from core.actions import action
from initiatives.actions.framework import add_method_element, add_method_stage, create_method
from initiatives.framework.content import METHODS, Ask, MethodSpec
from initiatives.models import Method, MethodStage
from org.models import User


@action
def begin_with_methods(*, by: User | None) -> list[Method]:
    """Add the methods that come with the product, as far as their codes are free."""
    taken = set(Method.objects.values_list("code", flat=True))
    return [_store(by, spec) for spec in METHODS if spec.code not in taken]


def _store(by: User | None, spec: MethodSpec) -> Method:
    method = create_method(
        by=by, code=spec.code, name=spec.name, summary=spec.summary, guidance=spec.guidance
    )
    for ask in spec.throughout:
        _ask(by, method, ask, None)
    for each in spec.stages:
        stage = add_method_stage(
            by=by, method=method, name=each.name, purpose=each.purpose, guidance=each.guidance
        )
        for ask in each.asks:
            _ask(by, method, ask, stage)
    return method


def _ask(by: User | None, method: Method, ask: Ask, stage: MethodStage | None) -> None:
    add_method_element(
        by=by,
        method=method,
        kind=ask.kind,
        name=ask.name,
        stage=stage,
        help=ask.help,
        from_size=ask.from_size,
    )
