"""Deny by default: the application does not start with a route that nobody guards."""

from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

OPEN_TO_ALL = {"/openapi.json"}
"""FastAPI's own description of the API, which holds no data."""


def refuse_routes_without_rule(app: FastAPI) -> None:
    if unguarded := [str(route.path) for route in routes(app) if not is_guarded(route)]:
        raise RuntimeError(f"These routes have no access rule: {', '.join(unguarded)}")


def routes(app: FastAPI) -> Iterator[RouteContext]:
    """Every route, those of included routers too, which `app.routes` alone does not show."""
    return iter_route_contexts(app.routes)


def is_guarded(route: RouteContext) -> bool:
    if isinstance(route.original_route, Mount):
        return isinstance(route.original_route.app, StaticFiles)
    return route.path in OPEN_TO_ALL or _has_rule(getattr(route, "dependant", None))


def _has_rule(dependant: Dependant | None) -> bool:
    if dependant is None:
        return False
    return getattr(dependant.call, "is_access_rule", False) or any(map(_has_rule, dependant.dependencies))
