"""The worked example that the tests of evaluations tell of, too."""

from tests.evaluations.conftest import logged

__all__ = ["logged"]
