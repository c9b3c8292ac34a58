"""How long, how much and how often to ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    connect: float = 10.0
    read: float = 15.0  # between two pieces of an answer
    request: float = 30.0  # from connecting to the last byte that is wanted
    address: float = 90.0  # for all redirects and tries together, without waiting for a turn
    body: int = 2_000_000  # read of a page, and again after unpacking
    hops: int = 20  # after which browsers give up
    tries: int = 3
    longest_pause: float = 60.0  # that a host may ask for
    pauses: int = 4  # that a host may ask for before it is left alone
    connections: int = 10  # to one host
    at_once: int = 200  # requests to all hosts together
