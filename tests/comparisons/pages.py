"""How tests of comparisons read a page, and name what they compare."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

from fastapi.testclient import TestClient

HOME, CRECHE = "good-neighbours", "petits-paves"


def address(**asked: Any) -> str:
    return f"/compare?{urlencode(asked)}"


def text_of(page: str) -> str:
    """Without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def seen(client: TestClient, **asked: Any) -> str:
    answer = client.get(address(**asked))
    assert answer.status_code == 200, text_of(answer.text)
    return text_of(answer.text)


def document(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/v1/comparisons", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found
