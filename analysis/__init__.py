"""Parallax: how news outlets frame the same event, with the passage behind every number."""

__version__ = "0.1.0"
