"""The desk of an expert: what is asked, answering it, and what came of it."""
