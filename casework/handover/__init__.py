"""The handover: the document a provider can work with, as a value, and the same for parents and the young person."""

from casework.handover.blocks import Document, Reader
from casework.handover.compose import compose
from casework.handover.state import empty_sections

__all__ = ["Document", "Reader", "compose", "empty_sections"]
