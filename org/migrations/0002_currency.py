import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from core.migrating import AtOnce


class Migration(AtOnce):

    dependencies = [
        ('org', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='organisation',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='organisation',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='organisation',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='organisation',
            name='currency',
            field=models.CharField(default='EUR', max_length=3, verbose_name='Currency'),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='currency',
            field=models.CharField(default='EUR', max_length=3, verbose_name='Currency'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "org_organisationevent" ("currency", "fiscal_year_first_month", "fiscal_year_named_by", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tagline") VALUES (NEW."currency", NEW."fiscal_year_first_month", NEW."fiscal_year_named_by", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."tagline"); RETURN NULL;', hash='c7d5c12902398f0e263b6771b1d7d29dbe0713eb', operation='INSERT', pgid='pgtrigger_insert_insert_10eac', table='org_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "org_organisationevent" ("currency", "fiscal_year_first_month", "fiscal_year_named_by", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tagline") VALUES (NEW."currency", NEW."fiscal_year_first_month", NEW."fiscal_year_named_by", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."tagline"); RETURN NULL;', hash='5eff0d33a7f31507b3f63557ef3709ba6f678ad0', operation='UPDATE', pgid='pgtrigger_update_update_df72c', table='org_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "org_organisationevent" ("currency", "fiscal_year_first_month", "fiscal_year_named_by", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tagline") VALUES (OLD."currency", OLD."fiscal_year_first_month", OLD."fiscal_year_named_by", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."tagline"); RETURN NULL;', hash='3fc4876c43fb2d9d25faa41ffa40de6ab05abce7', operation='DELETE', pgid='pgtrigger_delete_delete_d14b4', table='org_organisation', when='AFTER')),
        ),
    ]
