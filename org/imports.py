"""Departments and people from a file."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.errors import Fault
from core.imports import Outcome, attempt
from core.tabular import Column, Row, Table, read_table
from org.actions import (
    change_department,
    change_user,
    create_department,
    create_user,
    grant_role,
    move_department,
)
