from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from core import heap


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="another C library")
def test_that_freed_memory_comes_back_without_page_faults() -> None:
    if not hasattr(ctypes.CDLL(None), "mallopt"):
        pytest.skip("this C library cannot be asked")
    program = (
        "import resource; from core.heap import keep_freed_memory; assert keep_freed_memory()\n"
        "def faults(): return resource.getrusage(resource.RUSAGE_SELF).ru_minflt\n"
        "bytearray(b'x') * 8_000_000; before = faults()\n"
        "for _ in range(20): bytearray(b'x') * 8_000_000\n"
        "print(faults() - before)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) < 2000  # of 20 × 1953 pages


def test_that_another_system_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heap.sys, "platform", "win32")
    assert not heap.keep_freed_memory()
