"""SMART goals: what each letter asks and finds, progress against expected pace, commentary, the action plan.

`smart`, `specific`, `measurable`, `achievable`, `placed` and `progress` are pure: they judge `facts`, know no
database and are told the day. `reading` brings goals with their facts; the rest reads for pages.
"""
