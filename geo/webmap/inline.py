"""The map page within another, such as a notebook: a frame that holds it whole, shut off from what is around."""

from __future__ import annotations

import html

HEIGHT = 680
"""Pixels: room for the map, the time instrument and a few lines of the list in a notebook's column."""

_MAY = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
"""What the page needs: its script, saving files, printing, and opening a source. It shares no origin with the notebook,
so it reads and changes nothing there; its own policy lets it ask the network for nothing."""


def frame(page: str, *, title: str, height: int = HEIGHT) -> str:
    """HTML of a frame that shows the page; ``title`` is for those who do not see it, ``height`` is in pixels.

    Examples
    --------
    >>> frame("<p>Kalbajar & 'Lachin'</p>", title="A map", height=400)[-70:]
    "srcdoc='<p>Kalbajar &amp; &#x27;Lachin&#x27;</p>'></iframe>"
    """
    source = page.replace("&", "&amp;").replace("'", "&#x27;")
    name = html.escape(title)
    style = f"width:100%;height:{height:d}px;border:0"
    return f'<iframe title="{name}" sandbox="{_MAY}" style="{style}" srcdoc=\'{source}\'></iframe>'
