import Foundation
import TestSupport

/// Writes what other tools are measured with: 300 generated patterns, and posts as the engine reads them.
struct Peers {
  /// The folder, which must be there.
  let folder: String

  /// Writes `patterns` and `posts`, a line each; what case counts for is written into the pattern.
  func write() throws {
    let patterns = GeneratedRules.make(count: 300, seed: 42).map {
      ($0.isCaseless ? "(?i)" : "") + $0.source
    }
    let corpus = try CorpusPosts.texts("corpora/police-ordinary-dev.jsonl")
    let posts = Benchmark.texts(
      of: corpus.isEmpty ? GeneratedPosts.make(count: 5_000, seed: 1) : corpus
    ).map {
      String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    for (name, lines) in [("patterns", patterns), ("posts", posts)] {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
  }
}
