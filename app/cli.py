"""The command line: `tandem demo`, `serve`, `migrate`, `seed`, `token`, `refresh`."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NoReturn

import typer
import uvicorn
from pydantic import ValidationError
from sqlmodel import Session

from app.accounts import service as accounts
from app.accounts.queries import anybody_is_here, person_by_email
from app.accounts.schemas import ApiTokenCreate
from app.database.engine import Database
from app.database.migrate import is_at_head, upgrade
from app.evaluations.summaries import refresh_all
from app.main import create_app, open_database
from app.settings import Settings
from seed.people import DEMO_PEOPLE
from seed.plant import plant

cli = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Tandem: who led what, and what changed meanwhile."
)

Host = Annotated[str, typer.Option(help="Address to listen on")]
Port = Annotated[int, typer.Option(help="Port to listen on")]


@cli.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    upgrade(_settings())


@cli.command()
def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve pages and API. One process for SQLite; as many as you like for PostgreSQL."""
    uvicorn.run(create_app(_settings()), host=host, port=port, server_header=False)


@cli.command()
def seed() -> None:
    """Plant the demo world. A second time changes nothing."""
    with _migrated().writing() as session:
        typer.echo(plant(session))


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
    with database.writing() as session:
        typer.echo(f"\nTandem is at {settings.base_url}. Sign in with one click, once each:\n")
        typer.echo("\n".join(_sign_in_links(session, settings.base_url)) + "\n")
    database.close()
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False)


def _settings(**given: Any) -> Settings:
    """The settings, or a line for each that cannot be taken."""
    try:
        return Settings(**given)
    except ValidationError as error:
        _stop("\n".join(_said(problem) for problem in error.errors()))


def _said(problem: Mapping[str, Any]) -> str:
    names = [f"TANDEM_{str(part).upper()}: " for part in problem["loc"]]
    return "".join(names) + str(problem["msg"]).removeprefix("Value error, ")


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
            yield f"  {member.email:<24} {base_url}/sign-in/{accounts.make_link(session, person)}"


@cli.command()
def token(
    email: str, name: Annotated[str, typer.Option(help="What the token is for")] = "command line"
) -> None:
    """Print an API token of this person. It is shown only once."""
    with _migrated().writing() as session:
        person = person_by_email(session, email)
        if person is None:
            raise typer.BadParameter(f"nobody here has the address {email}", param_hint="EMAIL")
        typer.echo(accounts.make_api_token(session, person.key, ApiTokenCreate(name=name)))


@cli.command()
def refresh() -> None:
    """Rebuild all summaries from the logs; says how many differed, which should be none."""
    with _migrated().writing() as session:
        typer.echo(f"{refresh_all(session)} summaries differed from the log")
