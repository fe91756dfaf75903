/// A Swift file with its comments and its literal texts blanked, so that words and braces count.
struct SwiftText {
  /// The file's code, byte for byte in its place.
  let code: [UInt8]
  /// True for a file that a tool wrote or that is laid out by hand.
  let isGenerated: Bool

  /// A function's place and length.
  struct Function {
    /// The line it begins on, from 1.
    let line: Int
    /// Its lines, from its name to its closing brace.
    let lines: Int
  }

  /// Reads a file.
  init(_ bytes: [UInt8]) {
    var mask = SwiftMask(bytes)
    code = mask.masked()
    isGenerated = bytes.contains("swift-format-ignore-file".utf8)
  }

  /// The modules that the file imports.
  var imports: Set<String> {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let statements = code.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";") }
    return Set(
      statements.compactMap { statement in
        let words = statement.split(separator: UInt8(ascii: " "))
          .map { String(decoding: $0, as: UTF8.self) }
        guard let place = words.firstIndex(of: "import") else { return nil }
        guard let path = words[(place + 1)...].first(where: { !kinds.contains($0) }) else {
          return nil
        }
        return path.utf8.split(separator: UInt8(ascii: ".")).first.map { String(Substring($0)) }
      })
  }

  /// The functions and initialisers that have a body.
  var functions: [Function] {
    var line = 1
    var found: [Function] = []
    for index in code.indices {
      line += code[index] == UInt8(ascii: "\n") ? 1 : 0
      guard isWord("func", at: index) || isWord("init", at: index),
        let body = bodyStart(after: index), let end = closingBrace(from: body)
      else { continue }
      let breaks = code[index..<end].count { $0 == UInt8(ascii: "\n") }
      found.append(Function(line: line, lines: breaks + 1))
    }
    return found
  }

  private func isWord(_ word: String, at index: Int) -> Bool {
    let end = index + word.utf8.count
    guard end < code.count, code[index] == word.utf8.first,
      code[index..<end].elementsEqual(word.utf8)
    else { return false }
    // A call such as `.init(…)` or `self.init(…)` declares nothing.
    return (index == 0 || !(isName(code[index - 1]) || code[index - 1] == UInt8(ascii: ".")))
      && !isName(code[end])
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  /// The brace that opens a body, or `nil` where the declaration ends without one.
  private func bodyStart(after index: Int) -> Int? {
    var depth = 0
    for place in index..<code.count {
      switch code[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth == 0: return place
      case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ";") where depth == 0: return nil
      default:
        guard depth == 0, place > index else { continue }
        if isWord("func", at: place) || isWord("var", at: place) { return nil }
      }
    }
    return nil
  }

  private func closingBrace(from start: Int) -> Int? {
    var depth = 0
    return (start..<code.count).first { place in
      depth += code[place] == UInt8(ascii: "{") ? 1 : 0
      depth -= code[place] == UInt8(ascii: "}") ? 1 : 0
      return depth == 0
    }
  }
}
