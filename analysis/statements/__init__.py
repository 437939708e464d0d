"""The sentences of all outlets of an event, aligned into statements: who tells what, and where (see ``statements``)."""

from analysis.statements.build import statements

__all__ = ["statements"]
