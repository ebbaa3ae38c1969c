"""The rail shows the sections that exist and that the reader may see."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from smo.home import navigation


def page(request):
    return HttpResponse()


urlpatterns = [
    path("", page, name="home"),
    path("performance/", page, name="performance"),
    path("administration/", page, name="administration"),
    path("inbox/", page, name="inbox"),
]


def somebody(*permissions):
    return SimpleNamespace(is_authenticated=True, has_perm=lambda name: name in permissions)


def links_at(address, user):
    request = RequestFactory().get(address)
    request.user = user
    return navigation.links(request)


@pytest.mark.urls(__name__)
def test_it_leaves_out_sections_without_a_route_or_a_permission():
    names = [link.name for link in links_at("/", somebody())]
    assert names == ["Home", "Performance", "Inbox"]


@pytest.mark.urls(__name__)
def test_it_shows_administration_to_whom_it_is_open():
    names = [link.name for link in links_at("/", somebody("org.edit_people"))]
    assert names == ["Home", "Performance", "Inbox", "Administration"]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "active"),
    [("/", ["Home"]), ("/performance/", ["Performance"]), ("/performance/kpis/B-1/", ["Performance"])],
)
def test_it_marks_where_the_reader_is(address, active):
    assert [link.name for link in links_at(address, somebody()) if link.active] == active


@pytest.mark.urls(__name__)
def test_it_shows_nothing_to_the_signed_out():
    assert links_at("/", AnonymousUser()) == []


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("waiting", "badge"), [(0, ""), (4, "4"), (250, "99+")])
def test_a_badge_counts_what_waits(monkeypatch, waiting, badge):
    monkeypatch.setitem(navigation.BADGES, "inbox", lambda user: waiting)
    assert [link.badge for link in links_at("/", somebody()) if link.name == "Inbox"] == [badge]


def test_every_icon_of_the_rail_is_in_the_list_of_icons(settings):
    listed = set((settings.BASE_DIR / "static" / "icons.txt").read_text(encoding="utf-8").split())
    assert {section.icon for section in navigation.SECTIONS} - listed == set()
