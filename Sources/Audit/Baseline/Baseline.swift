import Digests
import JSON
import Reports

/// The findings that are known already, each by a keyed hash and with how often it occurs.
///
/// There may be a million of them, so an entry takes 24 bytes and no text of its own.
package struct Baseline: Sendable, Equatable {
  /// The name of the form, with its version.
  package static let schema = "tweetlint.baseline/1"

  /// What is known of a finding.
  struct Entry: Sendable, Equatable {
    /// What was found where.
    var hash: ContentHash
    /// The number of the rule in the list of their ids.
    var rule: UInt32
    /// How often it occurs, 1 at least.
    var count: UInt32
  }

  /// Which key the hashes were made with.
  package let keyID: String
  /// The rules' ids, by their numbers.
  private(set) var rules: [String] = []
  /// The entries, sorted by their hashes.
  private(set) var entries: [Entry] = []

  /// Knows nothing yet.
  package init(keyID: String) {
    self.keyID = keyID
  }

  /// Takes entries in any order, no two with the same hash.
  init(keyID: String, rules: [String], entries: [Entry]) {
    self.keyID = keyID
    self.rules = rules
    self.entries = entries
    self.entries.sort { $0.hash < $1.hash }
  }

  /// The number of entries.
  package var count: Int {
    entries.count
  }

  /// The place of an entry, or `nil` when the finding is not known.
  func place(of hash: ContentHash) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].hash == hash ? low : nil
  }

  /// The rule of an entry whose hash another one has too, which no key makes; `nil` when there is none.
  var repeatedRule: String? {
    zip(entries, entries.dropFirst()).first { $0.hash == $1.hash }.map { rules[Int($0.0.rule)] }
  }

  /// A digest of all that it knows.
  package var digest: String {
    let hashes = entries.withUnsafeBytes { Digests.sha256($0) }
    return Digests.sha256("\(keyID) \(rules) \(hashes)".utf8)
  }

  /// The file: a line that says what it is and one for each entry, sorted by their bytes, so that the same state gives the
  /// same file.
  package func rendered() -> [UInt8] {
    var bytes = Array(#"{"schema":"\#(Self.schema)","key_id":"\#(keyID)"}"#.utf8)
    bytes.append(UInt8(ascii: "\n"))
    bytes.reserveCapacity(bytes.count + entries.count * 96)
    let names = rules.map { JSONString.bytes($0) }
    let order = rules.indices.sorted { rules[$0].utf8.lexicographicallyPrecedes(rules[$1].utf8) }
    var rank = [Int](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { rank[number] = place }
    let sorted = entries.sorted { left, right in
      let (first, second) = (rank[Int(left.rule)], rank[Int(right.rule)])
      return first != second ? first < second : left.hash < right.hash
    }
    for entry in sorted {
      bytes += Array(#"{"rule":"#.utf8)
      bytes += names[Int(entry.rule)]
      bytes += Array(#","hash":"\#(entry.hash.hex)","count":\#(entry.count)}"#.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

/// Texts as JSON writes them.
private enum JSONString {
  /// The text in quotation marks.
  static func bytes(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return writer.bytes.array
  }
}
