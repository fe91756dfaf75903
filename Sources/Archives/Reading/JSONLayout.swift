import JSON

/// How the values of a JSON input lie in it.
enum JSONLayout {
  /// One on each line.
  case lines
  /// In a list, or one after another over several lines.
  case values

  /// The lines that are looked at; the first may be broken or hold something else.
  private static let tries = 64

  /// Judges by the first bytes of an input.
  init(_ head: [UInt8]) {
    self = .values
    guard let document = JSONDocument() else { return }
    var last: UInt8?
    for line in head.firstLines(Self.tries) {
      // What follows an open list or a comma is an element of the list.
      let isElement = last == UInt8(ascii: "[") || last == UInt8(ascii: ",")
      last = line.last { !$0.isBlank }
      guard !isElement, line.first(where: { !$0.isBlank && !$0.isMark }) == UInt8(ascii: "{"),
        (try? document.parse(line, mendsSurrogates: true)) != nil
      else { continue }
      self = .lines
      return
    }
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
