import Foundation

/// A folder that goes away with its last user.
final class TemporaryFolder: Sendable {
  /// The folder.
  let url: URL
  /// A folder beside it for what only the test sees.
  let scratch: URL

  /// Makes an empty folder.
  init() throws {
    let top = FileManager.default.temporaryDirectory
      .appendingPathComponent("tweetlint-tests-\(UUID().uuidString)")
    url = top.appendingPathComponent("work")
    scratch = top.appendingPathComponent("scratch")
    for folder in [url, scratch] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
  }

  /// Writes a file, and the folders that it lies in.
  func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Writes a text file.
  func write(_ text: String, to path: String) throws {
    try write(text.utf8, to: path)
  }

  /// Reads a file.
  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
  }
}
