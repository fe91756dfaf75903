import DecisionLog
import Foundation
import Testing

@Suite struct LogCommandTests {
  private let log: LogProgram

  init() throws {
    log = try LogProgram()
  }

  private func objects(_ run: Program.Run) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
  }

  @Test func `decisions are listed in every form, and found by what is known of them`() throws {
    try log.decide(.held)
    try log.decide(.overridden, author: "ben", reason: "=1+1, it is needed")
    let text = try log.run("list")
    #expect(text.status == 0)
    #expect(text.text.contains("D-1  2025-11-24T16:00:00Z  held  anna  @myforce  door-joke\n"))
    #expect(text.text.hasSuffix("2 decisions\n"))
    let json = try objects(try log.run("list", "--author", "ben", "--format", "json"))
    #expect(json.map { $0["id"] as? String } == ["D-2"])
    #expect(json.first?["outcome"] as? String == "overridden")
    let csv = try log.run("list", "--outcome", "overridden", "--format", "csv")
    #expect(csv.text.contains("\"'=1+1, it is needed\""))
    #expect(try objects(try log.run("list", "--since", "2025-11-25", "--format", "json")).isEmpty)
    #expect(
      try objects(try log.run("list", "--until", "2025-11-24", "--format", "json")).count == 2)
    #expect(try objects(try log.run("list", "--until", "2025-11-23", "--format", "json")).isEmpty)
    #expect(try log.run("list", "--since", "soon").status == 64)
  }

  @Test func `a decision is shown with its words only when they are asked for`() throws {
    let id = try log.decide(.held)
    let without = try log.run("show", "\(id)")
    #expect(without.status == 0)
    #expect(without.text.contains("found: door-joke (serious) in text, bytes 0 to 7"))
    #expect(!without.text.contains("Kicking"))
    #expect(try log.run("show", "1", "--text").text.contains("  Kicking down doors\n"))
    let json = try log.run("show", "d-1", "--text", "--format", "json")
    #expect(json.text.contains(#""text":"Kicking down doors""#))
    let unknown = try log.run("show", "D-99")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("the decision log has no decision D-99"))
    #expect(try log.run("show", "first").status == 64)
  }

  @Test func `an approval names who gave it, and what it allows`() throws {
    let id = try log.decide(.held)
    #expect(try log.run("approve", "\(id)", "--reason", "because").status == 64)
    let run = try log.run("approve", "\(id)", "--reason", "I know the case well")
    #expect(run.status == 0)
    #expect(run.text.contains("approves D-1, a post of anna."))
    #expect(run.text.contains("these rules found something: door-joke"))
    let found = try #require(try log.log().decision(id)).decision
    let given = try log.log().approvals(for: found.contentHash)
    #expect(given.map(\.approval.by) == [NSUserName()])
    #expect(given.map(\.approval.rules) == [["door-joke"]])
    try log.decide(.allowed)
    let refused = try log.run("approve", "D-3", "--reason", "I know the case well")
    #expect(refused.status == 2)
    #expect(refused.error.contains("D-3 does not wait for anybody: it is allowed"))
  }

  @Test func `an author who approves is told that this is no second person`() throws {
    let id = try log.decide(.held, author: NSUserName())
    let run = try log.run("approve", "\(id)", "--reason", "I know the case well")
    #expect(run.text.contains("it still waits: somebody else has to approve it"))
    #expect(!run.text.contains("may now be sent"))
    let stopped = try log.decide(.blocked, author: NSUserName())
    let own = try log.run("approve", "\(stopped)", "--reason", "I know the case well")
    #expect(own.text.contains("Exactly these words may now be sent"))
    #expect(!own.text.contains("somebody else"))
  }

  @Test func `an approval that the settings make no use of is not called one that lets a post go`()
    throws
  {
    let id = try log.decide(.held)
    func approve(_ settings: String) throws -> String {
      try log.program.folder.write(settings, to: ".tweetlint.yaml")
      return try log.run("approve", "\(id)", "--reason", "I know the case well").text
    }
    let other = try approve("pre_send: {approvers: [Kim, Jo]}\n")
    #expect(other.contains("so it still waits for one of them: Kim, Jo."))
    let never = try approve("pre_send: {needs: {serious: never}}\n")
    #expect(never.contains("what door-joke finds never goes"))
    #expect(!(other + never).contains("may now be sent"))
  }

  @Test func `a life at risk waits in a queue for its review`() throws {
    let id = try log.decide(.lifeAtRisk)
    #expect(try log.run("list", "--awaiting-review").text.contains("D-1"))
    #expect(try log.run("review", "\(id)", "--reason", "It was right to send it").status == 0)
    #expect(try log.run("list", "--awaiting-review").text == "0 decisions\n")
    #expect(try log.run("list").text.contains("life-at-risk (reviewed by \(NSUserName()))"))
  }

  @Test func `the log is verified, and a change is found`() throws {
    for _ in 1...3 { try log.decide(.held) }
    let whole = try log.run("verify")
    #expect(whole.status == 0)
    #expect(whole.text.contains("Entries: 3."))
    #expect(whole.text.contains("found only with --head"))
    try tamper("UPDATE entries SET at = at + 1 WHERE sequence = 2")
    let changed = try log.run("verify")
    #expect(changed.status == 1)
    #expect(changed.text.contains("entry D-2 was changed"))
    #expect(try log.run("list").status == 2)
    try tamper("UPDATE log SET id = replace(id, substr(id, 1, 1), 'x')")
    #expect(try log.run("verify").status == 1)
  }

  @Test func `a log that has no room to grow can still be read`() throws {
    let open = try log.log()
    let decision = try #require(try open.decision(try log.decide(.held))).decision
    for _ in 1...100 { _ = try open.append(decision) }
    // What stands beside the log would have to be taken over into the file, which may not become as large.
    let run = try log.program.shell("trap '' XFSZ; ulimit -f 100; \"$T\" log verify")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.text.contains("Entries: 101."))
    withExtendedLifetime(open) {}
  }

  @Test func `entries that were cut off are found with the head that was exported`() throws {
    try log.decide(.held)
    #expect(try log.run("export", "-o", "head.json").status == 0)
    #expect(try log.run("verify", "--head", "head.json").text.contains("still holds the head"))
    try tamper("DELETE FROM entries WHERE sequence = 2")
    #expect(try log.run("verify").status == 0)
    let cut = try log.run("verify", "--head", "head.json")
    #expect(cut.status == 1)
    #expect(cut.text.contains("entries were cut off at the end"))
    let key = String(repeating: "0", count: 64)
    #expect(try log.run("verify", "--head", "head.json", "--public-key", key).status == 1)
    #expect(try log.run("verify", "--head", "none.json").status == 2)
    #expect(try log.run("verify", "--public-key", key).status == 64)
    #expect(try log.run("verify", "--head", "head.json", "--public-key", "zz").status == 64)
  }

  private func tamper(_ sql: String) throws {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      db.execute(sys.argv[2])
      db.commit()
      """
    try log.program.folder.write(script, to: "tamper.py")
    let run = try log.program.shell("python3 tamper.py '\(log.path)' \"\(sql)\"")
    try #require(run.status == 0, "\(run.error)")
  }

  @Test func `an export never replaces the log or its key`() throws {
    let log = try LogProgram()
    try log.decide(.held)
    for file in [log.path, log.key] {
      let run = try log.run("export", "-o", file)
      #expect(run.status == 2)
      #expect(run.error.contains("name another file"))
      #expect(try log.run("export", "--entries", "-o", file).status == 2)
    }
    #expect(try log.run("verify").status == 0)
  }

  @Test func `all entries are exported as lines that others can read`() throws {
    try log.decide(.held)
    try log.decide(.allowed)
    let run = try log.run("export", "--entries")
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains(#""kind":"decision""#))
    #expect(lines[2].contains(#""body":{"by":"\#(NSUserName())","what":"entries"}"#))
  }

  @Test func `a purge tells what goes, and takes its days from the settings`() throws {
    try log.decide(.held)
    #expect(
      try log.run("purge", "--dry-run").text
        == "Would be removed: the words of 1 post, and what 0 entries said.\n")
    let run = try log.run("purge", "--decisions-older-than", "30")
    #expect(
      run.text
        == "Removed: the words of 1 post, and what 1 entry said.\nD-2 tells of it.\n")
    #expect(try log.run("verify").text.contains("What 1 of them said was removed"))
    #expect(try log.run("list").text.contains("(removed on schedule)"))
    #expect(try log.run("copy", "D-1").status == 2)
    #expect(try log.run("purge", "--text-older-than", "0").status == 64)
  }

  @Test func `outcomes and overridden rules are counted by month`() throws {
    try log.decide(.overridden, reason: "It is needed now")
    try log.decide(.held)
    #expect(
      try log.run("stats").text == """
        2025-11
          held: 1
          overridden: 1
          rules overridden most often:
            door-joke: 1

        """)
    let json = try objects(try log.run("stats", "--format", "json"))
    #expect(json.first?["month"] as? String == "2025-11")
  }

  @Test func `a decision is copied in one line, whatever is in it`() throws {
    try log.decide(.overridden, reason: "Two\nlines \u{1B}[31m and more")
    let run = try log.run("copy", "D-1")
    #expect(run.text.split(separator: "\n").count == 1)
    #expect(
      run.text.hasPrefix(
        "2025-11-24T16:00:00Z | D-1 | @myforce | overridden (review) | author anna | rules door-joke | reason: Two"
      ))
    #expect(run.text.hasSuffix(" | test-pack 2.0.0\n"))
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func `several programs at once write one chain`() throws {
    try log.decide(.held)
    // Not `wait`: a shell that was started with SIGCHLD blocked waits for ever.
    let run = try log.program.shell(
      "seq 18 | xargs -P 6 -I {} sh -c '\"$T\" log show D-1 > /dev/null || echo failed'")
    #expect(run.text == "")
    #expect(run.error == "")
    #expect(try log.run("verify").text.contains("Entries: 19."))
  }

  @Test func `a program that is killed at any moment leaves a whole log`() throws {
    try log.decide(.held)
    var acknowledged = 0
    for delay in 1...40 {
      let run = try log.program.shell(
        "timeout -s KILL 0.0\(delay < 10 ? "0" : "")\(delay) \"$T\" log show D-1")
      if run.status == 0 { acknowledged += 1 }
    }
    let verified = try log.run("verify")
    #expect(verified.status == 0)
    let count = try #require(
      verified.text.split(separator: "Entries: ").last?.split(separator: ".").first)
    #expect(try #require(Int(count)) >= 1 + acknowledged)
  }
}
