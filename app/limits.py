"""What routes ask for before their unit of work, so that nobody tries in bulk what could be guessed."""

from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from app.accounts.attempts import FOR_ONE_ADDRESS, FROM_ONE_PLACE, note_attempt, place_of
from app.web.forms import FormDep

Written = TypeVar("Written")


async def briefly(request: Request, write: Callable[[Session], Written]) -> Written:
    """A short unit of work of its own, before the route's begins; what it stores stays whatever comes."""
    database = request.app.state.database

    def written() -> Written:
        with database.writing() as session:
            return write(session)

    async with database.line if database.is_sqlite else nullcontext():
        return await run_in_threadpool(written)


def place(request: Request) -> str:
    """Where the request comes from. Forwarded headers count only where the settings trust a proxy."""
    return place_of(request.client.host if request.client else "")


Place = Annotated[str, Depends(place)]


def limited(
    what: str, from_one_place: int = FROM_ONE_PLACE, for_one_address: int = FOR_ONE_ADDRESS
) -> Callable[..., Awaitable[None]]:
    """Counts tries at `what` in five minutes, by place and by the e-mail address in the form, if it has one.

    A route asks for it before anything that asks for the session: `Annotated[None, Depends(limited(…))]`.
    """

    async def count(request: Request, origin: Place, form: FormDep) -> None:
        def note(session: Session) -> None:
            note_attempt(
                session,
                origin,
                what,
                from_one_place,
                address=form["email"],
                limit_for_address=for_one_address,
            )

        await briefly(request, note)

    return count
