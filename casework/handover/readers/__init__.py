"""Three readers, one source: each version is made from the same material, and tells nothing the provider's does not."""

from collections.abc import Callable

from casework.handover.blocks import Reader
from casework.handover.material import Material
from casework.handover.parts import Blocks
from casework.handover.readers import parent, provider, youth

READERS: dict[Reader, Callable[[Material], Blocks]] = {
    "provider": provider.blocks,
    "parent": parent.blocks,
    "youth": youth.blocks,
}
