"""ID tokens as no honest provider makes them."""

import time
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from app.accounts.openid import Provider, Unproven
from app.settings import Settings

OURS = Settings(_env_file=None, openid_issuer="https://issuer.example", openid_client_id="tandem")
KEY = RSAKey.generate_key(2048, {"kid": "one"})
KEYS = KeySet([RSAKey.import_key(KEY.as_dict(private=False))])


def id_token(key: RSAKey | OctKey, algorithm: str, **claims: Any) -> str:
    now = int(time.time())
    told = {"iss": OURS.openid_issuer, "aud": "tandem", "sub": "ada", "nonce": "once", "iat": now}
    return jwt.encode(
        {"alg": algorithm, "kid": "one"}, told | {"exp": now + 60} | claims, key, algorithms=[algorithm]
    )


def verified(token: str) -> dict[str, Any]:
    return Provider(OURS).verified(token, KEYS, OURS.openid_issuer, "once")


def test_a_token_signed_with_the_providers_key_is_taken() -> None:
    assert verified(id_token(KEY, "RS256"))["sub"] == "ada"


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": ""},
        {"sub": "s" * 256},
        {"sub": 7},
        {"sub": None},
        {"aud": ["tandem", "another place"], "azp": "another place"},
        {"aud": "another place", "azp": "tandem"},
        {"aud": []},
        {"nonce": None},
        {"exp": None},
        {"exp": "tomorrow"},
        {"nbf": 4_000_000_000},
    ],
    ids=str,
)
def test_a_token_with_claims_that_do_not_hold_is_refused(claims: dict[str, Any]) -> None:
    with pytest.raises(Unproven):
        verified(id_token(KEY, "RS256", **claims))


def test_a_token_signed_with_another_key_is_refused() -> None:
    with pytest.raises(Unproven):
        verified(id_token(RSAKey.generate_key(2048, {"kid": "one"}), "RS256"))


def test_a_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() -> None:
    public = OctKey.import_key("a public key that everybody knows, used as a secret")
    with pytest.raises(Unproven):
        verified(id_token(public, "HS256"))


def test_a_token_without_a_signature_is_refused() -> None:
    head, body, _signature = id_token(KEY, "RS256").split(".")
    unsigned = "eyJhbGciOiJub25lIn0"  # {"alg":"none"}
    for token in (f"{unsigned}.{body}.", f"{head}.{body}.", "", "None"):
        with pytest.raises(Unproven):
            verified(token)
