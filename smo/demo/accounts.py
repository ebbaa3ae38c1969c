"""The accounts one signs in with in the demonstration; imports nothing, so that a launcher can print them."""

from typing import NamedTuple

PASSWORD = "demo-demo-1"  # noqa: S105 (published on purpose; refused outside the demonstration)
DOMAIN = "demo.example"


class Account(NamedTuple):
    """Somebody to sign in as, and what they come for."""

    login: str
    name: str
    job_title: str
    role: str
    department: str  # code; empty: the whole organisation
    describes: str

    @property
    def email(self) -> str:
        """The address they sign in with."""
        return f"{self.login}@{DOMAIN}"


ACCOUNTS = (
    Account(
        "admin",
        "Nadia Petrou",
        "Systems administrator",
        "administrator",
        "",
        "people, departments, roles, settings, mail",
    ),
    Account(
        "smo",
        "Jonas Adeyemi",
        "Head of the strategy office",
        "smo_staff",
        "",
        "plans, KPIs, imports, every value",
    ),
    Account("executive", "Elena Marsh", "City manager", "executive", "", "the scorecard of the whole city"),
    Account(
        "head",
        "Ines Okafor",
        "Head of transport",
        "department_head",
        "transport",
        "her department and the depots below it",
    ),
    Account(
        "contributor",
        "Tomas Lindqvist",
        "Data officer, transport",
        "contributor",
        "transport",
        "the series he reports",
    ),
    Account("viewer", "Mei Castellan", "Librarian", "viewer", "", "what everybody may read"),
)
