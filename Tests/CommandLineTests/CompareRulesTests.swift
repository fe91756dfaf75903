import Foundation
import Testing

/// `tweetlint audit --compare-rules` as somebody runs it who weighs a change of the rules.
@Suite struct CompareRulesTests {
  private var program: Program

  init() throws {
    program = try Program()
    try TestPack.install(in: &program)
    _ = try program.run("rules", "export", "shipped")
    try program.folder.write(Self.post + "\n", to: "posts.jsonl")
  }

  /// Nothing in the test's own rules finds a word of it.
  private static let post =
    #"{"id": "a", "text": "Call Jane on 01632 960 123, jane@home.example or @janedoe, you scumbag."}"#

  @Test(arguments: ["jsonl", "text", "html", "csv", "sarif"])
  func `a post that only the other rules flag gives away nobody's number or address`(
    _ format: String
  ) throws {
    let run = try program.run(
      "audit", "posts.jsonl", "--compare-rules", "shipped", "--format", format)
    #expect(run.status == 0)
    for secret in ["960", "home.example", "janedoe"] {
      #expect(!run.text.contains(secret), "\(format) shows \(secret)")
    }
    if format == "jsonl" {
      #expect(run.text.contains(#""other_rules""#))
      #expect(run.text.contains("you scumbag"))
    }
  }

  @Test func `other rules are compared post by post`() throws {
    _ = try program.run("rules", "export", "fewer")
    let rule = "fewer/tone/force-relish.yaml"
    try FileManager.default.removeItem(at: program.folder.url.appendingPathComponent(rule))
    try program.folder.write(
      #"{"text": "Kicking down doors is one of our favourite things to do!"}"#, to: "doors.jsonl")
    let run = try program.run(
      "audit", "doors.jsonl", "--rules", "shipped", "--compare-rules", "fewer", "--format", "jsonl")
    #expect(run.text.contains(#""removed":["force-relish"]"#))
    let last = try #require(run.text.split(separator: "\n").last)
    let end = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    let other = try #require(end?["other_rules"] as? [String: Any])
    #expect(other["removed"] as? [String: Int] == ["force-relish": 1])
  }

  @Test func `the digest of such a post does not give away its number either`() throws {
    try program.folder.write(
      Self.post + "\n" + Self.post.replacingOccurrences(of: "123", with: "456"), to: "two.jsonl")
    let run = try program.run(
      "audit", "two.jsonl", "--compare-rules", "shipped", "--format", "jsonl")
    let digests = run.text.matches(of: /"text_sha256":"([0-9a-f]{64})"/).map { String($0.output.1) }
    #expect(digests.count == 2)
    #expect(Set(digests).count == 1)
  }
}
