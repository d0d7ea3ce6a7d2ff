from __future__ import annotations

import sys
import threading

from core.fields import Configured
from core.registry import Registry


def test_that_a_thread_that_asks_during_the_discovery_waits_for_the_whole_list(tmp_path, monkeypatch):
    package = tmp_path / "slow_kinds"
    package.mkdir()
    (package / "__init__.py").write_text("from core.registry import Registry\nKINDS = Registry('kind', 'slow_kinds')\n")
    source = "import time\nfrom core.fields import Configured\nfrom slow_kinds import KINDS\ntime.sleep(0.1)\n"
    for name in ("First", "Second"):
        (package / f"{name.lower()}.py").write_text(f"{source}\n@KINDS.register\nclass {name}(Configured): ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    import slow_kinds

    kinds: Registry[Configured] = slow_kinds.KINDS
    seen: list[list[str]] = []
    threads = [threading.Thread(target=lambda: seen.append(kinds.names())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in ("slow_kinds", "slow_kinds.first", "slow_kinds.second"):
        sys.modules.pop(name, None)
    assert seen == [["First", "Second"]] * 4
