import Foundation
import Testing

/// Archives with folders that may not be looked into, audited by somebody who is not the superuser.
@Suite struct ForbiddenArchiveTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func audit(_ folder: String, without permission: String) throws -> Program.Run {
    try program.shell(
      "cp \"$T\" ./program && \(permission) && \(Program.unprivileged) ./program audit \(folder) --format jsonl"
    )
  }

  @Test(arguments: ["0", "400"])
  func `a folder of posts that may not be looked into is told, and not taken for empty`(
    _ mode: String
  ) throws {
    let tweet =
      #"{"tweet":{"id_str":"1","full_text":"Hello","created_at":"Sat Feb 18 12:33:11 +0000 2023"}}"#
    try program.folder.write("window.YTD.tweets.part0 = [\(tweet)]", to: "archive/data/tweets.js")
    let run = try audit("archive", without: "chmod \(mode) archive/data")
    #expect(run.status == 2)
    #expect(
      run.error.contains("data/tweets.js: Its folder cannot be looked into: Permission denied"))
    #expect(run.text.isEmpty)
  }

  @Test func `an export of Mastodon stays one beside a folder that may not be looked into`() throws
  {
    try program.folder.write(
      #"{"type":"OrderedCollection","orderedItems":[]}"#, to: "export/outbox.json")
    try program.folder.write("", to: "export/private/a")
    let run = try audit("export", without: "chmod 0 export/private")
    #expect(run.status == 0)
    #expect(run.text.contains(#""read":0"#))
  }
}
