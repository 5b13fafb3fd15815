"""The people around the young person on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.handover.blocks import NetworkMap
from casework.handover.picture_words import network_title, network_words
from desktop.pictures.picture import PictureView
from desktop.render.network_geometry import network_picture

_WIDEST = 760


class NetworkDrawing(PictureView):
    """Arrows walk the people from near to far, Enter opens the field."""

    def __init__(self, network: NetworkMap, parent: QWidget | None = None) -> None:
        super().__init__(_WIDEST, parent)
        self.show_picture(
            lambda width, hand: network_picture(network, width, hand), network_title(network), network_words(network)
        )
