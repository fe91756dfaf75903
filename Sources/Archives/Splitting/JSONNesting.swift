/// The brackets and the string that are open at a place of a JSON stream.
struct JSONNesting {
  /// True inside a string.
  private(set) var isInString = false
  /// The last byte outside strings that is no blank; a quotation mark for a string.
  var last: UInt8 = 0
  private var isEscaped = false
  private var brackets: [UInt8] = []

  /// The number of open brackets.
  var depth: Int { brackets.count }

  /// True outside of all brackets.
  var isEmpty: Bool { brackets.isEmpty }

  /// Begins a string.
  mutating func openString() {
    isInString = true
    isEscaped = false
    last = UInt8(ascii: "\"")
  }

  /// Takes a byte of a string, its end included.
  mutating func stringByte(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      // A string of JSON has no line end; one that does has lost its quotation mark.
      isInString = false
    } else if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  /// Opens a bracket.
  mutating func open(_ byte: UInt8) {
    brackets.append(byte)
    last = byte
  }

  /// Closes a bracket, and with it those inside that were forgotten.
  mutating func close(_ byte: UInt8) {
    last = byte
    let opening = byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
    guard let match = brackets.lastIndex(of: opening) else { return }
    brackets.removeSubrange(match...)
  }

  /// Forgets the brackets inside the outer ones.
  mutating func cut(to depth: Int) {
    brackets.removeSubrange(min(depth, brackets.count)...)
  }

  /// True when an object begins where JSON allows only the name of a member.
  func isRunOver(by byte: UInt8, elementDepth: Int?) -> Bool {
    guard byte == UInt8(ascii: "{"), let elementDepth, depth > elementDepth else { return false }
    return last == UInt8(ascii: ",") && brackets.last == UInt8(ascii: "{")
  }
}

/// The name of the member that a value belongs to.
struct MemberName {
  private var bytes: [UInt8] = []
  private var isWanted = false
  private static let longest = 64

  /// Begins a string that may be a name.
  mutating func begin(isWanted: Bool) {
    self.isWanted = isWanted
    if isWanted { bytes = [] }
  }

  /// Takes a byte of the string; the last one is its quotation mark.
  mutating func add(_ byte: UInt8, isOver: Bool) {
    if isWanted, !isOver, bytes.count <= Self.longest { bytes.append(byte) }
  }

  /// True when the name is the one that is looked for.
  func matches(_ name: String) -> Bool {
    bytes.elementsEqual(name.utf8)
  }
}

extension UInt8 {
  /// True for what stands behind a number or a word of JSON.
  var endsBareWord: Bool {
    [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ";")].contains(self)
  }
}
