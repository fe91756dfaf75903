import Foundation
import Glibc
import Testing

/// Two users of one machine with one log: what one sends, the other approves.
@Suite(.enabled(if: getuid() == 0, "only root can be two users"))
struct SecondPersonTests {
  private let fixture: PreSendFixture

  init() throws {
    fixture = try PreSendFixture()
    try fixture.program.folder.write(
      "rules: pack\ndecisions: {log: shared/log.sqlite, key: shared/log.key, shared: true}\n",
      to: "settings.yaml")
    let folder = try fixture.program.shell(
      "mkdir shared && chgrp daemon shared && chmod 2770 shared && chmod 755 .. . && cp \"$T\" program"
    )
    try #require(folder.status == 0)
  }

  /// Runs the program as a user of the group that shares the log.
  private func run(as user: String, _ arguments: String) throws -> Program.Run {
    try fixture.program.shell(
      "umask 022; setpriv --reuid \(user) --regid daemon --clear-groups ./program \(arguments)")
  }

  @Test func `what one user sends, another approves`() throws {
    try fixture.program.folder.write(PreSendFixture.stopped, to: "d.post")
    #expect(try run(as: "bin", "send d.post -- cat").status == 3)
    let own = try run(as: "bin", "log approve D-1 --reason 'Read by me again'")
    #expect(own.status == 0, "\(own.error)")
    #expect(own.text.contains("somebody else has to approve it"))
    #expect(try run(as: "bin", "send d.post -- cat").status == 3)

    let other = try run(as: "sys", "log approve D-1 --reason 'Checked with the inspector'")
    #expect(other.status == 0, "\(other.error)")
    #expect(!other.text.contains("somebody else has to approve"))
    let sent = try run(as: "bin", "send d.post -- cat")
    #expect(sent.status == 0, "\(sent.error)")
    #expect(sent.text == PreSendFixture.stopped)
    #expect(sent.error.contains("with sys as the second person"))
    #expect(try run(as: "sys", "log verify").status == 0)
  }

  @Test func `what its author set aside is approved by another as well`() throws {
    try fixture.program.folder.write(
      "---\nwaive: [{rule: phone, reason: Sam asked us to publish it}]\n---\n"
        + PreSendFixture.stopped, to: "d.post")
    #expect(try run(as: "bin", "send d.post -- cat").status == 3)
    #expect(try run(as: "sys", "log approve D-1 --reason 'Checked with the inspector'").status == 0)
    let sent = try run(as: "bin", "send d.post -- cat")
    #expect(sent.status == 0, "\(sent.error)")
  }

  @Test func `who does not belong to the group cannot open the log`() throws {
    try fixture.program.folder.write(PreSendFixture.quiet, to: "d.post")
    #expect(try run(as: "bin", "send d.post -- cat").status == 0)
    let stranger = try fixture.program.shell(
      "setpriv --reuid games --regid games --clear-groups ./program send d.post -- cat")
    #expect(stranger.status == 2)
  }
}
