"""How a resource of the API is made.

    class Departments(Creates, Changes, Removes, Resource):
        queryset = Department.objects.all()
        serializer_class = DepartmentSerializer          # answers (a `Shaped`)
        input_class = DepartmentInput                    # what POST takes (a `Written`)
        change_class = DepartmentChange                  # what PATCH takes; else input_class, all optional
        permissions = {"read": "org.view_departments", "create": …, "change": …, "remove": …}
        filterset_fields = {"name": ["exact", "icontains"]}
        search_fields, ordering_fields = ["name"], ["code", "name"]
        example, input_example, change_example = {…}, {…}, {…}      # for the OpenAPI document

        def visible(self, queryset, user): …             # what this user may know of; else is a 404
        def create_one(self, data): return create_department(by=self.caller, **data)
        def change_one(self, obj, data): …               # calls the same action as the form
        def remove_one(self, obj): …

Registered with `core.api.routers.Router` in `<app>/api/urls.py`. Other methods of a resource take
REST framework's `@action`; their permission stands in `permissions` under their own name. `upsert` answers
PUT on the list. A view that is no resource starts from `Api`.

Many rows for one bulk action (measurements): `bulk.rows_of(request)`, `bulk.validated(rows, serializer)`,
and on `?dry_run=true` (`bulk.is_dry_run`) `transaction.set_rollback(True)`.
"""

from core.api.base import Api
from core.api.reading import Resource
from core.api.writing import Changes, Creates, Removes

__all__ = ["Api", "Changes", "Creates", "Removes", "Resource"]
