"""Migrations of many tables: Django makes its historical models anew once, not at every operation."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

TO_A_TABLE = (migrations.AddField, migrations.AddIndex, migrations.AddConstraint, AddTrigger, RemoveTrigger)


class AtOnce(migrations.Migration):
    """A migration whose additions are made from the models as they are after all of them.

    Every operation of an ordinary migration renders its model again, and all models that are related to it;
    since most tables name a person, that is nearly every model, at 1 ms each: most of a minute for a hundred
    tables with their history. Here a run of additions (tables, fields, indexes, constraints, triggers) is
    rendered once. A table that the migration creates is created whole, with its triggers, so what is added to
    it later in the same run needs no statement of its own; the resulting schema is the same.

    Use it in a generated migration of more than a few operations: `class Migration(AtOnce)`.
    """

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> ProjectState:
        """Apply the operations; `sqlmigrate` (`collect_sql`) is shown the statements one by one."""
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        for additions, operations in groupby(self.operations, _is_addition):
            if additions:
                add_at_once(list(operations), self.app_label, project_state, schema_editor)
            else:
                _one_by_one(list(operations), self.app_label, project_state, schema_editor)
        return project_state


def add_at_once(
    operations: Sequence[Operation],
    app_label: str,
    project_state: ProjectState,
    schema_editor: BaseDatabaseSchemaEditor,
) -> None:
    """Change `project_state` by all of the additions, then the database by those that still have to."""
    before = project_state.clone()
    project_state.__dict__.pop("apps", None)  # rendered again when the first operation asks for a model
    for operation in operations:
        operation.state_forwards(app_label, project_state)
    created = {
        each.name_lower
        for each in operations
        if isinstance(each, migrations.CreateModel) and not each.options.get("proxy")
    }
    for operation in operations:
        if not _is_created_with(operation, created):
            operation.database_forwards(app_label, schema_editor, before, project_state)


def _one_by_one(
    operations: Sequence[Operation],
    app_label: str,
    project_state: ProjectState,
    schema_editor: BaseDatabaseSchemaEditor,
) -> None:
    """As an ordinary migration does it."""
    for operation in operations:
        before = project_state.clone()
        operation.state_forwards(app_label, project_state)
        operation.database_forwards(app_label, schema_editor, before, project_state)


def _is_addition(operation: Operation) -> bool:
    return isinstance(operation, (migrations.CreateModel, *TO_A_TABLE))


def _is_created_with(operation: Any, created: set[str]) -> bool:
    """Whether what the operation adds is in a table that is created whole in the same run."""
    return isinstance(operation, TO_A_TABLE) and operation.model_name.lower() in created
