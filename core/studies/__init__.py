"""The book's experiments, each with one thing to see: a study is a generator that hands out what it knows so far."""

from core.studies.base import STUDIES, Study, Subject

__all__ = ["STUDIES", "Study", "Subject"]
