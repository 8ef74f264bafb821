"""The command line: `tandem demo`, `serve`, `migrate`, `seed`, `token`, `link`, `verify` and more."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any, NoReturn

import typer
import uvicorn
from pydantic import ValidationError
from sqlmodel import Session

from app.accounts.links import address_of, make_link
from app.accounts.models import Person
from app.accounts.queries import anybody_is_here, person_by_email
from app.accounts.schemas import ApiTokenCreate
from app.accounts.service import make_api_token
from app.clock import today
from app.costs.rates import add_known_rates, add_rate
from app.costs.schemas import RateCreate
from app.database.engine import Database
from app.database.migrate import is_at_head, upgrade
from app.evaluations.digest import send_digests
from app.evaluations.summaries import refresh_all, refresh_stale
from app.evidence.contents import folder_in, sweep
from app.evidence.queries import known_contents
from app.main import create_app, open_database
from app.organizations import invitations
from app.organizations.letters import link_of
from app.organizations.queries import organization_by_slug
from app.organizations.schemas import InvitationCreate
from app.publications.verify import verdict_on
from app.refusals import Invalid
from app.settings import Settings
from app.vocabulary import LinkPurpose, MemberRole, TokenScope
from seed.people import DEMO_PEOPLE
from seed.plant import plant
from seed.synthetic.plant import plant_synthetic

cli = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Tandem: who led what, and what changed meanwhile."
)

DEMO_LINK_LASTS = timedelta(hours=12)
"""A day of looking around; nothing there is anybody's."""


class PersonalPurpose(StrEnum):
    """The links that can be made for a person."""

    PASSWORD = LinkPurpose.PASSWORD.value
    SIGN_IN = LinkPurpose.SIGN_IN.value


Host = Annotated[str, typer.Option(help="Address to listen on")]
Port = Annotated[int, typer.Option(help="Port to listen on")]


@cli.command()
def migrate() -> None:
    """Bring the database to the newest schema, with the hourly rates and summaries that belong to it."""
    upgrade(_settings())
    with _migrated().writing() as session:
        add_known_rates(session)
        refresh_stale(session)


@cli.command()
def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve pages and API. One process for SQLite; as many as you like for PostgreSQL."""
    settings = _settings()
    application = create_app(settings)
    offer_set_up(application.state.database, settings)
    sweep_evidence(application.state.database, settings)
    uvicorn.run(application, host=host, port=port, server_header=False, **behind_proxies(settings))


def behind_proxies(settings: Settings) -> dict[str, Any]:
    """The server believes X-Forwarded-For from these alone; its own default would be this whole machine."""
    trusted = settings.trusted_proxies
    return {"proxy_headers": bool(trusted), "forwarded_allow_ips": trusted}


def sweep_evidence(database: Database, settings: Settings) -> None:
    """What a power cut left between the disk and the database is nobody's."""
    if database.is_answering() and is_at_head(database):
        with database.reading() as session:
            sweep(folder_in(settings.data_dir), known_contents(session))


def offer_set_up(database: Database, settings: Settings) -> None:
    """Where nobody is yet, a link on the console lets the first person in. It is used once, by one."""
    if not database.is_answering() or not is_at_head(database):
        return
    with database.writing() as session:
        if not anybody_is_here(session):
            link = address_of(
                settings.base_url, LinkPurpose.SET_UP, make_link(session, None, LinkPurpose.SET_UP)
            )
            typer.echo(f"Nobody is here yet. Within 24 hours, begin at {link}")


@cli.command()
def seed(
    initiatives: Annotated[int, typer.Option(min=0, help="So many invented ones, to try out scale")] = 0,
) -> None:
    """Plant the demo world. A second time changes nothing."""
    database = _migrated()
    with database.writing() as session:
        typer.echo(plant(session))
    if initiatives:
        typer.echo(plant_synthetic(database, initiatives))


@cli.command()
def demo(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Migrate, seed, print sign-in links for the demo's people, and serve."""
    settings = _settings(demo=True, base_url=f"http://{host}:{port}")
    upgrade(settings)
    database = open_database(settings)
    with database.writing() as session:
        if anybody_is_here(session) and person_by_email(session, DEMO_PEOPLE[0].email) is None:
            _stop("This database holds other work. Give the demo a folder of its own: TANDEM_DATA_DIR.")
        plant(session)
        add_known_rates(session)
        refresh_stale(session)
    with database.writing() as session:
        typer.echo(f"\nTandem is at {settings.base_url}. Sign in with one click, once each:\n")
        typer.echo("\n".join(_sign_in_links(session, settings.base_url)) + "\n")
    database.close()
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )


def _settings(**given: Any) -> Settings:
    """The settings, or a line for each that cannot be taken."""
    try:
        return Settings(**given)
    except ValidationError as error:
        _stop("\n".join(_said(problem) for problem in error.errors()))


def _said(problem: Mapping[str, Any]) -> str:
    names = [f"TANDEM_{str(part).upper()}: " for part in problem["loc"]]
    return "".join(names) + str(problem["msg"]).removeprefix("Value error, ")


def _said_of_field(problem: Mapping[str, Any]) -> str:
    named = problem["loc"] or (problem.get("ctx", {}).get("field", ""),)
    return f"{named[0]}: {problem['msg']}"


def _migrated() -> Database:
    """The database, where it answers and has the schema this program was written for."""
    database = open_database(_settings())
    if not database.is_answering():
        _stop(
            "The database does not answer. Is TANDEM_DATABASE_URL right, and has `tandem migrate` been run?"
        )
    if not is_at_head(database):
        _stop("The database is not migrated: run `tandem migrate` first.")
    return database


def _stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(2)


def _sign_in_links(session: Session, base_url: str) -> Iterator[str]:
    for member in DEMO_PEOPLE:
        person = person_by_email(session, member.email)
        if person is not None:
            token = make_link(session, person, lasts=DEMO_LINK_LASTS)
            yield f"  {member.email:<24} {address_of(base_url, LinkPurpose.SIGN_IN, token)}"


@cli.command()
def token(
    email: str,
    name: Annotated[str, typer.Option(help="What the token is for")] = "command line",
    scope: Annotated[
        TokenScope, typer.Option(help="Whether it may also enter and change")
    ] = TokenScope.WRITE,
) -> None:
    """Print an API token of this person. It is shown only once."""
    with _migrated().writing() as session:
        new = ApiTokenCreate(name=name, scope=scope)
        typer.echo(make_api_token(session, _person(session, email).key, new))


@cli.command()
def link(
    email: str,
    purpose: Annotated[PersonalPurpose, typer.Option(help="What it is for")] = PersonalPurpose.PASSWORD,
) -> None:
    """Print a one-time link with which this person chooses a password, or signs in."""
    wanted = LinkPurpose(purpose.value)
    with _migrated().writing() as session:
        made = make_link(session, _person(session, email), wanted)
        typer.echo(address_of(_settings().base_url, wanted, made))


def _person(session: Session, email: str) -> Person:
    person = person_by_email(session, email)
    if person is None:
        raise typer.BadParameter(f"nobody here has the address {email}", param_hint="EMAIL")
    return person


@cli.command()
def invite(
    email: str,
    organization: Annotated[str, typer.Option(help="Last part of the address of its page")],
    role: Annotated[MemberRole, typer.Option(help="What the person is to be there")] = MemberRole.STAFF,
) -> None:
    """Print a link with which somebody joins an organization, once, within 14 days."""
    settings = _settings()
    with _migrated().writing() as session:
        found = organization_by_slug(session, organization)
        if found is None:
            raise typer.BadParameter(f"there is no organization {organization}", param_hint="--organization")
        try:
            invited = invitations.invite(session, found, InvitationCreate(email=email, role=role))
        except ValidationError as error:
            raise typer.BadParameter(f"{email} is no e-mail address", param_hint="EMAIL") from error
        except Invalid as refused:
            _stop("\n".join(refused.errors.values()))
        typer.echo(link_of(settings, invited.token))


@cli.command()
def digest() -> None:
    """Send what is due to those who asked for it, at most once a week each. For cron, once a day."""
    settings = _settings()
    if not settings.has_mail:
        _stop("TANDEM_SMTP_URL is not set: no letter can leave, and none was sent.")
    sent = send_digests(_migrated(), settings, today())
    typer.echo(f"{sent.letters} letters sent, {sent.refused} not taken by the mail server")
    if sent.refused:
        raise typer.Exit(1)


@cli.command()
def rate(
    country: Annotated[str, typer.Argument(help="Two letters, such as CA")],
    starts_on: Annotated[str, typer.Argument(help="From which day, such as 2024-05-01")],
    lower: Annotated[str, typer.Argument(help="An hour at the least, such as 15.75")],
    currency: Annotated[str, typer.Option(help="Such as CAD")],
    name: Annotated[str, typer.Option(help="What the rate is, such as a minimum wage")],
    source: Annotated[str, typer.Option(help="Where the figure comes from")],
    higher: Annotated[str | None, typer.Option(help="An hour at the most, if a source says so")] = None,
    higher_name: Annotated[str, typer.Option(help="What the higher rate is, such as a median wage")] = "",
    higher_source: Annotated[str, typer.Option(help="Where the higher figure comes from")] = "",
) -> None:
    """Add an hourly rate at which citizens' time is valued, with its source."""
    given = {"country": country, "starts_on": starts_on, "currency": currency, "name": name}
    figures = {"lower": lower, "source": source, "higher": higher}
    figures |= {"higher_name": higher_name, "higher_source": higher_source}
    with _migrated().writing() as session:
        try:
            add_rate(session, RateCreate.model_validate(given | figures))
        except ValidationError as error:
            _stop("\n".join(map(_said_of_field, error.errors())))
        except Invalid as refused:
            _stop("\n".join(refused.errors.values()))
    typer.echo("The rate is added.")


@cli.command()
def refresh() -> None:
    """Rebuild all summaries from the logs; says how many differed, which should be none."""
    with _migrated().writing() as session:
        typer.echo(f"{refresh_all(session)} summaries differed from the log")


@cli.command()
def verify(
    publication: Annotated[str, typer.Argument(help="The id of a publication, or a file with its content")],
    fingerprint: Annotated[str, typer.Option(help="What the file is held against, without a database")] = "",
) -> None:
    """Say whether a publication is, to the last byte, what was published; the exit code is 1 if it is not."""
    try:
        verdict = verdict_on(publication, fingerprint, _migrated)
    except OSError as error:
        raise typer.BadParameter(f"{publication} cannot be read", param_hint="PUBLICATION") from error
    typer.echo(verdict.told)
    raise typer.Exit(0 if verdict.holds else 1)
