"""The keys of this device, who is trusted, and the folder for the post."""
