"""From the name of a host to the addresses that may be connected to.

Names are looked up here and nowhere else, and connections go to the very address that was
judged, so that no name, redirect or second answer of a name server leads into a private
network.
"""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from guidekit.links.external.trouble import (
    NO_HOST,
    NOT_CHECKED,
    OFFLINE,
    PRIVATE,
    REPLACE,
    Note,
    Trouble,
)

LookUp = Callable[[str], list[str]]

_MOST_LOOKUPS = 20
_LONGEST_LOOKUP = 20.0  # seconds
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in IPv6


def look_up(host: str) -> list[str]:
    """Return the addresses of a host, in the order the system prefers; OSError when none."""
    name = host.encode("ascii") if host.isascii() else host  # as text it would be encoded again
    found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


class Resolver:
    """Looks names up, each once, and refuses private addresses unless told otherwise."""

    def __init__(self, *, allow_private: bool = False, look_up: LookUp = look_up) -> None:
        self._allow_private, self._look_up = allow_private, look_up
        self._known: dict[str, list[str]] = {}
        self._turns = asyncio.Semaphore(_MOST_LOOKUPS)

    async def addresses(self, host: str) -> list[str]:
        """Return the addresses to connect to; raises Trouble when there are none."""
        if host not in self._known:
            self._known[host] = await self._find(host)
        found = self._known[host]
        usable = [address for address in found if self._allow_private or is_public(address)]
        if not usable:
            raise _private(host, found[0])
        return usable

    async def _find(self, host: str) -> list[str]:
        try:
            async with self._turns, asyncio.timeout(_LONGEST_LOOKUP):
                return await _in_thread(self._look_up, host)
        except TimeoutError:
            raise _unknown(host) from None
        except socket.gaierror as error:
            if error.errno in (socket.EAI_AGAIN, socket.EAI_FAIL):
                raise _unknown(host) from None
            raise _missing(host) from None
        except (OSError, ValueError):
            raise _missing(host) from None


async def _in_thread(look_up: LookUp, host: str) -> list[str]:
    """Look a name up in a thread that nobody waits for at exit: it may take half a minute."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def finish(addresses: list[str], error: Exception | None) -> None:
        if not found.done():
            found.set_exception(error) if error else found.set_result(addresses)

    def work() -> None:
        try:
            result: tuple[list[str], Exception | None] = look_up(host), None
        except (OSError, ValueError) as error:
            result = [], error
        with suppress(RuntimeError):  # the loop is closed: nobody asks any more
            loop.call_soon_threadsafe(finish, *result)

    threading.Thread(target=work, daemon=True).start()
    return await found


def is_public(text: str) -> bool:
    """Whether an IP address is one that everybody on the internet can reach."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or _embedded(address)
        if embedded:
            return is_public(str(embedded))
        outer = address.sixtofour or (address.teredo and address.teredo[1])
        if address.is_site_local or (outer and not is_public(str(outer))):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    is_old = 1 < int(address) < 2**32  # `::127.0.0.1`, of RFC 4291
    return ipaddress.IPv4Address(int(address) % 2**32) if is_old or address in _EMBEDDING else None


def _private(host: str, address: str) -> Trouble:
    what = "leads to a private address, which readers elsewhere cannot reach"
    if address != host:
        what = f"leads to the private address {address}, which readers elsewhere cannot reach"
    help = "link to something public; --allow-private checks it all the same"
    return Trouble(Note(PRIVATE, what, help), of_host=True)


def _missing(host: str) -> Trouble:
    note = Note(NO_HOST, f"leads nowhere: there is no host `{host[:100]}`", REPLACE)
    return Trouble(note, of_host=True)


def _unknown(host: str) -> Trouble:
    what = f"was not checked: `{host[:100]}` could not be looked up"
    return Trouble(Note(NOT_CHECKED, what, OFFLINE), passing=True, of_host=True)
