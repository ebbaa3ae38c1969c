"""Small drawn pieces of a page (marks, sparklines, numbers, times) as HTML; no templates, no database.

They are drawn hundreds of times on a scorecard, so each is one `format_html` call. Templates reach them
through the tag library `ui`, Python code may call them directly.
"""
