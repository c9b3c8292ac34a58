"""Web links: asks every address that a site links to whether it still answers.

Loaded for `guidekit links --external` only, as it takes asyncio and an HTTP client with it.

    limits, clock, trouble <- tls, resolve <- network
    url <- message; network, message <- http1, http2 <- lane <- host <- fetch (body, visit)
    fetch <- retry <- journey <- judge (soft) <- cache, findings <- checker (ignore, progress)

Trouble travels up as an exception until `journey` catches it; from `judge` on all is data.
"""

from guidekit.links.external.checker import Options, WebChecker
from guidekit.links.external.clock import Clock
from guidekit.links.external.ignore import Ignored
from guidekit.links.external.limits import Limits
from guidekit.links.external.progress import Progress

__all__ = ["Clock", "Ignored", "Limits", "Options", "Progress", "WebChecker"]
