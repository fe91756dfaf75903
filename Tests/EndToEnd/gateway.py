"""A gateway before an upstream, and what must hold for every client that posts through it."""

import http.server
import os
import re
import shutil
import socket
import subprocess
import threading
from urllib.parse import unquote_plus

from world import CLEAN, HELD, HELD_WORDS, TWEETLINT, World, until


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Stub:
    """A server that notes every request and answers as `answer(method, path, body)` says: status, headers, bytes."""

    def __init__(self, answer):
        noted = self.noted = []
        connections = self.connections = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                connections.append(self.connection)

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                noted.append((self.command, self.path, dict(self.headers), body))
                status, headers, reply = answer(self.command, self.path, body)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = handle_any

            def handle(self):
                try:
                    super().handle()
                except ConnectionError:
                    pass

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        # A connection that is kept open would go on being served.
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def text(self):
        """What stood in bodies and queries."""
        bodies = b"\n".join(body for _, _, _, body in self.noted).decode("utf-8", "replace")
        return bodies + "\n" + "\n".join(unquote_plus(path) for _, path, _, _ in self.noted)


class GatewayWorld(World):
    """A gateway that a client is told to take for its server."""

    api = None
    # What the time-out of the client's own may be.
    client = None

    def setUp(self):
        super().setUp()
        self.hooks("#!/bin/sh\ncat >/dev/null\necho '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\"}'\n")
        self.upstream = self.start_upstream()
        self.gateway = self.start_gateway()
        self.connect()

    def start_upstream(self):
        """Starts the server behind the gateway and gives back its address."""
        raise NotImplementedError

    def stop_upstream(self):
        raise NotImplementedError

    def connect(self):
        """Makes the client ready."""

    def post(self, text):
        """Posts with the client; gives back whether it was posted, and what the client said."""
        raise NotImplementedError

    def upstream_text(self):
        """Everything that came to the server behind."""
        raise NotImplementedError

    def start_gateway(self):
        self.log_path = self.path("gateway.log")
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [TWEETLINT, "gateway", "--api", self.api, "--upstream", self.upstream, "--listen", "127.0.0.1:0"],
                env=self.environment, cwd=self.home, stderr=log, stdout=log)
        self.addCleanup(self.stop_gateway)
        until(lambda: self.listening() or self.process.poll() is not None, "the gateway to listen")
        self.assertIsNotNone(self.listening(), self.log())
        return self.listening()

    def stop_gateway(self):
        self.process.terminate()
        self.process.wait(10)

    def log(self):
        with open(self.log_path, encoding="utf-8") as log:
            return log.read()

    def listening(self):
        found = re.search(r"listening on (http://127\.0\.0\.1:\d+)", self.log())
        return found and found.group(1)


class StubWorld(GatewayWorld):
    """The same before a stub."""

    @staticmethod
    def answer(method, path, body):
        """What the stub answers: status, headers, bytes."""
        raise NotImplementedError

    def start_upstream(self):
        self.stub = Stub(self.answer)
        self.is_up = True
        self.addCleanup(self.stop_upstream)
        return self.stub.url

    def stop_upstream(self):
        if self.is_up:
            self.stub.stop()
        self.is_up = False

    def upstream_text(self):
        return self.stub.text()


class Cases:
    """What must hold whatever client posts."""

    def assert_stopped(self, ended, *words):
        posted, said = ended
        self.assertFalse(posted, said)
        for word in words:
            self.assertIn(word, said)
        self.assertNotIn(HELD_WORDS, self.upstream_text())

    def test_clean(self):
        posted, said = self.post(CLEAN)
        self.assertTrue(posted, said)
        self.assertIn("Station Road is open again", self.upstream_text())

    def test_held(self):
        self.assert_stopped(self.post(HELD), "enjoying the use of force", "tweetlint log approve D-")

    def test_released_by_a_reason(self):
        _, said = self.post(HELD)
        name = re.search(r"D-\d+", said).group(0)
        approved = self.run_program(
            TWEETLINT, "log", "approve", name, "--reason", "Quoted from the words of the court")
        self.assertEqual(approved.returncode, 0, approved.stderr)
        self.assert_stopped(self.post(HELD + " again"))
        posted, said = self.post(HELD)
        self.assertTrue(posted, said)

    def test_hook_gone(self):
        shutil.rmtree(self.path("hooks"))
        before = self.upstream_text()
        posted, said = self.post(CLEAN)
        self.assertFalse(posted, said)
        self.assertEqual(self.upstream_text(), before)

    def test_gateway_gone(self):
        self.stop_gateway()
        self.assertFalse(self.post(CLEAN)[0])
        self.assertNotIn("Station Road", self.upstream_text())

    def test_upstream_down(self):
        self.stop_upstream()
        posted, said = self.post(CLEAN)
        self.assertFalse(posted, said)

    def test_time_out(self):
        self.hooks()
        self.assert_stopped(self.post(CLEAN))
        self.assertNotIn("Station Road", self.upstream_text())

    def test_log_has_no_words(self):
        self.post(CLEAN)
        self.post(HELD)
        for words in ("Station Road", HELD_WORDS, "knockknock", "mock_token", "canary-token"):
            self.assertNotIn(words, self.log())
