"""Formula KPIs: a small language, read once into a tree, evaluated on the rolled-up cells of its inputs.

Numbers, `+ - * / ^`, `< <= > >= = !=`, `if min max abs avg coalesce`, KPI codes and `prev(code)`. A code with
signs of its own is written in brackets: `[roads-open 2]`. Nothing of Python can be reached.
"""
