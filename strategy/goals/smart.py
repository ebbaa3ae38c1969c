"""The SMART check of a goal: each letter is judged by the facts, not asked of the writer.

Specific, Measurable, Achievable, Relevant, Time-bound: Doran, “There's a S.M.A.R.T. way to write management's
goals and objectives”, Management Review 70 (1981), with the letters as they are commonly read today.
"""

import datetime as dt

from strategy.goals.achievable import achievable
from strategy.goals.facts import GoalFacts
from strategy.goals.finding import Smart
from strategy.goals.measurable import measurable
from strategy.goals.placed import relevant, time_bound
from strategy.goals.specific import specific


def check_goal(facts: GoalFacts, today: dt.date) -> Smart:
    """What each letter finds as of `today`."""
    return Smart(
        (specific(facts), measurable(facts), achievable(facts), relevant(facts), time_bound(facts, today))
    )
