extension PatternParser {
  /// Reads an escape outside a character class, from its backslash on.
  mutating func escape() throws(NotUnderstood) -> PatternSyntax.Node {
    let offset = offsets[index]
    index += 1
    guard index < scalars.count else { throw NotUnderstood() }
    let letter = scalars[index]
    if let set = setEscape() { return .set(set) }
    switch letter {
    case UInt32(ascii: "b"):
      index += 1
      return .place(.wordBoundary)
    case UInt32(ascii: "A"):
      index += 1
      return .place(.lineStart)
    case UInt32(ascii: "B"), UInt32(ascii: "Z"), UInt32(ascii: "z"), UInt32(ascii: "G"):
      index += 1
      return .place(.other)
    case UInt32(ascii: "K"), UInt32(ascii: "R"), UInt32(ascii: "X"):
      index += 1
      return .opaque
    case UInt32(ascii: "g"), UInt32(ascii: "k"):
      index += 1
      try reference()
      return .backreference(offset: offset)
    case UInt32(ascii: "1")...UInt32(ascii: "9"):
      // Perhaps a character in octal, which `anything of any length` covers as well.
      while digit(peek()) != nil { index += 1 }
      return .backreference(offset: offset)
    default:
      guard let value = try scalarEscape() else { return .set(.all) }
      return .scalar(value, caseless: caseless)
    }
  }

  /// Reads the rest of `\g1`, `\g{-1}`, `\k<name>`, `\k'name'` or `\k{name}`.
  private mutating func reference() throws(NotUnderstood) {
    if take("{") { return try skip(to: "}") }
    if take("<") { return try skip(to: ">") }
    if take("'") { return try skip(to: "'") }
    _ = take("-") || take("+")
    guard digit(peek()) != nil else { throw NotUnderstood() }
    while digit(peek()) != nil { index += 1 }
  }

  /// Reads `\d`, `\W`, `\p{…}` and the like, without the backslash; `nil` for other escapes.
  mutating func setEscape() -> ScalarSet? {
    let start = index
    index += 1
    switch scalars[start] {
    case UInt32(ascii: "d"): return .digits
    case UInt32(ascii: "D"): return ScalarSet.digits.complement
    case UInt32(ascii: "w"): return .word
    case UInt32(ascii: "W"): return ScalarSet.word.complement
    case UInt32(ascii: "s"): return .space
    case UInt32(ascii: "S"): return ScalarSet.space.complement
    case UInt32(ascii: "h"): return ScalarSet(ASCIISet("\t "), beyond: .any)
    case UInt32(ascii: "H"): return ScalarSet(ASCIISet("\t ").complement, beyond: .any)
    case UInt32(ascii: "v"): return ScalarSet(ASCIISet(0x0A...0x0D), beyond: .any)
    case UInt32(ascii: "V"): return ScalarSet(ASCIISet(0x0A...0x0D).complement, beyond: .any)
    case UInt32(ascii: "N") where !isAt("{"): return ScalarSet.all
    case UInt32(ascii: "p"), UInt32(ascii: "P"):
      if take("{") {
        while index < scalars.count, !take("}") { index += 1 }
      } else {
        index += 1
      }
      return .all
    default:
      index = start
      return nil
    }
  }

  /// Reads an escape that stands for one scalar, without the backslash.
  ///
  /// - Returns: `nil` when it is one scalar, but which is not worked out.
  mutating func scalarEscape() throws(NotUnderstood) -> UInt32? {
    let letter = peek()
    index += 1
    switch letter {
    case UInt32(ascii: "n"): return 0x0A
    case UInt32(ascii: "t"): return 0x09
    case UInt32(ascii: "r"): return 0x0D
    case UInt32(ascii: "f"): return 0x0C
    case UInt32(ascii: "a"): return 0x07
    case UInt32(ascii: "e"): return 0x1B
    case UInt32(ascii: "x"): return try hexadecimal()
    case UInt32(ascii: "c"):
      index += 1
      return nil
    case UInt32(ascii: "o"), UInt32(ascii: "N"):
      guard take("{") else { throw NotUnderstood() }
      try skip(to: "}")
      return nil
    case UInt32(ascii: "0"):
      for _ in 0..<2 where (0x30...0x37).contains(peek()) { index += 1 }
      return nil
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: throw NotUnderstood()
    default: return letter
    }
  }

  private mutating func hexadecimal() throws(NotUnderstood) -> UInt32? {
    let hasBraces = take("{")
    let limit = hasBraces ? 8 : 2
    var value: UInt32 = 0
    var count = 0
    while count < limit, let digit = hexadecimalDigit(peek()) {
      value = value << 4 | digit
      count += 1
      index += 1
    }
    guard !hasBraces || count > 0 && take("}") else { throw NotUnderstood() }
    return value
  }

  private func hexadecimalDigit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46, 0x61...0x66: (scalar | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
