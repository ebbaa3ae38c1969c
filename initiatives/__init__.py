"""Strategic initiatives: the portfolio, action plans, status, money, people and technology."""
