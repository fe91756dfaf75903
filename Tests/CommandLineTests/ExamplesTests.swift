import Foundation
import TestSupport
import Testing

@Suite struct ExamplesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../examples").standardizedFileURL

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    // An example without a command is a script of its own, such as the one for Spark.
    return (names ?? []).filter {
      FileManager.default.fileExists(atPath: folder.path + "/\($0)/command.txt")
    }.sorted()
  }()

  @Test func `there are examples`() {
    #expect(Self.names.count >= 6)
  }

  /// What is expected is what the command prints on standard output, and a last line with its exit code.
  @Test(arguments: names)
  func `an example prints what it says`(_ name: String) throws {
    let program = try Program()
    let example = Self.folder.appendingPathComponent(name)
    for file in try FileManager.default.contentsOfDirectory(atPath: example.path) {
      try program.folder.write(
        try Data(contentsOf: example.appendingPathComponent(file)), to: file)
    }
    let command = try program.folder.read("command.txt")
    let run = try program.shell("tweetlint() { \"$T\" \"$@\"; }\n" + command)
    Golden.expect(
      Array(run.output) + Array("[exit code \(run.status)]\n".utf8), name,
      in: example.appendingPathComponent("expected.txt"))
    #expect(run.error.isEmpty)
  }
}
