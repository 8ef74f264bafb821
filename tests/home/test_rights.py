"""The rights in words say what the tables are."""

from app.access import OWN_RIGHTS, RIGHTS, OwnRight, Right
from app.home.rights import MEANINGS, NAMES, OWN_MEANINGS, OWN_NAMES, access_page, rights_in_words
from app.i18n.locale import speaking
from app.settings import ROOT
from app.vocabulary import MemberRole, PartnershipRole


def test_the_page_in_docs_is_the_one_that_the_tables_write() -> None:
    message = "write it again: python -m app.home.rights > docs/access.md"
    assert (ROOT / "docs" / "access.md").read_text("utf-8") == access_page(), message


def test_every_right_has_a_name_and_a_meaning() -> None:
    assert set(NAMES) == set(MEANINGS) == set(Right)
    assert set(OWN_NAMES) == set(OWN_MEANINGS) == set(OwnRight)


def test_every_role_stands_in_every_table() -> None:
    assert set(RIGHTS) == set(PartnershipRole)
    assert all(set(by_role) == set(MemberRole) for by_role in RIGHTS.values())
    assert set(OWN_RIGHTS) == set(MemberRole)


def test_the_same_tables_are_there_in_french() -> None:
    english = rights_in_words()
    with speaking("fr-CA"):
        french = rights_in_words()
    assert list(french.table) == list(english.table)
    assert len(french.meanings) == len(english.meanings)
    assert french.table != english.table
