import Foundation
import Testing

/// The program with a small pack, and requests to decide about.
struct PreSendFixture {
  /// The program.
  var program: Program

  /// A post that holds nothing against it.
  static let quiet = "Station Road is open again."
  /// A post that its author may send with a reason.
  static let serious = "Kicking down doors again"
  /// A post that a second person has to look at.
  static let stopped = "Ring Sam on 07700 900123 today"

  init() throws {
    program = try Program()
    try TestPack.install(in: &program)
  }

  /// A request as a tool makes it.
  static func request(_ text: String, _ more: [String: Any] = [:]) throws -> Data {
    let members: [String: Any] = ["protocol": "pre-send/1", "channel": "x", "text": text]
    return try JSONSerialization.data(withJSONObject: members.merging(more) { $1 })
  }

  /// Runs the hook on a post.
  func hook(
    _ text: String, _ arguments: String..., more: [String: Any] = [:]
  ) throws -> Program.Run {
    try run(["hook", "run", "pre-send"] + arguments, input: try Self.request(text, more))
  }

  /// Runs the program with arguments in a list.
  func run(_ arguments: [String], input: Data = Data()) throws -> Program.Run {
    let quoted = arguments.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    return try program.shell("\"$T\" " + quoted.joined(separator: " "), input: input)
  }

  /// The answer of a run.
  static func answer(_ run: Program.Run) throws -> [String: Any] {
    let lines = run.output.split(separator: UInt8(ascii: "\n"))
    try #require(lines.count == 1, "\(run.text)\(run.error)")
    return try #require(try JSONSerialization.jsonObject(with: lines[0]) as? [String: Any])
  }

  /// What was decided, as the answer says it.
  static func decision(_ run: Program.Run) throws -> String {
    try #require(try answer(run)["decision"] as? String)
  }

  /// Writes a hook of shell into the folder of hooks.
  func write(hook name: String, _ lines: String, mode: Int = 0o755) throws {
    try program.folder.write("#!/bin/sh\n" + lines + "\n", to: ".tweetlint/hooks/" + name)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode],
      ofItemAtPath: program.folder.url.appendingPathComponent(".tweetlint/hooks/" + name).path)
  }
}
