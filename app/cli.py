"""The command line: `tandem demo`, `serve`, `migrate`, `seed`, `token`, `refresh`."""

from collections.abc import Iterator
from typing import Annotated

import typer
import uvicorn
from sqlmodel import Session

from app.accounts import service as accounts
from app.accounts.queries import person_by_email
from app.accounts.schemas import ApiTokenCreate
from app.database.migrate import upgrade
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
    upgrade(Settings())


@cli.command()
def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve pages and API. One process for SQLite; as many as you like for PostgreSQL."""
    uvicorn.run(create_app(Settings()), host=host, port=port, server_header=False)


@cli.command()
def seed() -> None:
    """Plant the demo world. A second time changes nothing."""
    settings = Settings()
    with open_database(settings).writing() as session:
        typer.echo(plant(session))


@cli.command()
def demo(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Migrate, seed, print sign-in links for the demo's people, and serve."""
    settings = Settings(demo=True, base_url=f"http://{host}:{port}")
    upgrade(settings)
    database = open_database(settings)
    with database.writing() as session:
        plant(session)
    with database.writing() as session:
        typer.echo(f"\nTandem is at {settings.base_url}. Sign in with one click, once each:\n")
        typer.echo("\n".join(_sign_in_links(session, settings.base_url)) + "\n")
    database.close()
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False)


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
    with open_database(Settings()).writing() as session:
        person = person_by_email(session, email)
        if person is None:
            raise typer.BadParameter(f"nobody here has the address {email}", param_hint="EMAIL")
        typer.echo(accounts.make_api_token(session, person.key, ApiTokenCreate(name=name)))


@cli.command()
def refresh() -> None:
    """Rebuild all summaries from the logs; says how many differed, which should be none."""
    with open_database(Settings()).writing() as session:
        typer.echo(f"{refresh_all(session)} summaries differed from the log")
