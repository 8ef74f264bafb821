"""Who somebody at the OpenID Connect provider is here, and how the two are linked and parted."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.accounts.models import ExternalIdentity, Person
from app.accounts.openid import Told
from app.accounts.queries import person_by_email
from app.database.audit import act_as
from app.database.editing import archive, restore
from app.i18n import _
from app.refusals import Absent, Invalid


def identities_of(session: Session, person_id: int) -> Sequence[ExternalIdentity]:
    """Those that are linked now, oldest first."""
    return session.exec(
        select(ExternalIdentity)
        .where(ExternalIdentity.person_id == person_id, col(ExternalIdentity.archived_at).is_(None))
        .order_by(col(ExternalIdentity.id))
    ).all()


def is_only_way_in(session: Session, person_id: int) -> bool:
    """Whether parting the one that is left would lock its person out."""
    person = session.get_one(Person, person_id)
    return not person.password_hash and len(identities_of(session, person_id)) == 1


def person_told(session: Session, told: Told, provider: str) -> Person:
    """The person here. A first sign-in links by the verified address, if that gives away no other's account.

    Raises Invalid for those unknown here: access follows from invitations, not from signing in.
    """
    identity = _identity(session, told)
    if identity and not identity.archived_at:
        return _present(session.get_one(Person, identity.person_id), provider)
    person = person_by_email(session, told.email) if told.email else None
    if person is None:
        raise _unknown(provider)
    if person.password_hash or identities_of(session, person.key):
        raise _not_linked(provider)
    link_identity(session, person, told)
    return person


def link_identity(session: Session, person: Person, told: Told) -> None:
    """From now on they are the same. Whoever is somebody else's already is refused."""
    act_as(session, person.key)
    identity = _identity(session, told)
    if identity is None:
        session.add(ExternalIdentity(issuer=told.issuer, subject=told.subject, person_id=person.key))
        session.flush()
    elif identity.archived_at:
        identity.person_id = person.key
        restore(session, identity)
    elif identity.person_id != person.key:
        raise Invalid({"identity": _("Your account there is linked with somebody else here.")})


def unlink_identity(session: Session, person_id: int, identity_id: int) -> None:
    """Nobody locks themselves out: without a password, one identity stays."""
    session.get_one(Person, person_id, with_for_update=True)
    linked = {identity.key: identity for identity in identities_of(session, person_id)}
    if identity_id not in linked:
        raise Absent
    if is_only_way_in(session, person_id):
        raise Invalid({"identity": _("This is your only way in. Choose a password first, then unlink.")})
    archive(session, linked[identity_id])


def _identity(session: Session, told: Told) -> ExternalIdentity | None:
    """Archived ones too: a provider's account has one row here for good."""
    wanted = select(ExternalIdentity).where(
        ExternalIdentity.issuer == told.issuer, ExternalIdentity.subject == told.subject
    )
    return session.exec(wanted).first()


def _present(person: Person, provider: str) -> Person:
    if person.archived_at:
        raise _unknown(provider)
    return person


def _unknown(provider: str) -> Invalid:
    """The same words whether or not an unverified address is known, so that nobody can ask by it."""
    words = _(
        "No account here is linked with your account at {provider}. If you have one here, sign in as you "
        "did until now and link the two on your account page. Otherwise ask the people you work with for "
        "an invitation: it opens an account."
    )
    return Invalid({"identity": words.format(provider=provider)})


def _not_linked(provider: str) -> Invalid:
    words = _(
        "You have an account here that is not linked with {provider}. Sign in as you did until now, and "
        "link the two on your account page."
    )
    return Invalid({"identity": words.format(provider=provider)})
