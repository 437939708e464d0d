"""Article -> AnnotatedArticle. No spaCy object leaves this package, and spaCy is imported only to annotate."""

from analysis.annotation.annotator import annotate, annotate_many, annotator_version, renewed
from analysis.annotation.blob import pack, unpack
from analysis.annotation.corrections import corrected
from analysis.annotation.vectors import with_vectors

__all__ = ["annotate", "annotate_many", "annotator_version", "corrected", "pack", "renewed", "unpack", "with_vectors"]
