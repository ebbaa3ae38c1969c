"""Routes of resources: the list takes arrays too, an object is addressed by code or id."""

from rest_framework.routers import DynamicRoute, Route, SimpleRouter


class Router(SimpleRouter):
    """As REST framework's, with PATCH, PUT and DELETE on lists, and names that no page has (`api-…`)."""

    include_format_suffixes = False
    routes = [
        Route(
            url=r"^{prefix}{trailing_slash}$",
            mapping={
                "get": "list",
                "post": "create",
                "put": "upsert",
                "patch": "bulk_change",
                "delete": "bulk_remove",
            },
            name="api-{basename}-list",
            detail=False,
            initkwargs={},
        ),
        DynamicRoute(
            url=r"^{prefix}/{url_path}{trailing_slash}$",
            name="api-{basename}-{url_name}",
            detail=False,
            initkwargs={},
        ),
        Route(
            url=r"^{prefix}/{lookup}{trailing_slash}$",
            mapping={"get": "retrieve", "patch": "partial_update", "delete": "destroy"},
            name="api-{basename}-detail",
            detail=True,
            initkwargs={},
        ),
        DynamicRoute(
            url=r"^{prefix}/{lookup}/{url_path}{trailing_slash}$",
            name="api-{basename}-{url_name}",
            detail=True,
            initkwargs={},
        ),
    ]
