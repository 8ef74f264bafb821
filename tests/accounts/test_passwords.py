"""Which passwords are refused, and that nothing else is asked of them."""

import pytest

from app.accounts.passwords import TOO_COMMON, TOO_SHORT, common_words, expect_unlike, weakness
from app.accounts.secrets import hash_password, is_password
from app.refusals import Invalid


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "quatre mots pris au hasard",
        "   kept  with  spaces   ",
        "7391as820562",
        "vvvvwwwwxxxxyyyyzzzz",
        "7391 8205 5620",
        "пароль из слов",
        "a" * 500 + "bcdefgh",
        "monkey dragon summer castle",
    ],
)
def test_a_long_password_is_taken_whatever_it_is_made_of(password: str) -> None:
    assert weakness(password) is None


@pytest.mark.parametrize("password", ["", "short", "elevenchars", "été été été"])
def test_fewer_than_twelve_characters_are_too_short(password: str) -> None:
    assert weakness(password) == TOO_SHORT


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Password2024!",
        "passwordpassword",
        "motdepasse123",
        "MotDePasse!!",
        "welcome-welcome-welcome",
        "iloveyou2025!",
        "123456789012",
        "012345678901",
        "098765432109",
        "abcdefghijkl",
        "qwertyuiop12",
        "azertyuiopqsd",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "121212121212",
        "bonjour-soleil",
        "jetaime123456",
    ],
)
def test_what_others_would_try_first_is_too_common(password: str) -> None:
    assert weakness(password) == TOO_COMMON


def test_the_list_of_common_words_is_a_few_hundred_in_small_plain_letters() -> None:
    assert 300 < len(common_words()) < 1000
    assert all(word.isascii() and word.islower() for word in common_words())


@pytest.mark.parametrize(
    "password", ["ada.lovelace@demo.example", "lovelace 1815!", "Lovelace.Lovelace", "ADALOVELACE1815"]
)
def test_ones_own_name_and_address_are_refused(password: str) -> None:
    with pytest.raises(Invalid):
        expect_unlike(password, "Ada Lovelace", "ada.lovelace@demo.example")


def test_a_name_among_other_words_is_taken() -> None:
    expect_unlike("lovelace built an engine", "Ada Lovelace", "ada.lovelace@demo.example")


def test_an_accent_opens_the_door_however_the_keyboard_makes_it() -> None:
    assert is_password("cle\u0301 de la maison", hash_password("cl\u00e9 de la maison"))
