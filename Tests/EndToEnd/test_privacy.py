"""No words of a post, no token and no personal datum in logs, files, process titles, environments and core files."""

import json
import os
import signal
import subprocess
import unittest
import urllib.error
import urllib.request

from gateway import StubWorld
from world import CLEAN, TWEETLINT, World, until

# Words that stand nowhere else, one for each thing that must not be kept.
CANARY = "zyzzyva07700900123"
TOKEN = "canary-token-4711"
POST = "Kicking down doors is one of our favourite things, says %s of 12 Canary Row." % CANARY
SECRETS = (CANARY, TOKEN, "Canary Row", "favourite things")


class Traces:
    """Looks for secrets where they must not be."""

    def assert_no_traces(self, *allowed):
        for folder, _, names in os.walk(self.home):
            for name in names:
                path = os.path.join(folder, name)
                if path in allowed or os.path.islink(path):
                    continue
                with open(path, "rb") as file:
                    content = file.read()
                for secret in SECRETS:
                    self.assertNotIn(secret.encode(), content, path)

    def assert_no_titles(self, process):
        """What others on the machine see of a process and of those that it started."""
        for number in [process.pid, *self.children(process.pid)]:
            for name in ("cmdline", "environ", "comm"):
                try:
                    with open("/proc/%d/%s" % (number, name), "rb") as file:
                        content = file.read()
                except (FileNotFoundError, ProcessLookupError):
                    continue
                for secret in SECRETS:
                    self.assertNotIn(secret.encode(), content, name)

    def children(self, number):
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(number)], capture_output=True, text=True, check=False)
        numbers = [int(word) for word in found.stdout.split()]
        return numbers + [more for child in numbers for more in self.children(child)]

    def assert_no_core(self, process):
        with open("/proc/%d/limits" % process.pid, encoding="ascii") as file:
            limit = [line for line in file if line.startswith("Max core file size")][0]
        self.assertEqual(limit.split()[4:6], ["0", "0"])
        with open("/proc/%d/coredump_filter" % process.pid, encoding="ascii") as file:
            self.assertEqual(int(file.read(), 16), 0)
        process.send_signal(signal.SIGABRT)
        process.wait(10)


class OfTheGateway(Traces, StubWorld):
    api = "mastodon"

    @staticmethod
    def answer(method, path, body):
        return 200, {"Content-Type": "application/json"}, b"{}"

    def write_post(self, text):
        request = urllib.request.Request(
            self.gateway + "/api/v1/statuses?canary=" + CANARY, method="POST",
            data=json.dumps({"status": text, "spoiler_text": ""}).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer " + TOKEN})
        try:
            with urllib.request.urlopen(request, timeout=20) as reply:
                return reply.status
        except urllib.error.HTTPError as error:
            error.read()
            return error.code

    def test_traces(self):
        self.assertEqual(self.write_post(POST), 422)
        self.write_post(CLEAN + " " + CANARY)
        self.assert_no_titles(self.process)
        self.assert_no_core(self.process)
        self.assert_no_traces()


class OfHooksAndSend(Traces, World):
    def hold_open(self, *command):
        """Starts a program that hangs in another hook, with the post read."""
        self.hooks("#!/bin/sh\ncat >/dev/null\ntouch \"$HOME/asked\"\nsleep 20\n")
        self.write(".config/tweetlint/config.yaml", "pre_send: {timeout: 20}\n")
        with open(self.write("post.post", POST), "rb") as post:
            process = subprocess.Popen(
                ["/bin/sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh", *command], env=self.environment,
                cwd=self.home, stdin=post, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: os.path.exists(self.path("asked")), "the other hook to be asked")
        return process

    def test_hook(self):
        process = self.hold_open(TWEETLINT, "hook", "run", "pre-send", "--plain")
        self.assert_no_titles(process)
        self.assert_no_core(process)
        self.assert_no_traces(self.path("post.post"))

    def test_send(self):
        process = self.hold_open(TWEETLINT, "send", "post.post", "--", "cat")
        self.assert_no_titles(process)
        self.assert_no_core(process)
        self.assert_no_traces(self.path("post.post"))

    def test_decisions(self):
        self.write("post.post", POST)
        for more in ([], ["--override", "--reason", "Because it is only a test", "--approver", "daemon"]):
            self.run_program(TWEETLINT, "send", "post.post", *more, "--", "true")
        for words in (["list"], ["show", "D-1"], ["copy", "D-1"], ["export", "--entries"], ["stats"]):
            said = self.run_program(TWEETLINT, "log", *words)
            self.assertEqual(said.returncode, 0, said.stderr)
            for secret in SECRETS:
                self.assertNotIn(secret, said.stdout + said.stderr)
        self.assert_no_traces(self.path("post.post"))


def load_tests(loader, tests, pattern):
    """What is only made to be built upon is no test."""
    suite = unittest.TestSuite()
    for case in (OfTheGateway, OfHooksAndSend):
        suite.addTests(loader.loadTestsFromTestCase(case))
    return suite
