"""Every address there is, asked by those who must not see anything: outsiders, and visitors not signed in."""

import re
from collections.abc import Iterator

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from app.access import access_rule
from app.web.access_check import is_guarded, refuse_routes_without_rule, routes
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

Address = tuple[str, str]
"""Method and path, with its parameters still in braces."""

LEAST_ROUTES = 140
LEAST_OF_AN_INITIATIVE = 100
WHOLE = {"slug", "initiative_id", "organization_id"}
UNKNOWN = 404
NOT_SIGNED_IN = {303, 401, 403}


def addresses(application: FastAPI) -> list[Address]:
    return [
        (method, str(route.path))
        for route in routes(application)
        for method in sorted(getattr(route, "methods", None) or ())
        if method != "HEAD"
    ]


def of_an_initiative(application: FastAPI) -> list[Address]:
    """Those that name an initiative, or a row of one by its id."""
    return [
        (method, path)
        for method, path in addresses(application)
        if re.match(r"/initiatives/\{slug\}|/api/v1/(initiatives/\{|[a-z_-]+/\{row_id\})", path)
    ]


def of_an_organization(application: FastAPI) -> list[Address]:
    return [
        (method, path)
        for method, path in addresses(application)
        if re.match(r"(/api/v1)?/(organizations|portfolios)/\{", path)
    ]


def filled(path: str, world: World) -> str:
    """The address in Ada's world; rows are tried by the id that the first of each kind has."""
    is_of_organization = re.match(r"/(organizations|portfolios)", path)
    slug = world.organization.slug if is_of_organization else world.initiative.slug
    known = {
        "slug": slug,
        "initiative_id": world.initiative.key,
        "organization_id": world.organization.key,
        "phase_id": world.design.key,
    }
    return re.sub(r"\{(\w+)\}", lambda name: str(known.get(name[1], 1)), path)


def asked(client: TestClient, some: list[Address], world: World) -> Iterator[tuple[Address, Response]]:
    for method, path in some:
        yield (method, path), client.request(method, filled(path, world))


def may_be_public(address: Address) -> set[int]:
    """What may be published for anybody is absent where it is not."""
    return {UNKNOWN} if re.match(r"/api/v1/publications/\{row_id\}/content", address[1]) else set()


@on_sqlite
def test_every_route_has_an_access_rule(application: FastAPI) -> None:
    known = list(routes(application))
    assert len(known) >= LEAST_ROUTES
    assert not [route.path for route in known if not is_guarded(route)]


def test_a_route_that_nobody_guards_stops_the_start() -> None:
    application = FastAPI(openapi_url=None)
    application.get("/guarded", dependencies=[Depends(access_rule(lambda: None))])(lambda: None)
    refuse_routes_without_rule(application)
    application.get("/open")(lambda: None)
    with pytest.raises(RuntimeError, match="/open"):
        refuse_routes_without_rule(application)


@on_sqlite
def test_for_an_outsider_no_initiative_exists_at_any_address(
    client: TestClient, application: FastAPI, world: World
) -> None:
    some = of_an_initiative(application)
    assert len(some) >= LEAST_OF_AN_INITIATIVE
    answers = asked(come_in(client, world.mallory), some, world)
    assert not [address for address, answer in answers if answer.status_code != UNKNOWN]


@on_sqlite
def test_for_an_outsider_no_organization_exists_at_any_address(
    client: TestClient, application: FastAPI, world: World
) -> None:
    answers = asked(come_in(client, world.mallory), of_an_organization(application), world)
    assert not [address for address, answer in answers if answer.status_code != UNKNOWN]


@on_sqlite
def test_nobody_who_is_not_signed_in_gets_an_answer(
    client: TestClient, application: FastAPI, world: World
) -> None:
    client.headers.update({"Sec-Fetch-Site": "same-origin"})
    some = of_an_initiative(application) + of_an_organization(application)
    answers = list(asked(client, some, world))
    refused = [(address, NOT_SIGNED_IN | may_be_public(address)) for address, _answer in answers]
    codes = [answer.status_code for _address, answer in answers]
    assert not [address for (address, should), code in zip(refused, codes, strict=True) if code not in should]
    assert not [address for address, answer in answers if world.initiative.name in answer.text]


@on_sqlite
def test_a_funder_reads_no_log_at_any_address(client: TestClient, application: FastAPI, world: World) -> None:
    answers = asked(come_in(client, world.dan), of_an_initiative(application), world)
    assert not [address for address, answer in answers if answer.status_code != UNKNOWN]


@on_sqlite
def test_the_same_pages_are_there_for_those_who_take_part(
    client: TestClient, application: FastAPI, world: World
) -> None:
    """Else the tests above would be content with addresses that lead nowhere."""
    pages = [
        (method, path)
        for method, path in of_an_initiative(application) + of_an_organization(application)
        if method == "GET"
        and re.findall(r"\{(\w+)\}", path) in (["slug"], ["initiative_id"], ["organization_id"])
    ]
    managing = list(asked(come_in(client, world.eve), pages, world))
    evaluating = list(asked(come_in(client, world.cleo), pages, world))
    assert len(managing) >= 20
    shut = [
        {address for address, answer in answers if answer.status_code >= 400}
        for answers in (managing, evaluating)
    ]
    assert not set.intersection(*shut)
