import Foundation
import Testing

@Suite struct HookInstallTests {
  private let fixture: PreSendFixture

  init() throws {
    fixture = try PreSendFixture()
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try fixture.run(arguments)
  }

  @Test func `an installed hook is a program that tools call`() throws {
    #expect(try run("hook", "status").status == 1)
    #expect(try run("hook", "install").status == 0)
    #expect(try run("hook", "status").status == 0)
    let request = try PreSendFixture.request(PreSendFixture.serious)
    #expect(try fixture.program.shell(".tweetlint/hooks/pre-send", input: request).status == 1)
    let plain = try fixture.program.shell(
      ".tweetlint/hooks/pre-send --plain", input: Data("Open again.".utf8))
    #expect(plain.status == 0)
    #expect(try run("hook", "uninstall").status == 0)
    #expect(try run("hook", "status").text.contains("missing"))
  }

  @Test func `a hook of somebody else is kept, run as well, and put back`() throws {
    let own =
      "cat >/dev/null; touch ran; echo '{\"protocol\":\"pre-send/1\",\"decision\":\"hold\"}'; exit 3"
    try fixture.write(hook: "pre-send", own)
    #expect(try run("hook", "status").text.contains("somebody else"))
    #expect(try run("hook", "install").text.contains("pre-send.legacy"))
    let request = try PreSendFixture.request(PreSendFixture.quiet)
    #expect(try fixture.program.shell(".tweetlint/hooks/pre-send", input: request).status == 3)
    // Installing again keeps it once.
    #expect(try run("hook", "install").status == 0)
    #expect(try run("hook", "status").text.contains("pre-send.legacy"))
    #expect(try run("hook", "uninstall").status == 0)
    #expect(
      try fixture.program.folder.read(".tweetlint/hooks/pre-send") == "#!/bin/sh\n" + own + "\n")
  }

  @Test func `a hook that cannot be written leaves the one that is there`() throws {
    try fixture.write(hook: "pre-send", "exit 3")
    let run = try fixture.program.shell("ulimit -f 0; trap '' XFSZ; \"$T\" hook install")
    #expect(run.status == 2)
    #expect(try fixture.program.folder.read(".tweetlint/hooks/pre-send") == "#!/bin/sh\nexit 3\n")
    #expect(throws: (any Error).self) {
      try fixture.program.folder.read(".tweetlint/hooks/pre-send.legacy")
    }
  }

  @Test func `a hook that is kept already is not written over`() throws {
    try fixture.write(hook: "pre-send", "exit 3")
    try fixture.write(hook: "pre-send.legacy", "exit 1")
    let run = try run("hook", "install")
    #expect(run.status == 2)
    #expect(run.error.contains("pre-send.legacy is there already"))
    #expect(try fixture.program.folder.read(".tweetlint/hooks/pre-send") == "#!/bin/sh\nexit 3\n")
  }

  @Test func `a hook is installed for everything that a person sends`() throws {
    let installed = try run("hook", "install", "--global")
    #expect(installed.status == 0)
    #expect(
      try fixture.program.folder.read(".config/tweetlint/hooks/pre-send").contains(
        "hook run pre-send"))
    try fixture.program.folder.write(
      "#!/bin/sh\nexit 9\n", to: ".config/tweetlint/hooks/pre-send.d/10-a")
    _ = try fixture.program.shell("chmod 755 .config/tweetlint/hooks/pre-send.d/10-a")
    #expect(try fixture.hook(PreSendFixture.quiet).status == 2)
  }

  @Test func `a program in a folder with spaces and quotes is called all the same`() throws {
    let line = """
      mkdir -p "it's a dir" && ln "$T" "it's a dir/tweetlint" 2>/dev/null || cp "$T" "it's a dir/tweetlint"
      "./it's a dir/tweetlint" hook install --dir hooks && printf '%s' 'Open again.' | hooks/pre-send --plain
      """
    #expect(try fixture.program.shell(line).status == 0)
  }

  @Test func `a hook whose program is gone stops what it should let through`() throws {
    _ = try run("hook", "install", "--dir", "hooks")
    let line =
      "sed -i 's|^exec .* hook run|exec /nowhere/tweetlint hook run|' hooks/pre-send; hooks/pre-send --plain"
    #expect(try fixture.program.shell(line, input: Data("Open again.".utf8)).status == 127)
    #expect(try run("hook", "status", "--dir", "hooks").status == 1)
  }
}
