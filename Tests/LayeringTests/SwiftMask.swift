/// Blanks the comments, literal texts and raw names of Swift code, and keeps its line breaks.
///
/// Code within a text's interpolation is blanked with it. Regular expression literals are not
/// known.
struct SwiftMask {
  private let source: [UInt8]
  private var code: [UInt8]
  private var place = 0

  /// Takes the source of one file.
  init(_ source: [UInt8]) {
    self.source = source
    code = source
  }

  /// The code with all else blanked.
  mutating func masked() -> [UInt8] {
    while place < source.count {
      let start = place
      guard isOpening(source[place]), skipComment() || skipRawName() || skipText() else {
        place += 1
        continue
      }
      for index in start..<min(place, source.count) where source[index] != UInt8(ascii: "\n") {
        code[index] = UInt8(ascii: " ")
      }
    }
    return code
  }

  /// Whether a byte can begin what is blanked, which few can.
  private func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "\""): true
    default: false
    }
  }

  private func stands(_ text: String) -> Bool {
    place < source.count && source[place] == text.utf8.first
      && source[place...].starts(with: text.utf8)
  }

  private mutating func skip(_ text: String) -> Bool {
    guard stands(text) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func skipComment() -> Bool {
    if skip("//") {
      while place < source.count, source[place] != UInt8(ascii: "\n") { place += 1 }
      return true
    }
    guard skip("/*") else { return false }
    var depth = 1
    while place < source.count, depth > 0 {
      if skip("/*") {
        depth += 1
      } else if skip("*/") {
        depth -= 1
      } else {
        place += 1
      }
    }
    return true
  }

  private mutating func skipRawName() -> Bool {
    guard skip("`") else { return false }
    while place < source.count, !skip("`") { place += 1 }
    return true
  }

  private mutating func skipText() -> Bool {
    let start = place
    while skip("#") {}
    let hashes = String(repeating: "#", count: place - start)
    guard stands("\"") else {
      place = start
      return false
    }
    let quotes = stands("\"\"\"") ? "\"\"\"" : "\""
    place += quotes.utf8.count
    let (end, escape) = (quotes + hashes, "\\" + hashes)
    while place < source.count, !skip(end) {
      if skip(escape) {
        if skip("(") { skipInterpolation() } else { place += 1 }
      } else {
        place += 1
      }
    }
    return true
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while place < source.count, depth > 0 {
      if skipComment() || skipRawName() || skipText() { continue }
      depth += source[place] == UInt8(ascii: "(") ? 1 : 0
      depth -= source[place] == UInt8(ascii: ")") ? 1 : 0
      place += 1
    }
  }
}
