"""Reading StratML (ISO 17469-1, ANSI/AIIM 22), the XML vocabulary of strategic plans; knows no database."""
