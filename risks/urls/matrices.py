"""Routes of risks: matrices, categories, causes and appetite."""

from django.urls import URLPattern, path

from risks.views.matrices import framework, parts

urlpatterns: list[URLPattern] = [
    path("register/framework/", framework.framework, name="risk_framework"),
    path("register/framework/begin/", framework.begin, name="begin_with_risk_matrix"),
    path("register/matrices/add/", framework.new_matrix, name="add_risk_matrix"),
    path("register/matrices/<int:pk>/change/", framework.change_matrix, name="change_risk_matrix"),
    path("register/matrices/<int:pk>/use/", framework.use, name="use_risk_matrix"),
    path("register/framework/<str:kind>/add/", parts.add, name="add_risk_part"),
    path("register/framework/<str:kind>/<int:pk>/change/", parts.change, name="change_risk_part"),
    path("register/framework/<str:kind>/<int:pk>/remove/", parts.remove, name="remove_risk_part"),
]
