"""Two languages at parity: whose words, which formats. Imports no domain package.

`_("…")` translates now, in the reader's language; `N_("…")` only marks a text for translation later.
"""

from app.i18n.catalogue import N_, _, gettext, ngettext

__all__ = ["N_", "_", "gettext", "ngettext"]
