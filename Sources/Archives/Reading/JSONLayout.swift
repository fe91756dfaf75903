import JSON

/// How the values of a JSON input lie in it.
enum JSONLayout {
  /// One on each line.
  case lines
  /// In a list, or one after another over several lines.
  case values

  /// The lines that are looked at; the first may be broken.
  private static let tries = 5

  /// Judges by the first bytes of an input.
  init(_ head: [UInt8]) {
    let values = head.firstLines(Self.tries).filter { line in
      line.first { !$0.isBlank && !$0.isMark } == UInt8(ascii: "{") && JSONLayout.isWhole(line)
    }
    self = values.isEmpty ? .values : .lines
  }

  private static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    guard let document = JSONDocument() else { return false }
    return (try? document.parse(line)) != nil
  }
}

extension [UInt8] {
  /// The first lines that have an end, and what is after the last end when there are fewer.
  func firstLines(_ count: Int) -> [ArraySlice<UInt8>] {
    split(separator: UInt8(ascii: "\n"), maxSplits: count, omittingEmptySubsequences: true)
      .prefix(count).filter { !$0.allSatisfy(\.isBlank) }
  }
}

extension UInt8 {
  /// True for the bytes of a mark of byte order.
  var isMark: Bool {
    [0xEF, 0xBB, 0xBF].contains(self)
  }
}
