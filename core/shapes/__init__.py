"""What is wrong with a network before anything is allocated: `diagnose` and the values it returns.

`walk` follows shapes through the tree, `fixes` proposes edits, `hints` points out what works but teaches nothing,
`known` remembers what an edit leaves as it was.
"""

from core.shapes.diagnose import MEMORY_LIMIT, diagnose
from core.shapes.known import Known
from core.shapes.report import Diagnosis, Fix, LayerReport, Problem

__all__ = ["MEMORY_LIMIT", "Diagnosis", "Fix", "Known", "LayerReport", "Problem", "diagnose"]
