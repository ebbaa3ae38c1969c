"""Consultation rounds: who is asked about a plan, what they say of it, and how far it is supported."""

from strategy.consultation.support import DepartmentSupport, Stance, Support, support_of, supports_of

__all__ = ["DepartmentSupport", "Stance", "Support", "support_of", "supports_of"]
