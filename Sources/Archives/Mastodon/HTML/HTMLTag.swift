/// One tag of HTML.
struct HTMLTag {
  /// The element's name in small letters.
  let name: String
  /// True for the tag that ends the element.
  let isClosing: Bool
  /// The place after the tag.
  let end: Int
  private let attributes: Range<Int>

  // No element has a longer one.
  private static let longestName = 32

  /// Reads the tag that begins at a place with `<`; fails when there is none, and then that sign stands for itself.
  init?(in bytes: [UInt8], at start: Int, _ far: HTMLFarSigns) {
    var at = start + 1
    isClosing = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    let letters = bytes[at...].prefix(Self.longestName).prefix {
      $0.isAlphanumeric || $0 == UInt8(ascii: "-")
    }
    guard let first = letters.first, !first.isDigit, first != UInt8(ascii: "-"),
      letters.count < Self.longestName,
      let end = Self.end(of: bytes, from: letters.endIndex, far)
    else { return nil }
    name = String(decoding: letters.map(\.lowercased), as: UTF8.self)
    attributes = letters.endIndex..<end
    self.end = end + 1
  }

  /// The place of the `>` that ends a tag, outside of quotation marks where those are closed.
  private static func end(of bytes: [UInt8], from start: Int, _ far: HTMLFarSigns) -> Int? {
    guard start <= far.lastGreater else { return nil }
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"): return at
      // A tag that another one begins in was never closed.
      case UInt8(ascii: "<"): return nil
      case .quote where at < far.lastQuote, UInt8(ascii: "'") where at < far.lastApostrophe:
        guard bytes[at - 1] == UInt8(ascii: "="),
          let closing = bytes[(at + 1)...].firstIndex(of: bytes[at])
        else { break }
        at = closing
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The value of an attribute, its character references not undone yet; `nil` when the tag does not have it.
  func attribute(_ wanted: StaticString, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = bytes[attributes]
    while true {
      rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: "/") }
      let name = rest.prefix { !$0.isBlank && $0 != UInt8(ascii: "=") }
      if name.isEmpty, rest.first != UInt8(ascii: "=") { return nil }
      rest = rest[name.endIndex...].drop(while: \.isBlank)
      var value = rest.prefix(0)
      if rest.first == UInt8(ascii: "=") {
        value = Self.value(from: &rest)
      }
      if name.count == wanted.utf8CodeUnitCount,
        name.lazy.map(\.lowercased).elementsEqual(
          UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount))
      {
        return value
      }
    }
  }

  private static func value(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest = rest.dropFirst().drop(while: \.isBlank)
    guard let mark = rest.first, mark == .quote || mark == UInt8(ascii: "'") else {
      let value = rest.prefix { !$0.isBlank }
      rest = rest[value.endIndex...]
      return value
    }
    let value = rest.dropFirst().prefix { $0 != mark }
    rest = rest[value.endIndex...].dropFirst()
    return value
  }
}

/// Where the signs stand last that a search would run for, so that what is not there is not looked for again and again.
struct HTMLFarSigns {
  /// The last `>`.
  let lastGreater: Int
  /// The last quotation mark.
  let lastQuote: Int
  /// The last apostrophe.
  let lastApostrophe: Int

  /// Looks through a text once.
  init(_ bytes: [UInt8]) {
    lastGreater = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    lastQuote = bytes.lastIndex(of: .quote) ?? -1
    lastApostrophe = bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1
  }
}
