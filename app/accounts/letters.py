"""Letters that bring a one-time link, made and sent after the answer."""

from app.accounts.links import LASTS, address_of, make_link
from app.accounts.queries import person_by_email
from app.database.engine import Database
from app.i18n import N_, _
from app.i18n.locale import speaking
from app.mail import Letter, send
from app.settings import Settings
from app.vocabulary import LinkPurpose

SUBJECTS = {
    LinkPurpose.SIGN_IN: N_("Your link to sign in to Tandem"),
    LinkPurpose.PASSWORD: N_("Choose a new password for Tandem"),
}
TEXTS = {
    LinkPurpose.SIGN_IN: N_(
        "This link signs you in to Tandem once, within {minutes} minutes:\n\n{link}\n\n"
        "If you did not ask for it, leave it: without the link nobody comes in."
    ),
    LinkPurpose.PASSWORD: N_(
        "With this link you choose a new password for Tandem, once, within {minutes} minutes:\n\n{link}\n\n"
        "If you did not ask for it, leave it: your password stays as it is."
    ),
}


def send_link(
    database: Database, settings: Settings, email: str, purpose: LinkPurpose, language: str, query: str = ""
) -> None:
    """Nothing for an address that nobody has. Runs after the answer, so that no clock can tell the two apart.

    `language` is what the asking person reads, for those who never chose one.
    """
    with database.writing() as session:
        person = person_by_email(session, email)
        if person is None:
            return
        token = make_link(session, person, purpose)
    link = address_of(settings.base_url, purpose, token) + query
    send(settings, _letter(person.email, person.locale or language, purpose, link))


def _letter(to: str, language: str, purpose: LinkPurpose, link: str) -> Letter:
    minutes = int(LASTS[purpose].total_seconds()) // 60
    with speaking(language):
        return Letter(to, _(SUBJECTS[purpose]), _(TEXTS[purpose]).format(minutes=minutes, link=link))
