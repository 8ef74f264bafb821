"""A picture as a file of its own, with its colours in it, for a page that is printed and for a PDF."""

from app.charts.hero import Hero
from app.trends.standalone import fit_for_xml
from app.web.templating import environment


def hero_svg(picture: Hero, reading: str) -> str:
    drawn: str = environment().get_template("reports/hero.svg").render(picture=picture, reading=reading)
    return fit_for_xml(drawn)
