"""A real OpenID Connect provider on this machine, and the people who sign in there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from app.settings import ROOT, Settings

ADDRESS_OF_RETURN = "/sign-in/openid/return"


@dataclass(frozen=True)
class OpenIDProvider:
    issuer: str
    process: subprocess.Popen[str]

    def settings_for(self, settings: Settings, method: str = "client_secret_basic") -> Settings:
        """The same settings, with this provider, which has given the place a name and a secret.

        `method` is how it wants to be shown the secret (OpenID Connect Core 1.0, section 9).
        """
        asked = {
            "redirect_uris": [f"{settings.base_url}{ADDRESS_OF_RETURN}"],
            "token_endpoint_auth_method": method,
        }
        client = httpx.post(f"{self.issuer}/oauth2/clients", json=asked).raise_for_status().json()
        named = {"openid_issuer": self.issuer, "openid_name": "City Hall"}
        given = {f"openid_{name}": client[name] for name in ("client_id", "client_secret")}
        return Settings(_env_file=None, **(settings.model_dump() | named | given))

    def knows(self, subject: str, **claims: Any) -> None:
        """Somebody with an account there. A claim such as `aud` takes the place of the token's own."""
        httpx.put(f"{self.issuer}/users/{subject}", json=claims).raise_for_status()

    def let_in(self, address: str, subject: str) -> str:
        """Somebody signs in at the address that the browser was sent to; answers where it is sent back to."""
        assert 'name="sub"' in httpx.get(address).raise_for_status().text
        answer = httpx.post(address, data={"sub": subject})
        assert answer.is_redirect, answer.text
        return answer.headers["location"]

    def turn_away(self, address: str) -> str:
        """Somebody declines; answers where the browser is sent back to."""
        return httpx.post(address, data={"action": "deny"}).headers["location"]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


@contextmanager
def openid_provider() -> Iterator[OpenIDProvider]:
    """At `localhost`, another site than the application's, so that cookies are put to the test too."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.support.openid_program"]
    environment = os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        provider = OpenIDProvider(f"http://localhost:{process.stdout.readline().strip()}", process)
        yield provider
        provider.stop()
