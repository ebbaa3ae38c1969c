"""Tests of what initiatives have to do with each other."""
