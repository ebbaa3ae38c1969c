"""Routes of risks: reviewing."""

from django.urls import URLPattern, path

from risks.views.response import deeds, lists

urlpatterns: list[URLPattern] = [
    path("register/review/", lists.reviews, name="risk_review"),
    path("risks/<str:code>/review/", deeds.review, name="review_risk"),
]
