"""The look: colours, type, icons, focus, and the ready-made parts every screen is built from.

Start with `apply.apply_theme`; `gallery` shows every part in every theme.
"""
