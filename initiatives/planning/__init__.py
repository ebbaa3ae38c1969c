"""Reading action plans: rows with dates, bonds and delays; progress, baselines, Gantt, roadmap, calendar.

`initiatives.schedule` computes; here is read what it needs, and said what it found as far as a reader may
know.
"""
