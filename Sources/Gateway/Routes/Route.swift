/// A write that the gateway knows.
struct Route: Sendable {
  /// What is read of a write.
  enum Reading: Sendable {
    /// Nothing: there are no words in it that get published.
    case nothing
    /// Fields of a form or of a JSON object.
    case fields(WordKeys)
    /// The same, of what moves a post that waits at the server to another day; what the post says, the server is asked
    /// under the same path, and its fields have other keys.
    case move(WordKeys, of: WordKeys)
    /// A record of a Bluesky repository, or several.
    case records(RecordBody)
  }

  /// Its method.
  let method: String
  /// Its path, where `:id` stands for one part that may be anything plain; it is the name of the route as well.
  let pattern: String
  /// What is read of it.
  let reading: Reading
  private let parts: [[UInt8]]

  init(_ method: String, _ pattern: String, _ reading: Reading = .nothing) {
    self.method = method
    self.pattern = pattern
    self.reading = reading
    parts = Self.parts(of: Array(pattern.utf8))
  }

  /// True when a path in parts is one of this route.
  func matches(_ path: [[UInt8]]) -> Bool {
    path.count == parts.count && zip(parts, path).allSatisfy { Self.part($0, matches: $1) }
  }

  /// Cuts a path at its slashes; two slashes in a row leave an empty part, which no route has.
  static func parts(of path: [UInt8]) -> [[UInt8]] {
    path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Array($0) }
  }

  /// True when a part can stand for an identifier: letters, digits and a few signs, and no dot in front.
  static func isIdentifier(_ part: some Collection<UInt8>) -> Bool {
    let signs = Array("-_.~:@".utf8)
    return !part.isEmpty && part.count <= 256 && part.first != UInt8(ascii: ".")
      && part.allSatisfy { $0.isAlphanumeric || signs.contains($0) }
  }

  private static func part(_ pattern: [UInt8], matches part: [UInt8]) -> Bool {
    guard pattern.first == UInt8(ascii: ":") else { return pattern == part }
    let ending = Array(pattern.drop { $0 != UInt8(ascii: ".") })
    guard part.count > ending.count, Array(part.suffix(ending.count)) == ending else {
      return false
    }
    return isIdentifier(part.dropLast(ending.count))
  }
}
