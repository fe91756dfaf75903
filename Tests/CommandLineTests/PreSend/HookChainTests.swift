import Foundation
import Testing

@Suite struct HookChainTests {
  private let fixture: PreSendFixture

  init() throws {
    fixture = try PreSendFixture()
  }

  private static func answering(_ decision: String, _ code: Int = 0) -> String {
    "cat >/dev/null; echo '{\"protocol\":\"pre-send/1\",\"decision\":\"\(decision)\"}'; exit \(code)"
  }

  @Test(
    arguments: [
      ("allow", 0, 0), ("warn", 0, 0), ("block", 1, 1), ("hold", 3, 3), ("block", 0, 1),
      ("allow", 1, 2),
      ("hold", 1, 2), ("allow", 7, 2), ("allow", 2, 2),
    ] as [(String, Int, Int32)])
  func `the strictest of all hooks decides, and one that contradicts itself did not check`(
    decision: String, code: Int, expected: Int32
  ) throws {
    try fixture.write(hook: "pre-send.d/10-legal", Self.answering(decision, code))
    #expect(try fixture.hook(PreSendFixture.quiet).status == expected)
    #expect(try fixture.hook(PreSendFixture.serious).status == (expected == 3 ? 3 : 1))
  }

  @Test func `every hook is asked, in the order of their names, with the whole post`() throws {
    for name in ["20-b", "10-a", "30-c"] {
      try fixture.write(
        hook: "pre-send.d/\(name)",
        "echo \(name) >>order; cat >>posts; echo says \(name) >&2\n"
          + Self.answering("block", 1))
    }
    let run = try fixture.hook(
      PreSendFixture.quiet, more: ["account": "@force", "thread": ["two"]])
    #expect(run.status == 1)
    #expect(try fixture.program.folder.read("order") == "10-a\n20-b\n30-c\n")
    #expect(run.error.contains("says 10-a") && run.error.contains("says 30-c"))
    let posts = try fixture.program.folder.read("posts")
    #expect(posts.contains(#""text":"Station Road is open again.""#))
    #expect(posts.contains(#""thread":["two"]"#) && posts.contains(#""account":"force""#))
  }

  @Test func `the decision names the hooks that were asked, those that agreed too`() throws {
    try fixture.write(hook: "pre-send.d/10-legal", Self.answering("allow"))
    try fixture.write(hook: "pre-send.d/20-links", Self.answering("warn"))
    let answer = try PreSendFixture.answer(try fixture.hook(PreSendFixture.quiet))
    let shown = try fixture.run(["log", "show", try #require(answer["decision_id"] as? String)])
    #expect(shown.text.contains("other hook: 10-legal: allow"))
    #expect(shown.text.contains("other hook: 20-links: warn"))
    #expect(try fixture.run(["log", "verify"]).status == 0)
  }

  @Test func `hooks are told the channel and the attempt in the environment`() throws {
    try fixture.write(
      hook: "pre-send.d/10-a",
      "echo $PRESEND_PROTOCOL $PRESEND_CHANNEL $PRESEND_ACCOUNT $PRESEND_ATTEMPT_ID >told\n"
        + Self.answering("allow"))
    #expect(
      try fixture.hook(PreSendFixture.quiet, more: ["id": "a7", "account": "force"]).status == 0)
    #expect(try fixture.program.folder.read("told") == "1 x force a7\n")
  }

  @Test(arguments: [
    "exit 0", "echo fine", "echo '{}'", "kill -9 $$",
    "echo '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\"',",
    "head -c 100000 /dev/zero | tr '\\0' a",
    "echo '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\",\"text_sha256\":\"00\"}'",
    "echo '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\",\"request_sha256\":\"00\"}'",
    "exit 127",
  ])
  func `an odd end of a hook is not taken for yes`(lines: String) throws {
    try fixture.write(hook: "pre-send.d/10-odd", lines)
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2, "\(lines): \(run.text)")
    #expect(run.error.contains("10-odd"))
  }

  @Test func `the way on that is offered for a post that was not checked leads on`() throws {
    try fixture.write(hook: "pre-send.d/10-odd", "exit 9")
    let stopped = try fixture.hook(PreSendFixture.quiet)
    #expect(stopped.status == 2)
    let command = try #require(
      stopped.error.split(separator: "`").first { $0.hasPrefix("tweetlint ") })
    let line = command.replacingOccurrences(of: "tweetlint", with: "\"$T\"")
      .replacingOccurrences(of: "\"…\"", with: "'Read word by word by me'")
    let approved = try fixture.program.shell(line)
    #expect(approved.status == 0, "\(line): \(approved.error)")
    #expect(approved.text.contains("Exactly these words may now be sent"))
    #expect(try fixture.run(["log", "list"]).text.contains("unchecked (approved by "))
    let sent = try fixture.hook(PreSendFixture.quiet)
    #expect(sent.status == 0, "\(sent.error)")
    #expect(try PreSendFixture.answer(sent)["outcome"] as? String == "approved")
    #expect(try fixture.hook("Other words than those that were approved.").status == 2)
  }

  @Test func `settings can let an odd end pass with a warning`() throws {
    try fixture.program.folder.write(
      "rules: pack\npre_send: {on_error: warn}\n", to: "settings.yaml")
    try fixture.write(hook: "pre-send.d/10-odd", "exit 9")
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 0)
    #expect(try PreSendFixture.decision(run) == "warn")
    #expect(run.error.contains("it ended with code 9"))
  }

  @Test func `a hook that takes too long is ended with all that it started`() throws {
    try fixture.program.folder.write("rules: pack\npre_send: {timeout: 1}\n", to: "settings.yaml")
    try fixture.write(
      hook: "pre-send.d/10-slow", "sleep 300 & echo $! >child; echo $$ >parent; wait")
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2)
    #expect(run.error.contains("longer than 1"))
    for name in ["child", "parent"] {
      let number = try fixture.program.folder.read(name).trimmingCharacters(in: .newlines)
      let left = try fixture.program.shell(
        "kill -0 \(number) 2>/dev/null && cat /proc/\(number)/stat || echo gone")
      #expect(left.text == "gone\n" || left.text.contains(") Z "), "\(name): \(left.text)")
    }
  }

  @Test func `a hook need not read the post, however long that is`() throws {
    try fixture.write(
      hook: "pre-send.d/10-deaf", "echo '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\"}'")
    #expect(try fixture.hook(String(repeating: "open again. ", count: 20_000)).status == 0)
  }

  @Test(arguments: [0o775, 0o757])
  func `a hook that others can change is not run, and so nothing goes`(mode: Int) throws {
    try fixture.write(hook: "pre-send.d/10-a", "touch ran\n" + Self.answering("allow"), mode: mode)
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2)
    #expect(run.error.contains("others than its owner can write to it"))
    #expect(
      !FileManager.default.fileExists(
        atPath: fixture.program.folder.url.appendingPathComponent("ran").path))
  }

  @Test func `a folder of hooks that others could put another in the place of is not trusted`()
    throws
  {
    try fixture.write(hook: "pre-send.d/10-a", Self.answering("allow"))
    #expect(try fixture.hook(PreSendFixture.quiet).status == 0)
    _ = try fixture.program.shell("chmod 777 .tweetlint")
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2)
    #expect(run.error.contains("others can write to the folder"))
  }

  @Test func `a hook that cannot be run, and a folder that is named and gone, stop everything`()
    throws
  {
    try fixture.write(hook: "pre-send.d/10-a", Self.answering("allow"), mode: 0o644)
    #expect(try fixture.hook(PreSendFixture.quiet).status == 2)
    let gone = try fixture.hook(PreSendFixture.quiet, "--hooks", "nowhere")
    #expect(gone.status == 2)
    #expect(gone.error.contains("no folder of hooks nowhere"))
  }
}
