"""Tools for whoever builds IJkpunt; nothing here is part of the product."""
