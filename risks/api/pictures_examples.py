"""Examples of pictures in the documentation of the API."""

from typing import Any

_TARGET = {"likelihood": 2, "impact": 5, "score": 10, "band": "high"}
HEAT: dict[str, Any] = {
    "matrix": "Port Selwyn",
    "version": 1,
    "layer": "current",
    "cells": [
        {
            "likelihood": 3,
            "impact": 5,
            "score": 15,
            "band": "high",
            "risks": [{"code": "STORM-SURGE", "title": "A surge above the western wall", "target": _TARGET}],
        }
    ],
    "unrated": [],
    "rated_on_an_earlier_matrix": [],
}
AT_RISK: dict[str, Any] = {
    "plan": "harbour-city-2030",
    "period": "2026-Q1",
    "objectives": [
        {
            "objective": "O4",
            "name": "A coast ready for storms",
            "score": 75.4,
            "status": "green",
            "score_at_risk": 33.9,
            "act_first": True,
            "threats": {"low": 0, "medium": 0, "high": 1, "extreme": 0},
            "risks": ["STORM-SURGE"],
        }
    ],
}
