"""Tests of people, money and technology of initiatives."""
