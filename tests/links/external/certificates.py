"""Certificates for servers on loopback, good and bad."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

NOW = datetime.now(UTC)


class Authority:
    """An issuer whom the checker trusts."""

    def __init__(self, folder: Path) -> None:
        self._issuer = trustme.CA()
        self.file = folder / "issuer.pem"
        self._issuer.cert_pem.write_to_path(str(self.file))

    def context(
        self,
        name: str = "127.0.0.1",
        *,
        begins: datetime = NOW - timedelta(days=1),
        ends: datetime = NOW + timedelta(days=1),
        http2: bool = False,
    ) -> ssl.SSLContext:
        """Return what a server needs to be the host `name` for a while."""
        certificate = self._issuer.issue_cert(name, not_before=begins, not_after=ends)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        context.set_alpn_protocols(["h2", "http/1.1"] if http2 else ["http/1.1"])
        return context
