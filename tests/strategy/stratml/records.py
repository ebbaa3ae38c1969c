"""Plans as records for tests: made at random, and compared whatever lines their files had."""

import dataclasses
from datetime import date
from typing import Any

from hypothesis import strategies as st

from strategy.stratml.document import (
    Goal,
    Indicator,
    Objective,
    Organisation,
    Plan,
    Relationship,
    Result,
    ResultKind,
    Role,
    Stakeholder,
    Statement,
    Submitter,
    Value,
)
from strategy.stratml.numbers import LARGEST

# What people and programs write: words, letters of any script, control characters, fillers, blanks.
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
    st.sampled_from(
        ["", "[Insert name]", "...", "calm  water", "a\nb", " Performer", "?> <x> &amp; 'q'", "\x01"]
    ),
)
days = st.none() | st.dates(date(1800, 1, 1), date(2199, 12, 31))
numbers = st.none() | st.floats(-LARGEST, LARGEST)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
extras = st.just({}) | st.dictionaries(texts, json_values, max_size=2)
LINE = st.just(0)


def several(one: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    """Up to three of these, as a tuple."""
    return st.lists(one, min_size=least, max_size=3).map(tuple)


def filled(record: type, **fields: Any) -> st.SearchStrategy:
    """Records of a kind; those that say nothing at all a reader passes over, so they are left out."""
    return st.builds(record, line=LINE, **fields).filter(lambda one: not says_nothing(one))


def says_nothing(record: Any) -> bool:
    """Whether every field but the line is empty."""
    fields = dataclasses.asdict(record)
    return not any(value for name, value in fields.items() if name not in ("line", "kind", "instance"))


def plans_of(texts: st.SearchStrategy, extras: st.SearchStrategy) -> st.SearchStrategy:
    """Plans made of such texts and such things left over."""
    roles = filled(Role, name=texts, description=texts, types=several(texts | st.just("Performer")))
    stakeholders = filled(
        Stakeholder, name=texts, description=texts, type=texts, roles=several(roles), extra=extras
    )
    organisations = filled(
        Organisation,
        name=texts,
        acronym=texts,
        identifier=texts,
        description=texts,
        stakeholders=several(stakeholders),
        extra=extras,
    )
    relationships = filled(
        Relationship,
        identifier=texts,
        referents=several(texts.filter(bool)),
        name=texts,
        description=texts,
        type=texts,
    )
    statements = filled(Statement, description=texts, identifier=texts, extra=extras)
    values = filled(Value, name=texts, description=texts, extra=extras)
    submitters = filled(
        Submitter,
        given_name=texts,
        surname=texts,
        identifier=texts,
        phone_number=texts,
        email_address=texts,
        extra=extras,
    )

    @st.composite
    def results(draw: st.DrawFn, instance: int, kind: ResultKind) -> Result:
        """A result of an instance."""
        return Result(
            kind=kind,
            instance=instance,
            start=draw(days),
            end=draw(days),
            number=draw(numbers),
            descriptors=draw(several(st.tuples(texts, texts).filter(any))),
            description=draw(texts),
            line=0,
            extra=draw(extras),
        )

    @st.composite
    def indicators(draw: st.DrawFn) -> Indicator:
        """An indicator whose results come as a file has them: by instance, targets first."""
        instances = draw(st.integers(0, 2))
        found = [
            draw(results(number, kind))
            for number in range(instances)
            for kind in ResultKind
            for _count in range(draw(st.integers(0, 2)))
        ]
        return Indicator(
            dimension=draw(texts),
            unit_text=draw(texts),
            identifier=draw(texts),
            sequence=draw(texts),
            type=draw(texts),
            value_chain_stage=draw(texts),
            relationships=draw(several(relationships)),
            results=tuple(found),
            instances=instances,
            other_information=draw(texts),
            line=0,
            extra=draw(extras),
        )

    def parts(record: type, **more: Any) -> st.SearchStrategy:
        """Goals or objectives."""
        return st.builds(
            record,
            name=texts,
            description=texts,
            identifier=texts,
            sequence=texts,
            stakeholders=several(stakeholders),
            other_information=texts,
            line=LINE,
            extra=extras,
            **more,
        )

    objectives = parts(Objective, indicators=several(indicators()))
    goals = parts(Goal, objectives=several(objectives))
    return st.builds(
        Plan,
        name=texts,
        description=texts,
        type=texts,
        identifier=texts,
        organisations=several(organisations),
        vision=st.none() | statements,
        mission=st.none() | statements,
        values=several(values),
        goals=several(goals, least=1),
        start=days,
        end=days,
        published=days,
        source=texts,
        submitter=st.none() | submitters,
        other_information=texts,
        line=LINE,
        extra=extras,
    )


plans = plans_of(texts, extras)
"""Whatever a file may say."""

written_plans = plans_of(
    st.sampled_from(
        ["", "Calm water", "Fewer accidents", "1", "1.2", "O-3", "Beneficiary", "Person", "Percent"],
    ),
    st.just({}) | st.just({"attributes": {"id": "4"}}),
)
"""What people write."""


def without_lines(record: Any) -> Any:
    """The record as plain values, but for the lines of the file it was read from."""
    if dataclasses.is_dataclass(record):
        fields = (one.name for one in dataclasses.fields(record) if one.name != "line")
        return {name: without_lines(getattr(record, name)) for name in fields}
    if isinstance(record, tuple):
        return tuple(without_lines(one) for one in record)
    return record
