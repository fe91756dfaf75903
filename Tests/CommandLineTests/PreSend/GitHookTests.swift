import Foundation
import Testing

@Suite struct GitHookTests {
  private let fixture: PreSendFixture

  init() throws {
    var made = try PreSendFixture()
    for (name, value) in [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1",
    ] {
      made.program.environment[name] = value
    }
    made.program.environment["TWEETLINT_CONFIG"] =
      made.program.folder.url.appendingPathComponent("settings.yaml").path
    fixture = made
    let run = try sh("git init -q -b main && \"$T\" hook install --git && \"$T\" hook status --git")
    try #require(run.status == 0, "\(run.text)\(run.error)")
  }

  @discardableResult
  private func sh(_ line: String) throws -> Program.Run {
    try fixture.program.shell(line)
  }

  private func commit(_ path: String, _ text: String) throws -> Program.Run {
    try fixture.program.folder.write(text, to: path)
    return try sh("git add \"\(path)\" && git commit -q -m change")
  }

  @Test func `a quiet draft is committed, and a stopped one is not`() throws {
    #expect(try commit("drafts/a.md", PreSendFixture.quiet).status == 0)
    let stopped = try commit("drafts/b.md", PreSendFixture.serious)
    #expect(stopped.status == 1)
    #expect(stopped.error.contains("drafts/b.md: Stopped"))
    #expect(try sh("git rev-list --count HEAD").text == "1\n")
  }

  @Test func `what is committed is read, and not what lies in the folder`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "drafts/a.md")
    #expect(try sh("git add drafts/a.md; echo Quiet. >drafts/a.md; git commit -q -m x").status == 1)
    #expect(
      try sh("git add drafts/a.md; echo 'Kicking down doors' >drafts/a.md; git commit -q -m x")
        .status == 0)
  }

  @Test func `other files, and drafts that are taken away, are let be`() throws {
    #expect(try commit("notes.md", PreSendFixture.serious).status == 0)
    #expect(try commit("drafts/a.md", PreSendFixture.quiet).status == 0)
    #expect(try sh("git rm -q drafts/a.md && git commit -q -m gone").status == 0)
  }

  @Test func `a draft that cannot be read stops the commit`() throws {
    let run = try commit("drafts/a.md", "---\nacount: x\n---\nhello")
    #expect(run.status == 1)
    #expect(run.error.contains("acount"))
  }

  @Test func `a reason in the environment lets a commit through`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "drafts/a.md")
    let run = try sh(
      "git add drafts && PRESEND_REASON='The title of a book we launch' git commit -q -m x")
    #expect(run.status == 0)
  }

  @Test func `a draft with an odd name is read`() throws {
    #expect(try commit("drafts/wörter mit leer'zeichen.md", PreSendFixture.serious).status == 1)
    try fixture.program.folder.write(PreSendFixture.serious, to: "drafts/a b\nc.md")
    #expect(try sh("git add drafts && git commit -q -m x").status == 1)
  }

  @Test func `what was committed without the hook is found when it is pushed`() throws {
    #expect(try commit("drafts/a.md", PreSendFixture.quiet).status == 0)
    try sh("git init -q --bare remote.git && git remote add origin remote.git")
    #expect(try sh("git push -q origin main").status == 0)
    try fixture.program.folder.write(PreSendFixture.serious, to: "drafts/b.md")
    try sh("git add drafts && git commit -q --no-verify -m x")
    let push = try sh("git push -q origin main")
    #expect(push.status == 1)
    #expect(push.error.contains("drafts/b.md: Stopped"))
    #expect(try sh("git push -q origin main:other").status == 1)
    // Taken away later, it is in what is pushed all the same.
    try sh("git rm -q drafts/b.md && git commit -q -m gone")
    #expect(try sh("git push -q origin main").status == 1)
    try sh("git reset -q --hard origin/main")
    #expect(try commit("drafts/c.md", "Another quiet post.").status == 0)
    #expect(try sh("git push -q origin main").status == 0)
    #expect(try sh("git push -q origin :main").status == 0)
  }

  @Test(arguments: ["drafts/B.MD", "drafts/n.markdown", "drafts/\u{FF}.md", "A.Post"])
  func `a draft is known by its name in capitals and small letters`(path: String) throws {
    #expect(try commit(path, PreSendFixture.serious).status == 1)
  }

  @Test func `a link in the place of a draft stops the commit and says why`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "elsewhere.txt")
    let run = try sh(
      "mkdir -p drafts && ln -s ../elsewhere.txt drafts/a.md && git add -A && git commit -q -m x")
    #expect(run.status == 1)
    #expect(run.error.contains("it is a link; put the draft itself in its place"))
    #expect(try sh("\"$T\" hook run pre-commit drafts/a.md").status == 2)
  }

  @Test func `what git is told to show in place of a draft does not hide it`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "drafts/a.md")
    let run = try sh(
      """
      git add -A; fine=$(echo Quiet | git hash-object -w --stdin)
      git replace "$(git rev-parse :drafts/a.md)" "$fine"; git commit -q -m x
      """)
    #expect(run.status == 1)
  }

  @Test func `drafts are found by the patterns of the settings`() throws {
    try fixture.program.folder.write(
      "rules: pack\npre_send: {drafts: [\"posts/**/*.md\"]}\n", to: "settings.yaml")
    #expect(try commit("posts/y.md", PreSendFixture.serious).status == 1)
    try fixture.program.folder.write(
      "rules: pack\npre_send: {drafts: [./posts/*.md]}\n", to: "settings.yaml")
    let run = try commit("posts/a/x.md", PreSendFixture.quiet)
    #expect(run.status == 1)
    #expect(run.error.contains("settings.yaml:2:21\n"), "\(run.error)")
    #expect(run.error.contains("No draft can match `./posts/*.md`"))
    #expect(run.error.contains("Write `posts/*.md`."))
  }

  @Test(
    arguments: [
      (["quiet"], 0), (["held", "quiet"], 3), (["held", "unread"], 2), (["unread", "held"], 2),
      (["held", "stopped"], 1), (["stopped", "unread"], 1), (["unread", "stopped", "held"], 1),
    ] as [([String], Int32)])
  func `the strictest of several drafts decides, whatever their order`(
    drafts: [String], code: Int32
  ) throws {
    let texts = [
      "quiet": PreSendFixture.quiet, "held": PreSendFixture.stopped,
      "stopped": PreSendFixture.serious, "unread": "---\nacount: x\n---\nhello",
    ]
    for name in drafts { try fixture.program.folder.write(texts[name] ?? "", to: name) }
    let run = try sh("\"$T\" hook run pre-commit " + drafts.joined(separator: " "))
    #expect(run.status == code, "\(run.error)")
  }

  @Test func `many drafts take no more memory than they need`() throws {
    for number in 1...48 {
      try fixture.program.folder.write("Quiet post \(number).", to: "drafts/\(number).md")
    }
    // Room for the program, and not for 64 MiB for each draft.
    let commit = try sh("git add drafts && ulimit -v 2000000 && git commit -q -m many")
    #expect(commit.status == 0, "\(commit.error)")
    try sh("git init -q --bare remote.git && git remote add origin remote.git")
    let push = try sh("ulimit -v 2000000 && git push -q origin main")
    #expect(push.status == 0, "\(push.error)")
  }

  @Test func `a hook that git had before is run as well`() throws {
    try sh(
      "\"$T\" hook uninstall --git; printf '#!/bin/sh\\necho old hook; exit 5\\n' >.git/hooks/pre-commit; chmod +x .git/hooks/pre-commit; \"$T\" hook install --git"
    )
    let run = try commit("drafts/a.md", PreSendFixture.quiet)
    #expect(run.status == 1)
    #expect((run.text + run.error).contains("old hook"))
  }

  @Test func `the hooks of a folder that git is told of are used`() throws {
    #expect(
      try sh(
        "\"$T\" hook uninstall --git; git config core.hooksPath my-hooks; \"$T\" hook install --git"
      ).status == 0)
    #expect(try sh("test -x my-hooks/pre-commit && test ! -e .git/hooks/pre-commit").status == 0)
    #expect(try commit("drafts/a.md", PreSendFixture.serious).status == 1)
  }
}
