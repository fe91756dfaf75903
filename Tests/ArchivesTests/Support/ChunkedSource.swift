import Archives
import TestSupport

/// Bytes of memory that come in chunks, and fail at their end when asked to.
final class ChunkedSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private var random: SeededGenerator?
  private let largest: Int
  private var failure: ArchiveFailure?

  /// Gives chunks of one size.
  init(_ bytes: some Sequence<UInt8>, chunk: Int = .max, failure: ArchiveFailure? = nil) {
    rest = Array(bytes)[...]
    largest = chunk
    self.failure = failure
  }

  /// Gives chunks of sizes that a seed decides.
  init(_ bytes: some Sequence<UInt8>, upTo largest: Int, seed: UInt64) {
    rest = Array(bytes)[...]
    self.largest = largest
    random = SeededGenerator(seed: seed)
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard !rest.isEmpty else {
      guard let failure else { return [] }
      self.failure = nil
      throw failure
    }
    let count = random.map { generator in
      var generator = generator
      defer { random = generator }
      return Int.random(in: 1...largest, using: &generator)
    }
    defer { rest = rest.dropFirst(count ?? largest) }
    return Array(rest.prefix(count ?? largest))
  }
}
