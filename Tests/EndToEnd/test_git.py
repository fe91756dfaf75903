"""git alone, pre-commit and lefthook: drafts that are stopped are neither committed nor pushed."""

import os
import shutil

from world import CLEAN, HELD, HELD_WORDS, REPOSITORY, World


class Repository(World):
    """A repository of drafts, with another one to push to."""

    def setUp(self):
        super().setUp()
        self.folder = self.path("drafts-repository")
        os.mkdir(self.folder)
        self.upstream = self.path("upstream.git")
        self.git("init", "-q", "-b", "main")
        self.git("init", "-q", "--bare", self.upstream)
        self.git("remote", "add", "origin", self.upstream)
        self.install()

    def install(self):
        raise NotImplementedError

    def git(self, *arguments):
        return self.run_program("git", *arguments, cwd=self.folder)

    def commit(self, text, name="drafts/monday.md"):
        self.write(os.path.join("drafts-repository", name), text)
        self.git("add", "-A")
        return self.git("commit", "-q", "-m", "change")

    def assert_not_upstream(self):
        self.git("push", "-q", "origin", "main")
        found = self.run_program("git", "--git-dir", self.upstream, "log", "-p", "--all")
        self.assertNotIn(HELD_WORDS, found.stdout)

    def take_program_away(self):
        os.unlink(os.path.join(self.bin, "tweetlint"))


class Cases:
    """What must hold whatever runs the hook."""

    def test_clean(self):
        self.assertEqual(self.commit(CLEAN).returncode, 0)
        self.assertEqual(self.git("push", "-q", "origin", "main").returncode, 0)
        found = self.run_program("git", "--git-dir", self.upstream, "show", "main:drafts/monday.md")
        self.assertEqual(found.stdout, CLEAN)

    def test_held(self):
        ended = self.commit(HELD)
        self.assertNotEqual(ended.returncode, 0)
        self.assert_told(ended, "enjoying the use of force", "drafts/monday.md")
        self.assert_not_upstream()

    def test_names(self):
        for name in ("drafts/A.MD", "drafts/b.markdown", "night.post", "drafts/deep/c.txt"):
            ended = self.commit(HELD, name)
            self.assertNotEqual(ended.returncode, 0, name)
            self.assert_told(ended, "enjoying the use of force", name)
            self.git("rm", "-qf", "--cached", name)
            os.unlink(os.path.join(self.folder, name))

    def test_thread(self):
        self.assertNotEqual(self.commit(CLEAN + "\n---\n" + HELD).returncode, 0)
        self.assert_not_upstream()

    def test_edit(self):
        self.assertEqual(self.commit(CLEAN).returncode, 0)
        self.assertNotEqual(self.commit(HELD).returncode, 0)
        self.assert_not_upstream()

    def test_hook_gone(self):
        self.take_program_away()
        self.assertNotEqual(self.commit(CLEAN).returncode, 0)
        self.assertEqual(self.git("rev-parse", "--verify", "-q", "HEAD").stdout, "")

    def test_upstream_down(self):
        self.assertEqual(self.commit(CLEAN).returncode, 0)
        shutil.rmtree(self.upstream)
        self.assertNotEqual(self.git("push", "-q", "origin", "main").returncode, 0)

    def test_time_out(self):
        self.hooks()
        ended = self.commit(CLEAN)
        self.assertNotEqual(ended.returncode, 0)
        self.assert_told(ended, "10-other", "longer than 1")


class GitTests(Cases, Repository):
    """The hooks that tweetlint installs itself."""

    def install(self):
        self.run_program(os.path.join(self.bin, "tweetlint"), "hook", "install", "--git", cwd=self.folder)

    def take_program_away(self):
        # The installed hook names the program by its own path; here it is as if that were gone.
        for name in ("pre-commit", "pre-push"):
            hook = os.path.join(self.folder, ".git", "hooks", name)
            with open(hook, encoding="utf-8") as file:
                text = file.read()
            with open(hook, "w", encoding="utf-8") as file:
                file.write(text.replace("exec '", "exec '/nowhere"))

    def test_committed_without_hooks_and_pushed(self):
        self.commit(CLEAN)
        self.write("drafts-repository/drafts/tuesday.md", HELD)
        self.git("add", "-A")
        self.assertEqual(self.git("commit", "-q", "--no-verify", "-m", "x").returncode, 0)
        self.assertNotEqual(self.git("push", "-q", "origin", "main").returncode, 0)
        self.assert_not_upstream()


class LefthookTests(Cases, Repository):
    """lefthook with the example of this repository."""

    def install(self):
        shutil.copy(os.path.join(REPOSITORY, "examples", "git-hooks", "lefthook.yml"), self.folder)
        ended = self.run_program("lefthook", "install", cwd=self.folder)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)


class PreCommitTests(Cases, Repository):
    """pre-commit with the hooks that this repository offers."""

    def install(self):
        offered = self.path("offered")
        os.mkdir(offered)
        shutil.copy(os.path.join(REPOSITORY, ".pre-commit-hooks.yaml"), offered)
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "hooks"], ["tag", "v0.1.0"]):
            self.run_program("git", *arguments, cwd=offered)
        example = os.path.join(REPOSITORY, "examples", "git-hooks", ".pre-commit-config.yaml")
        with open(example, encoding="utf-8") as file:
            text = file.read().replace("https://example.org/tweetlint", offered)
        self.write("drafts-repository/.pre-commit-config.yaml", text)
        ended = self.run_program("pre-commit", "install", cwd=self.folder)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)


def load_tests(loader, tests, pattern):
    """`Repository` alone is no test."""
    suite = loader.suiteClass()
    for case in (GitTests, LefthookTests, PreCommitTests):
        suite.addTests(loader.loadTestsFromTestCase(case))
    return suite
