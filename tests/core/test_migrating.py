"""Migrations that are applied at once leave the schema that they leave operation by operation."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection, migrations, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger, UpsertTriggerSql
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from core.migrating import AtOnce
from smo.settings import BASE_DIR

FEW = 5


def _trigger(name: str, table: str) -> Trigger:
    return Trigger(
        name=name,
        sql=UpsertTriggerSql(
            func="RETURN NULL;",
            hash="none",
            operation="UPDATE",
            pgid=f"pgtrigger_{name}",
            table=table,
            when="AFTER",
        ),
    )


def _key(to: str, **more: Any) -> Any:
    return models.ForeignKey(to, models.CASCADE, related_name="+", **more)


OPERATIONS = [
    migrations.CreateModel(
        "Tide", [("id", models.BigAutoField(primary_key=True)), ("at", models.DateField())]
    ),
    migrations.CreateModel("Gauge", [("code", models.CharField(max_length=9, primary_key=True))]),
    migrations.AddField("Tide", "gauge", _key("core.gauge")),
    migrations.AddField("Tide", "reader", _key(settings.AUTH_USER_MODEL, null=True)),
    migrations.AddField("Gauge", "friends", models.ManyToManyField("core.gauge")),
    AddTrigger("tide", _trigger("told", "core_tide")),
    AddTrigger("tide", _trigger("heard", "core_tide")),
    migrations.AddConstraint("Tide", models.UniqueConstraint(fields=["gauge", "at"], name="a_tide_a_day")),
    migrations.RunSQL("ALTER TABLE core_gauge ALTER COLUMN code SET STORAGE PLAIN", migrations.RunSQL.noop),
    migrations.AddField("Gauge", "height", models.FloatField(default=1.0)),
    migrations.AddIndex("Gauge", models.Index("height", name="by_height")),
    RemoveTrigger("tide", "heard"),
]
CATALOGUE = """
SELECT table_name, column_name, ordinal_position::text, data_type, is_nullable || coalesce(column_default, '')
FROM information_schema.columns WHERE table_name ~ '^core_(tide|gauge)'
UNION SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', ''
FROM pg_constraint WHERE conrelid::regclass::text ~ '^core_(tide|gauge)'
UNION SELECT tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE tablename ~ '^core_(tide|gauge)'
UNION SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '', ''
FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text ~ '^core_(tide|gauge)'
"""


def schema_after(kind: type[migrations.Migration], state: ProjectState) -> set[tuple[str, ...]]:
    """What the catalogue says after the operations; nothing of it stays."""
    migration = kind("0009_tides", "core")
    migration.operations = OPERATIONS
    with transaction.atomic():
        with connection.schema_editor() as editor:
            migration.apply(state.clone(), editor)
        with connection.cursor() as cursor:
            cursor.execute(CATALOGUE)
            found = set(cursor.fetchall())
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
def test_the_schema_is_that_of_one_operation_after_the_other() -> None:
    state = MigrationLoader(connection).project_state()
    at_once = schema_after(AtOnce, state)

    assert len(at_once) > 20
    assert at_once == schema_after(migrations.Migration, state)


def test_a_migration_of_many_operations_is_applied_at_once() -> None:
    loader = MigrationLoader(None)
    ours = [each for each in loader.disk_migrations.values() if (BASE_DIR / each.app_label).is_dir()]
    long = [each for each in ours if len(each.operations) > FEW]

    assert long
    assert [f"{each}" for each in long if not isinstance(each, AtOnce)] == []
