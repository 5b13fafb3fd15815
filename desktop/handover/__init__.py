"""The handover on screen: preview, readers and export."""
