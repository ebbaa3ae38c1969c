"""A plan as a document for others: StratML, a page to print, a PDF."""
