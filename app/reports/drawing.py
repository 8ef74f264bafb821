"""A picture as a file of its own, with its colours in it, for a page that is printed and for a PDF."""

from base64 import b64encode
from functools import cache

from app.charts.hero import Hero
from app.settings import ROOT
from app.trends.standalone import fit_for_xml
from app.web.templating import environment

LETTERS = ROOT / "app" / "static" / "atkinson-next-latin.woff2"


def as_image(svg: str) -> str:
    """With our letters in it: a picture in a page may not fetch any, and others are wider than their room."""
    head, end, rest = svg.partition(">")
    return f"{head}{end}<style>{_letters()}</style>{rest}"


@cache
def _letters() -> str:
    font = b64encode(LETTERS.read_bytes()).decode()
    return (
        "@font-face{font-family:'Atkinson Next';font-weight:200 800;"
        f"src:url(data:font/woff2;base64,{font}) format('woff2')}}"
    )


def hero_svg(picture: Hero, reading: str) -> str:
    drawn: str = environment().get_template("reports/hero.svg").render(picture=picture, reading=reading)
    return fit_for_xml(drawn)
