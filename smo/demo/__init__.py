"""The demonstration: Port Selwyn, a fictional coastal city with invented people and numbers."""
