"""The handover on screen: preview, readers, who gets what, export, what came back; and the inspection file."""
