"""What the field knows, as data: knowledge packs with rules, checklists, reference clients and products.

`load` reads a pack and reports every mistake at once; `Condition` and `Facts` weigh its conditions.
"""
