import Foundation
import Testing

/// Runs the built program as a person or another program would.
struct Program {
  /// What a run came to.
  struct Run {
    /// The exit code; the negative number of the signal when one ended it.
    var status: Int32
    /// What was printed on standard output.
    var output: Data
    /// What was printed on standard error.
    var error: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder that the program runs in.
  var folder: TemporaryFolder
  /// The variables of its environment.
  var environment: [String: String] = [:]

  /// The program beside the tests.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder =
      bundle.map { URL(fileURLWithPath: $0.bundlePath).deletingLastPathComponent() }
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("tweetlint").path
  }()

  /// What a line of shell puts before a command that may not do everything: the superuser's then runs as nobody.
  static let unprivileged =
    getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

  /// Makes a program that runs in a new folder with an environment of its own.
  init() throws {
    folder = try TemporaryFolder()
  }

  /// Runs the program.
  func run(_ arguments: String..., input: Data = Data()) throws -> Run {
    try run(Self.path, arguments, input: input)
  }

  /// Runs the program with words that are in a list.
  func run(_ arguments: [String]) throws -> Run {
    try run(Self.path, arguments, input: Data())
  }

  /// Runs a line of shell in which `$T` is the program.
  func shell(_ line: String, input: Data = Data()) throws -> Run {
    try run("/bin/sh", ["-c", line], input: input)
  }

  private func run(_ executable: String, _ arguments: [String], input: Data) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path, "T": Self.path]
      .merging(environment) { $1 }
    // Files instead of pipes, so that no reader is needed while the program runs.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.scratch.appendingPathComponent(name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    let handles = [
      try FileHandle(forReadingFrom: files[0]), try FileHandle(forWritingTo: files[1]),
      try FileHandle(forWritingTo: files[2]),
    ]
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let isSignal = process.terminationReason == .uncaughtSignal
    return Run(
      status: isSignal ? -process.terminationStatus : process.terminationStatus,
      output: try Data(contentsOf: files[1]),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
