"""toot (of PyPI and of Debian) and Mastodon.py, against a mock of Mastodon that keeps what was posted."""

import json
import os
import subprocess
import unittest
import urllib.request

from gateway import Cases, GatewayWorld, free_port
from mastodon import Mastodon, MastodonError
from world import CLEAN, HELD, VENV, until

TOKEN = "mock_token"


class MastodonWorld(GatewayWorld):
    api = "mastodon"

    def start_upstream(self):
        port = free_port()
        url = "http://127.0.0.1:%d" % port
        self.mock = subprocess.Popen(
            [os.path.join(VENV, "bin", "mastodon_mock"), "serve", "--in-memory", "--port", str(port)],
            cwd=self.home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.mock.wait)
        self.addCleanup(self.mock.kill)
        self.direct = Mastodon(api_base_url=url, access_token=TOKEN, version_check_mode="none")
        until(lambda: self.answers(url), "the mock of Mastodon", seconds=40)
        return url

    @staticmethod
    def answers(url):
        try:
            urllib.request.urlopen(url + "/api/v1/instance", timeout=5).close()
            return True
        except OSError:
            return False

    def stop_upstream(self):
        self.mock.kill()
        self.mock.wait()

    def statuses(self):
        if self.mock.poll() is not None:
            return []
        me = self.direct.account_verify_credentials()
        return self.direct.account_statuses(me["id"])

    def upstream_text(self):
        return "\n".join(status["content"] for status in self.statuses())


class TootWorld(MastodonWorld):
    program = None

    def connect(self):
        name = self.gateway.removeprefix("http://")
        self.write(".config/toot/config.json", json.dumps({
            "apps": {name: {"base_url": self.gateway, "client_id": "a", "client_secret": "b", "instance": name}},
            "users": {"me@" + name: {"access_token": TOKEN, "instance": name, "username": "me"}},
            "active_user": "me@" + name,
        }))

    def post(self, text):
        ended = self.run_program(self.program, "post", text)
        return ended.returncode == 0, ended.stdout + ended.stderr

    def test_send(self):
        """The wrapper around toot, straight to the server: what is stopped is not even handed over."""
        name = self.upstream.removeprefix("http://")
        self.gateway = self.upstream
        self.connect()
        self.write("clean.post", CLEAN)
        self.write("held.post", CLEAN + "\n---\n" + HELD)
        tweetlint = os.path.join(self.bin, "tweetlint")
        sent = self.run_program(tweetlint, "send", "clean.post", "--", self.program, "post")
        self.assertEqual(sent.returncode, 0, sent.stdout + sent.stderr + name)
        held = self.run_program(tweetlint, "send", "held.post", "--", self.program, "post")
        self.assertEqual(held.returncode, 1)
        self.assertEqual(len(self.statuses()), 1)


class TootOfPyPI(Cases, TootWorld):
    program = os.path.join(VENV, "bin", "toot")


class TootOfDebian(Cases, TootWorld):
    program = "/usr/bin/toot"


class MastodonPy(Cases, MastodonWorld):
    def connect(self):
        self.client = Mastodon(api_base_url=self.gateway, access_token=TOKEN, version_check_mode="none")

    def tried(self, work):
        try:
            return True, str(work())
        except MastodonError as error:
            return False, str(error)

    def post(self, text):
        return self.tried(lambda: self.client.status_post(text))

    def test_edit(self):
        status = self.client.status_post(CLEAN)
        self.assert_stopped(self.tried(lambda: self.client.status_update(status, HELD)))
        # The mock knows no edits; what counts is that a quiet one gets there.
        self.tried(lambda: self.client.status_update(status, "Mill Lane is open again."))

    def test_thread(self):
        first = self.client.status_post(CLEAN)
        self.assert_stopped(self.tried(lambda: self.client.status_post(HELD, in_reply_to_id=first)))
        posted, said = self.tried(
            lambda: self.client.status_post("More in the morning.", in_reply_to_id=first))
        self.assertTrue(posted, said)

    def test_warning_and_choices(self):
        self.assert_stopped(self.tried(lambda: self.client.status_post(CLEAN, spoiler_text=HELD)))
        poll = self.client.make_poll(["Yes", HELD], expires_in=3600)
        self.assert_stopped(self.tried(lambda: self.client.status_post(CLEAN, poll=poll)))

    def test_reading_passes(self):
        self.client.status_post(CLEAN)
        self.assertEqual(len(self.client.timeline_home()), len(self.direct.timeline_home()))


def load_tests(loader, tests, pattern):
    """What is only made to be built upon is no test."""
    suite = unittest.TestSuite()
    for case in (TootOfPyPI, TootOfDebian, MastodonPy):
        suite.addTests(loader.loadTestsFromTestCase(case))
    return suite
