"""What the page of a portfolio shows, put together once for the screen and for print."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from app.access import Actor
from app.clock import today
from app.evaluations.sentences.process import CELLS, claims_borne_out
from app.i18n.countries import country_name
from app.measurement.claims import ClaimCount
from app.measurement.missing import Missing
from app.organizations.models import Organization
from app.portfolios.kept import figures
from app.portfolios.money import in_one
from app.portfolios.pictures import beside_pictures, counted, shared_rows
from app.portfolios.queries import choices, lines
from app.portfolios.strips import stack
from app.portfolios.wanted import Wanted
from app.portfolios.words import (
    cells,
    contexts,
    named,
    parts,
    pooled,
    sorts,
    title,
    why_missing,
)
from app.web.strips import strip_words


def portfolio_page(
    session: Session,
    actor: Actor,
    organization: Organization,
    wanted: Wanted,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    role, day = wanted.role_of(organization.type), today()
    found = figures(session, organization.key, role, wanted, day)
    page = lines(session, organization.key, role, actor, wanted, cursor, limit)
    overall = found.overall
    views, countries = choices(session, actor.person_id, organization.key, role)
    return {
        "organization": organization,
        "title": title(role, organization.name),
        "role": role,
        "wanted": wanted,
        "countries": _named(countries),
        "overall": overall,
        "groups": found.groups,
        "in_one": in_one(overall.money, wanted.into) if wanted.into else None,
        "borne_out": claims_borne_out(ClaimCount(overall.claims, overall.claims_evidenced)),
        "counted": counted(overall),
        "drawn": beside_pictures(overall),
        "shared_rows": shared_rows(overall),
        "page": page,
        "views": views,
        "stack": stack(line.phases for line in page.lines),
        "words": strip_words(),
        "today": day,
        **_words(),
    }


def _words() -> dict[str, Any]:
    return {
        "country_name": country_name,
        "parts": parts(),
        "sorts": sorts(),
        "contexts": contexts(),
        "cells": cells(),
        "cell_names": CELLS,
        "pooled": pooled,
        "named": named,
        "why_missing": why_missing,
        "is_missing": lambda value: isinstance(value, Missing),
    }


def _named(codes: Sequence[str]) -> dict[str, str]:
    return {code: country_name(code) for code in codes}
