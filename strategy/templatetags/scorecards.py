"""The tag library `scorecards`: the lines of a scorecard (`strategy.table`)."""

from django import template

from strategy.table import drawn_rows

register = template.Library()
register.simple_tag(drawn_rows, name="scorecard_rows")
