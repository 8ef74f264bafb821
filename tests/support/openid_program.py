"""The provider's own process: oidc-provider-mock, with what the standard asks for and it leaves out.

It holds on to PKCE, takes places without a secret, and of people with the claim `brief` it tells the address
apart from the ID token. A program, since importing it warns of Authlib's older half: tests take no warnings.
"""

from urllib.parse import parse_qs, urlsplit

import oidc_provider_mock
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from flask import Flask, Response, abort, request
from oidc_provider_mock import _app
from werkzeug.serving import make_server

ALL_CLAIMS = _app._user_claims_for_scope
challenges: dict[str, str] = {}
"""Code → the challenge that its browser came with."""


def remember_challenge(answer: Response) -> Response:
    if request.path == "/oauth2/authorize" and answer.location:
        for code in parse_qs(urlsplit(answer.location).query).get("code", []):
            challenges[code] = request.args["code_challenge"]
    return answer


def demand_verifier() -> None:
    if request.path == "/oauth2/token":
        expected = challenges.get(request.form["code"])
        if create_s256_code_challenge(request.form.get("code_verifier", "")) != expected:
            abort(400)


def brief_claims(user: oidc_provider_mock.User, scope: str) -> dict[str, object]:
    claims = ALL_CLAIMS(user, scope)
    is_brief = claims.pop("brief", False) and request.path == "/oauth2/token"
    return {"sub": user.sub} if is_brief else claims


def application() -> Flask:
    _app._user_claims_for_scope = brief_claims
    _app.AuthorizationCodeGrant.TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "none"]
    made: Flask = oidc_provider_mock.app(require_client_registration=True, require_nonce=True)
    made.before_request(demand_verifier)
    made.after_request(remember_challenge)
    return made


if __name__ == "__main__":
    server = make_server("localhost", 0, application(), threaded=True)
    print(server.port, flush=True)  # noqa: T201  # whoever started it waits for this line
    server.serve_forever()
