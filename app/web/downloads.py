"""Files to keep: how an answer names them."""

from urllib.parse import quote


def as_attachment(name: str) -> dict[str, str]:
    """The header that has the answer saved under this name (RFC 6266, with RFC 8187 for accents)."""
    plain = "".join(letter if _is_plain(letter) else "_" for letter in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return {"Content-Disposition": disposition}


def _is_plain(letter: str) -> bool:
    return letter.isascii() and letter.isprintable() and letter not in '"\\%'
