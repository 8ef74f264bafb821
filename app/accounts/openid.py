"""OpenID Connect with the one provider in the settings: where people are sent, and who comes back."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import Any, Self
from urllib.parse import urlsplit

import anyio
import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from app.accounts.secrets import new_token
from app.settings import Settings

log = logging.getLogger("tandem")

PATIENCE = 5
"""Seconds for the provider to take a connection, and then for each part of an answer."""

ALTOGETHER = 12
"""Seconds for all that is asked of the provider while somebody waits for one page."""

LARGEST_ANSWER = 256 * 1024
"""Bytes. Metadata, keys and tokens are a few thousand."""

CLOCKS_DIFFER = 60
"""Seconds by which the provider's clock may be ahead of or behind ours."""

SIGNED_WITH_ITS_KEY = [f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)] + ["EdDSA"]
"""Signatures that only the provider can make. Never `none`, nor HS256, whose key others could know."""

LONGEST_SUBJECT = 255
"""Characters, by the standard."""


class Unanswered(Exception):
    """The provider is down, slow, or says what cannot be understood. Later it may go."""


class Unproven(Exception):
    """What came back does not prove who this is."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """What one journey to the provider and back must agree on; the browser keeps it meanwhile, signed."""

    state: str
    nonce: str
    verifier: str
    next_page: str
    is_link: bool = False
    """Whether somebody who is in already wants to link the provider's account with theirs."""

    @classmethod
    def begun(cls, next_page: str, *, is_link: bool = False) -> Self:
        return cls(new_token(), new_token(), new_token(), next_page, is_link)


@dataclass(frozen=True, slots=True)
class Told:
    """Who somebody is, as the provider vouches for it."""

    issuer: str
    subject: str
    email: str = ""
    """In lower case; empty unless the provider says that it has verified it."""


class Metadata(BaseModel):
    """What the provider publishes about itself (OpenID Connect Discovery 1.0)."""

    model_config = ConfigDict(frozen=True)

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    token_endpoint_auth_methods_supported: list[str] = ["client_secret_basic"]

    @model_validator(mode="after")
    def refuse_open_lines(self) -> Self:
        """Without https only where the issuer itself is, which the settings allow on this machine alone."""
        ends = (self.authorization_endpoint, self.token_endpoint, self.jwks_uri, self.userinfo_endpoint)
        if not all(_is_private(end, self.issuer) for end in ends if end):
            raise ValueError("an endpoint without https")
        return self


class Answer(RootModel[dict[str, Any]]):
    """A JSON object. What it holds may be secret, and stays out of the log."""

    model_config = ConfigDict(hide_input_in_errors=True)


class Provider:
    """Speaks to the configured issuer and the endpoints it names, and to nobody else."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.name_of_openid
        self._issuer = settings.openid_issuer
        self._client_id = settings.openid_client_id
        self._secret = settings.openid_client_secret.get_secret_value()
        self._return_address = f"{settings.base_url.rstrip('/')}/sign-in/openid/return"

    async def address_for(self, transaction: Transaction) -> str:
        """Where the browser goes to be asked who its person is. Raises Unanswered."""
        with _patience():
            async with _line() as line:
                metadata = await self._metadata(line)
        return str(
            prepare_grant_uri(
                metadata.authorization_endpoint,
                self._client_id,
                "code",
                redirect_uri=self._return_address,
                scope="openid email",
                state=transaction.state,
                nonce=transaction.nonce,
                code_challenge=create_s256_code_challenge(transaction.verifier),
                code_challenge_method="S256",
            )
        )

    async def identity(self, transaction: Transaction, code: str) -> Told:
        """Who came back with this code. Raises Unanswered or Unproven."""
        if not code:
            raise Unproven("no code: the person declined, or the provider refused")
        with _patience():
            async with _line() as line:
                metadata = await self._metadata(line)
                tokens = await self._tokens(line, metadata, transaction, code)
                keys = KeySet.import_key_set(await _asked(line, metadata.jwks_uri))  # type: ignore[arg-type]
                claims = self.verified(str(tokens.get("id_token")), keys, metadata.issuer, transaction.nonce)
                about = claims if "email" in claims else await _more(line, metadata, tokens, claims)
        return Told(metadata.issuer, claims["sub"], _verified_email(about))

    def verified(self, token: str, keys: KeySet, issuer: str, nonce: str) -> dict[str, Any]:
        """The claims of an ID token that is the provider's own, for us, for this journey, and still valid."""
        registry = JWSRegistry(algorithms=SIGNED_WITH_ITS_KEY, strict_check_header=False)
        options = {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": self._client_id},
        }
        try:
            decoded = jwt.decode(token, keys, registry=registry)
            expected = {"nonce": nonce, "client_id": self._client_id}
            claims = CodeIDToken(decoded.claims, decoded.header, options, expected)
            claims.validate(leeway=CLOCKS_DIFFER)
        except (JoseError, ValueError) as error:
            raise Unproven(f"the ID token: {error}") from error
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= LONGEST_SUBJECT:
            raise Unproven("the ID token: no usable subject")
        return claims  # type: ignore[no-any-return]  # Authlib is published without types

    async def _metadata(self, line: httpx.AsyncClient) -> Metadata:
        place = self._issuer.rstrip("/")
        metadata = Metadata.model_validate(await _asked(line, f"{place}/.well-known/openid-configuration"))
        if metadata.issuer.rstrip("/") != place:
            raise Unanswered(f"the issuer calls itself {metadata.issuer}")
        return metadata

    async def _tokens(
        self, line: httpx.AsyncClient, metadata: Metadata, transaction: Transaction, code: str
    ) -> dict[str, Any]:
        """A code is good for one exchange, by whoever holds the verifier."""
        grant = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._return_address,
            "code_verifier": transaction.verifier,
        }
        try:
            return await _asked(line, metadata.token_endpoint, method="POST", **self._signed(grant, metadata))
        except httpx.HTTPStatusError as error:
            if error.response.is_client_error:
                raise Unproven(f"the code was refused with {error.response.status_code}") from error
            raise

    def _signed(self, grant: Mapping[str, str], metadata: Metadata) -> dict[str, Any]:
        """The request with who is asking, in the way that the provider takes it."""
        named = {**grant, "client_id": self._client_id}
        if not self._secret:
            return {"data": named}
        if "client_secret_basic" in metadata.token_endpoint_auth_methods_supported:
            return {"data": grant, "auth": (self._client_id, self._secret)}
        return {"data": {**named, "client_secret": self._secret}}


def _line() -> httpx.AsyncClient:
    """No redirects, since an answer must come from where it was asked for."""
    plain_json = {"Accept": "application/json", "Accept-Encoding": "identity"}
    return httpx.AsyncClient(timeout=PATIENCE, headers=plain_json, verify=_certificates())


@cache
def _certificates() -> SSLContext:
    """Read once: it takes a tenth of a second, which everybody would wait for."""
    return httpx.create_ssl_context()


@contextmanager
def _patience() -> Iterator[None]:
    """Whatever goes wrong on the way is one thing to the person who waits; the log says which."""
    try:
        with anyio.fail_after(ALTOGETHER):
            yield
    except (httpx.HTTPError, httpx.InvalidURL, JoseError, TimeoutError, ValueError, KeyError) as error:
        log.warning("OpenID Connect: no usable answer: %r", error)
        raise Unanswered from error
    except (Unanswered, Unproven) as error:
        log.warning("OpenID Connect: %s", error)
        raise


async def _asked(
    line: httpx.AsyncClient, address: str, *, method: str = "GET", **sent: Any
) -> dict[str, Any]:
    """The JSON object at an address; whatever is larger or anything else is no answer."""
    body = bytearray()
    async with line.stream(method, address, **sent) as answer:
        answer.raise_for_status()
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > LARGEST_ANSWER:
                raise Unanswered(f"too large an answer from {address}")
    return Answer.model_validate_json(bytes(body)).root


async def _more(
    line: httpx.AsyncClient, metadata: Metadata, tokens: Mapping[str, Any], claims: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Some providers keep the ID token short and tell the address apart; it must be the same person's."""
    if not metadata.userinfo_endpoint:
        return claims
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    about = await _asked(line, metadata.userinfo_endpoint, headers=bearer)
    if about.get("sub") != claims["sub"]:
        raise Unproven("the claims are about somebody else")
    return about


def _verified_email(claims: Mapping[str, Any]) -> str:
    """Only what the provider says outright: a missing or written `"true"` proves nothing."""
    email = claims.get("email")
    return email.strip().lower() if claims.get("email_verified") is True and isinstance(email, str) else ""


def _is_private(address: str, issuer: str) -> bool:
    end, at_home = urlsplit(address), urlsplit(issuer)
    return end.scheme == "https" or (end.scheme, end.netloc) == (at_home.scheme, at_home.netloc)
