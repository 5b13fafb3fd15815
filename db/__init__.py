"""Everything that lasts: the encrypted store, its history, search and backup. Start with docs/storage.md."""
