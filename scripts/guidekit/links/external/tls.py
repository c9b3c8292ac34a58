"""Names what is wrong with an encrypted connection."""

import re
import ssl

from guidekit.links.external.trouble import TLS, Note, Trouble

# OpenSSL's X509_V_ERR_...
_CERTIFICATE = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by nobody but itself",
    19: "leads to an issuer that nobody trusts",
    20: "leads to no issuer that is trusted; perhaps the server leaves out one in between",
    21: "comes without the certificate of its issuer",
    23: "has been revoked",
    62: "is for another host",
    64: "is for another IP address",
    66: "has a key that is too weak",
    68: "is signed with an algorithm that is too weak",
}
# OpenSSL's reasons, by a part of their name.
_HANDSHAKE = [
    ("WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH|RECORD_LAYER", "it does not speak TLS"),
    ("PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL", "it speaks only versions that browsers gave up"),
    ("HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT", "no encryption in common with browsers"),
    ("UNRECOGNIZED_NAME", "it does not know this host"),
    ("CERTIFICATE_REQUIRED", "it asks for a certificate of the reader's"),
    ("EOF|SHUTDOWN", "it hangs up"),
]
_HELP = "browsers show a warning instead of the page: tell its owner, or link to something else"


def tls_trouble(error: ssl.SSLError) -> Trouble:
    """Return what is wrong, in words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        fault = _CERTIFICATE.get(error.verify_code) or f"is not valid: {error.verify_message}"
        what = f"cannot be reached safely: its certificate {fault}"
    else:
        reason = error.reason or str(error)
        known = (words for pattern, words in _HANDSHAKE if re.search(pattern, reason))
        what = f"cannot be reached safely: {next(known, reason.replace('_', ' ').lower())}"
    return Trouble(Note(TLS, what, _HELP), of_host=True)
