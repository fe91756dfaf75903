"""What every test stands on: an empty home, real texts, and ways to run programs in it."""

import os
import shutil
import subprocess
import tempfile
import time
import unittest

TWEETLINT = os.environ["TWEETLINT"]
VENV = os.environ["VENV"]
REPOSITORY = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))

CLEAN = "Station Road is open again after this morning's collision. Thank you for your patience."
HELD = "Kicking down doors is probably one of our favourite things to do #knockknock"
# A part of HELD that no other text has.
HELD_WORDS = "favourite things"
SLOW_HOOK = "#!/bin/sh\nsleep 30\n"


class World(unittest.TestCase):
    """A home of its own for each test, so that nothing is left behind and nothing is found."""

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="tweetlint-end-to-end-")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.bin = os.path.join(self.home, "bin")
        os.mkdir(self.bin)
        # A link, so that a test can take the program away.
        os.symlink(TWEETLINT, os.path.join(self.bin, "tweetlint"))
        self.environment = {
            "HOME": self.home,
            "PATH": "%s:%s/bin:/usr/bin:/bin" % (self.bin, VENV),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LANG": "C.UTF-8",
            "PRE_COMMIT_HOME": os.path.join(self.home, "pre-commit"),
        }
        for name in ("AUTHOR", "COMMITTER"):
            self.environment["GIT_%s_NAME" % name] = "A"
            self.environment["GIT_%s_EMAIL" % name] = "a@example.org"

    def path(self, *names):
        return os.path.join(self.home, *names)

    def write(self, path, text, mode=0o644):
        whole = self.path(path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(whole, mode)
        return whole

    def run_program(self, *command, cwd=None, given="", seconds=60):
        return subprocess.run(
            command, cwd=cwd or self.home, env=self.environment, input=given, text=True, capture_output=True,
            timeout=seconds, check=False)

    def hooks(self, text=SLOW_HOOK):
        """A folder of hooks with one hook besides ours, and one second for it."""
        self.write(".config/tweetlint/config.yaml", "pre_send: {timeout: 1}\n")
        self.write("hooks/pre-send.d/10-other", text, mode=0o755)
        os.chmod(self.path("hooks"), 0o755)
        self.environment["PRESEND_HOOKS_DIR"] = self.path("hooks")

    def assert_told(self, ended, *words):
        said = ended.stdout + ended.stderr
        for word in words:
            self.assertIn(word, said)


def until(condition, what, seconds=15):
    """Waits for something to become true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("waited in vain: " + what)
