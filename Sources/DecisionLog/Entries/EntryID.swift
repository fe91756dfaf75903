/// The name of an entry of the log, such as `D-42`.
package struct EntryID: Sendable, Hashable, CustomStringConvertible {
  /// The entry's place in the log, from 1.
  package let sequence: Int

  /// Names the entry at a place.
  package init(sequence: Int) {
    self.sequence = sequence
  }

  /// Reads `D-42`, `d-42` or `42`; anything else is no name.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let digits =
      bytes.count > 2 && bytes[0] | 0x20 == UInt8(ascii: "d") && bytes[1] == UInt8(ascii: "-")
      ? bytes[2...] : bytes[...]
    guard !digits.isEmpty,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let sequence = Int(String(decoding: digits, as: UTF8.self)), sequence > 0
    else { return nil }
    self.sequence = sequence
  }

  package var description: String { "D-\(sequence)" }
}
