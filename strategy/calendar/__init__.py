"""The strategy's year: its dates, what else ends or closes in it, and the same as iCalendar."""
