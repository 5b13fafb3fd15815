"""The handover: the document a provider can work with, as a value, and the same for parents and the young person."""

from casework.handover.blocks import Document, Reader
from casework.handover.compose import compose

__all__ = ["Document", "Reader", "compose"]
