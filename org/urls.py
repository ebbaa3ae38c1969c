"""Routes of the organisation's pages."""

from django.urls import path

from org.views import (
    department_edit,
    departments,
    history,
    mail,
    people,
    person_edit,
    profile,
    saved_views,
    welcome,
)

urlpatterns = [
    path("welcome/", welcome.first_administrator, name="first_administrator"),
    path("departments/", departments.departments, name="departments"),
    path("departments/add/", department_edit.add_department, name="add_department"),
    path("departments/import/", department_edit.ImportDepartments.as_view(), name="import_departments"),
    path("departments/<str:code>/", departments.department, name="department"),
    path("departments/<str:code>/change/", department_edit.change, name="change_department"),
    path("departments/<str:code>/move/", department_edit.move, name="move_department"),
    path("departments/<str:code>/close/", department_edit.close, name="close_department"),
    path("people/", people.people, name="people"),
    path("people/add/", person_edit.add, name="add_person"),
    path("people/import/", person_edit.ImportPeople.as_view(), name="import_people"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/change/", person_edit.change, name="change_person"),
    path("people/<int:pk>/password-link/", person_edit.show_password_link, name="password_link"),
    path("people/<int:pk>/roles/add/", person_edit.add_role, name="add_role"),
    path("people/<int:pk>/roles/<int:membership_pk>/remove/", person_edit.remove_role, name="remove_role"),
    path("people/<int:pk>/tokens/", profile.tokens, name="person_tokens"),
    path("people/<int:pk>/tokens/add/", profile.add_token, name="add_person_token"),
    path("profile/", profile.profile, name="profile"),
    path("profile/tokens/", profile.tokens, name="tokens"),
    path("profile/tokens/add/", profile.add_token, name="add_token"),
    path("tokens/<int:pk>/revoke/", profile.revoke_token, name="revoke_token"),
    path("saved-views/add/", saved_views.new_view, name="save_view"),
    path("saved-views/<int:pk>/", saved_views.view, name="change_view"),
    path("saved-views/<int:pk>/remove/", saved_views.forget, name="remove_view"),
    path("administration/mail/", mail.mail, name="mail"),
    path("administration/mail/<str:key>/", mail.message, name="message"),
    path("administration/mail/<str:key>/body/", mail.message_body, name="message_body"),
    path("administration/history/", history.history, name="history"),
    path("history/<str:kind>/<int:pk>/", history.object_history, name="object_history"),
]
