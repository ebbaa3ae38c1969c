"""The real plans and the schema that may lie beside the repository."""

import os
from functools import cache
from pathlib import Path

from lxml import etree

BESIDE = Path(__file__).parents[3].parent / "shared" / "data"
FILES = Path(os.environ.get("SMO_SHARED_DATA", BESIDE)) / "stratml"
SCHEMA = FILES / "schemas" / "Part2_PerformancePlanOrReport20160216.xsd"
REAL = sorted(one.name for one in FILES.glob("*.xml") if not one.name.startswith("reject"))


def real_file(name: str) -> bytes:
    """The bytes of one of `REAL`."""
    return (FILES / name).read_bytes()


@cache
def schema() -> etree.XMLSchema:
    """The schema of Part 2 (2016), the gate for what is written."""
    return etree.XMLSchema(etree.parse(SCHEMA))
