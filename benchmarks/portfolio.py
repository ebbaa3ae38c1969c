"""The pages of the portfolio with 244 initiatives, as many as one government publishes: the slowest."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from benchmarks.databases import run_alone
from benchmarks.organisation_plan import somebody_of_the_office
from benchmarks.portfolio_world import store_portfolio
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave

COUNT, BAR = 244, 1.0
PAGES = (
    "initiatives",
    "initiative_board",
    "portfolio_gantt",
    "roadmap",
    "portfolio_status",
    "portfolio_benefits",
    "resources",
    "money_follows",
    "coordination",
    "portfolio_readiness",
    "updates_due",
)


def measure(runs: int) -> list[Figure]:
    """Each page as a person of the strategy office, who sees everything, gets it."""
    store_portfolio(COUNT)
    run_alone("VACUUM ANALYZE")
    client = Client(SERVER_NAME="localhost")
    client.force_login(somebody_of_the_office(), backend="org.sign_in.EmailBackend")
    times = interleave(runs, *(Candidate(name, _page(client, reverse(name))) for name in PAGES))
    medians = {name: times.median(name) for name in PAGES}
    return [Figure("portfolio_page_seconds", max(medians.values()), BAR, {"median_seconds": medians})]


def _page(client: Client, url: str) -> Callable[[], bytes]:
    def get() -> bytes:
        answer = client.get(url)
        if answer.status_code != 200:
            raise AssertionError(f"{url}: {answer.status_code}")
        return answer.content

    return get
