"""The care for content: what changes from one pack to the next and for whom, what may be released, what comes back.

Stands above the weighing, because the reference clients and practice families are weighed with both packs.
"""
