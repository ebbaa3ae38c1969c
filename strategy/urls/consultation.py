"""Routes of consultation rounds and guests."""

from django.urls import URLPattern, path

from strategy.views.consultation import answering, guests, inviting, reading, remarks, rounds

_ROUND = "strategy/consultation-round/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("strategy/consultation/<path:code>/", rounds.consultations, name="consultations"),
    path("strategy/add/consultation/<path:code>/", rounds.new_consultation, name="add_consultation"),
    path(_ROUND, reading.consultation, name="consultation"),
    path(f"{_ROUND}report/", reading.report, name="consultation_report"),
    path(f"{_ROUND}change/", rounds.change, name="change_consultation"),
    path(f"{_ROUND}move/", rounds.move, name="move_consultation"),
    path(f"{_ROUND}remove/", rounds.remove, name="remove_consultation"),
    path(f"{_ROUND}invite/", inviting.invite_people, name="invite_to_consultation"),
    path(f"{_ROUND}guest/", inviting.invite_a_guest, name="invite_guest"),
    path(f"{_ROUND}say/", remarks.say_something, name="say"),
    path("strategy/invitation/<int:pk>/link/", inviting.renew, name="renew_guest_link"),
    path("strategy/invitation/<int:pk>/withdraw/", inviting.withdraw, name="withdraw_invitation"),
    path("strategy/remark/<int:pk>/change/", remarks.change, name="change_remark"),
    path("strategy/remark/<int:pk>/withdraw/", remarks.withdraw, name="withdraw_remark"),
    path("strategy/remark/<int:pk>/answer/", answering.answer, name="answer_remark"),
    path("guest/", guests.guest_consultation, name="guest_consultation"),
    path("guest/<str:secret>/", guests.guest_link, name="guest_link"),
]
