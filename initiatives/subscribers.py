"""What initiatives add to the floors below them."""

from initiatives.status import telling as _of_status  # noqa: F401 (subscribes)
