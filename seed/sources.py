"""Where the cases and their real figures were published."""

ARTICLE = "McMullin, C. The who, what, how and why of co-production of public services. IGPDE"
SHEFFIELD_STAR = "The Star (Sheffield), 2018"
MONTREAL_OPEN_DATA = (
    "Ville de Montréal, données ouvertes, jeu Ruelles vertes (dernière mise à jour 2020-12-18)"
)
ROSEMONT_2012 = "Journal Métro 637634 (Rosemont, 2012)"
PLATEAU_2015 = "Journal Métro 754981 (Plateau-Mont-Royal, about 2015)"
VILLERAY_2017 = "Journal Métro 1093862 (Villeray, 2017)"
