"""Countries in the order a reader looks them up."""

from app.i18n.countries import countries
from app.i18n.locale import speaking


def test_an_accent_does_not_send_a_country_to_the_end() -> None:
    with speaking("fr-CA"):
        names = list(countries().values())
    assert names.index("Égypte") < names.index("France")
    assert names.index("îles Cook") < names.index("Zimbabwe")
