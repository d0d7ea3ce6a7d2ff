"""A web server on this machine that behaves as a test tells it to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Web:
    """What the server holds and how it answers.

    Parameters
    ----------
    files
        Path and bytes.
    ranges
        Whether a range is granted.
    cut_after
        End each answer after that many bytes of the body; None sends all.
    honest
        Whether the length of the answer is announced.
    asked
        Path and range of every request so far.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    cut_after: int | None = None
    honest: bool = True
    address: str = ""
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Web]:
    """Serve the files until the block ends."""
    web = Web(files)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked = self.headers.get("Range")
            web.asked.append((self.path, asked))
            if self.path not in web.files:
                self.send_error(404)
                return
            data, start = web.files[self.path], 0
            if asked and web.ranges:
                start = int(asked.removeprefix("bytes=").rstrip("-"))
                if start >= len(data):
                    self.send_error(416)
                    return
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            else:
                self.send_response(200)
            if web.honest:
                self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            end = len(data) if web.cut_after is None else start + web.cut_after
            self.wfile.write(data[start:end])

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    web.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
