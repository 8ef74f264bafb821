"""The one Settings: read from the environment or `.env`, prefix TANDEM_; refuses what would be unsafe."""

import os
import secrets
from enum import StrEnum
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent
SHORTEST_SECRET = 32
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MAIL_SCHEMES = frozenset({"smtp", "smtps", "smtp+starttls"})


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Every setting has a default that is safe on one's own machine."""

    model_config = SettingsConfigDict(env_prefix="TANDEM_", env_file=".env", extra="ignore", frozen=True)

    environment: Environment = Environment.DEVELOPMENT
    data_dir: Path = Path("var")
    database_url: str = ""
    database_read_url: str = ""
    base_url: str = "http://127.0.0.1:8000"
    secret: SecretStr = SecretStr("")
    smtp_url: SecretStr = SecretStr("")
    mail_from: str = ""
    trusted_proxies: str = Field(default="", description="Whose X-Forwarded-For is believed")
    openid_issuer: str = Field(default="", description="The OpenID Connect provider people may sign in with")
    openid_client_id: str = ""
    openid_client_secret: SecretStr = SecretStr("")
    openid_name: str = Field(default="", description="What the button calls the provider")
    demo: bool = Field(default=False, description="Lets one-time sign-in links be shown on the console")

    @model_validator(mode="after")
    def refuse_what_is_unsafe(self) -> Self:
        if self.environment is Environment.PRODUCTION:
            if self.demo:
                raise ValueError(
                    "TANDEM_DEMO: the demo has sign-in links without passwords; not in production"
                )
            if not self.is_secure and not self.is_loopback:
                raise ValueError("TANDEM_BASE_URL: use https:// in production")
        secret = self.secret.get_secret_value()
        if secret and len(secret) < SHORTEST_SECRET:
            raise ValueError(f"TANDEM_SECRET: use at least {SHORTEST_SECRET} characters, or leave it out")
        if self.has_mail:
            self._refuse_incomplete_mail()
        if self.has_openid:
            self._refuse_unsafe_openid()
        return self

    @field_validator("trusted_proxies")
    @classmethod
    def are_addresses(cls, proxies: str) -> str:
        """Each one named: whoever is trusted says where everybody comes from."""
        try:
            named = [ip_network(proxy.strip(), strict=False) for proxy in proxies.split(",") if proxy.strip()]
        except ValueError as error:
            raise ValueError(
                "name each proxy by its address or network, such as 10.0.0.1,172.16.0.0/12"
            ) from error
        return ",".join(map(str, named))

    def _refuse_incomplete_mail(self) -> None:
        if urlsplit(self.smtp_url.get_secret_value()).scheme not in MAIL_SCHEMES:
            raise ValueError("TANDEM_SMTP_URL: begin it with smtp://, smtp+starttls:// or smtps://")
        if "@" not in self.mail_from:
            raise ValueError("TANDEM_MAIL_FROM: the address that letters come from is missing")

    @property
    def has_mail(self) -> bool:
        """Whether letters can leave; else pages show links to those who may hand them on."""
        return bool(self.smtp_url.get_secret_value())

    def _refuse_unsafe_openid(self) -> None:
        issuer = urlsplit(self.openid_issuer)
        if issuer.scheme != "https" and (issuer.scheme != "http" or issuer.hostname not in LOOPBACK):
            raise ValueError("TANDEM_OPENID_ISSUER: begin it with https://")
        if not self.openid_client_id:
            raise ValueError("TANDEM_OPENID_CLIENT_ID: the name that the provider gave this place is missing")

    @property
    def has_openid(self) -> bool:
        return bool(self.openid_issuer)

    @property
    def name_of_openid(self) -> str:
        """What people know the provider by."""
        return self.openid_name or urlsplit(self.openid_issuer).hostname or ""

    @property
    def is_secure(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def is_loopback(self) -> bool:
        return self.host in LOOPBACK

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).hostname or ""

    @property
    def origin(self) -> str:
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def url_of_database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'tandem.sqlite3'}"

    @cached_property
    def signing_key(self) -> str:
        """The secret given, or the one kept in the data folder, which only its owner can read."""
        return self.secret.get_secret_value() or _kept_secret(self.data_dir / "secret")


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()
