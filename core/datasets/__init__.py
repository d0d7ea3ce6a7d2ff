"""Data to learn from: generators and readers, one source per file, and how they are split and scaled."""

from core.datasets.base import DATASETS, Dataset, RawData, Samples

__all__ = ["DATASETS", "Dataset", "RawData", "Samples"]
