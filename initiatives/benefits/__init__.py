"""Reading benefits: what initiatives are to bring, and what they brought so far by the KPIs' own values."""
