/// The brackets that are open at a place of a JSON stream.
struct JSONNesting {
  private var brackets: [UInt8] = []
  /// Brackets opened beyond those that are kept one by one; they are only counted.
  private var uncounted = 0
  /// No export nests so deep; input made to fill memory does.
  private static let deepest = 4_096

  /// The number of open brackets.
  var depth: Int { brackets.count + uncounted }

  /// The innermost open bracket that is kept.
  var innermost: UInt8? { uncounted > 0 ? nil : brackets.last }

  /// Opens a bracket.
  mutating func open(_ byte: UInt8) {
    if brackets.count < Self.deepest, uncounted == 0 {
      brackets.append(byte)
    } else {
      uncounted += 1
    }
  }

  /// Closes a bracket above a depth, and with it those inside that were forgotten; tells whether there was one.
  mutating func close(_ byte: UInt8, above depth: Int) -> Bool {
    if uncounted > 0 {
      uncounted -= 1
      return true
    }
    let opening = byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
    guard let match = brackets.lastIndex(of: opening), match >= depth else { return false }
    brackets.removeSubrange(match...)
    return true
  }

  /// Forgets the brackets above a depth.
  mutating func cut(to depth: Int) {
    uncounted = 0
    brackets.removeSubrange(min(depth, brackets.count)...)
  }
}

/// The name of the member that a value belongs to.
struct MemberName {
  private var bytes: [UInt8] = []
  private static let longest = 64

  /// Begins a name.
  mutating func begin() {
    bytes = []
  }

  /// Takes bytes of the name.
  mutating func add(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes += part.prefix(Self.longest + 1 - min(bytes.count, Self.longest + 1))
  }

  /// True when the name is the one that is looked for.
  func matches(_ name: String) -> Bool {
    bytes.elementsEqual(name.utf8)
  }
}
