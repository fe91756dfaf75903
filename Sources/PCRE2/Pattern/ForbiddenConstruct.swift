/// A part of PCRE2 that a pattern may not use, found before PCRE2 sees the pattern.
///
/// Verbs could raise the limits, callouts and `\C` are unsafe or useless here, and recursion and
/// extended mode would make a pattern's cost and meaning hard to see.
struct ForbiddenConstruct: Equatable {
  /// What it is and that it is not allowed.
  let message: String
  /// The place in the pattern's UTF-8 bytes where it begins.
  let offset: Int

  /// Finds the first such part of a pattern; `nil` when there is none.
  static func first(in pattern: [UInt8]) -> ForbiddenConstruct? {
    var scanner = Scanner(bytes: pattern)
    while scanner.offset < pattern.count {
      let offset = scanner.offset
      if let message = scanner.step() { return Self(message: message, offset: offset) }
    }
    return nil
  }

  /// Walks a pattern construct by construct, no deeper than it must to tell text from syntax.
  private struct Scanner {
    let bytes: [UInt8]
    var offset = 0

    mutating func step() -> String? {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): return escape()
      case UInt8(ascii: "["): return characterClass()
      case UInt8(ascii: "("): return group()
      default:
        offset += 1
        return nil
      }
    }

    private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func escape() -> String? {
      let letter = at(offset + 1)
      let next = at(offset + 2)
      if letter == UInt8(ascii: "Q") {
        skipQuoted()
        return nil
      }
      offset += 2
      if letter == UInt8(ascii: "C") { return "\\C is not allowed: it would split a character" }
      if letter == UInt8(ascii: "g"), next == UInt8(ascii: "<") || next == UInt8(ascii: "'") {
        return "a pattern may not call itself or a part of itself"
      }
      return nil
    }

    /// Moves past `\Q…\E`, or to the end when `\E` is missing, as PCRE2 does.
    private mutating func skipQuoted() {
      offset += 2
      while offset < bytes.count {
        if at(offset) == UInt8(ascii: "\\"), at(offset + 1) == UInt8(ascii: "E") {
          offset += 2
          return
        }
        offset += 1
      }
    }

    private mutating func characterClass() -> String? {
      offset += 1
      if at(offset) == UInt8(ascii: "^") { offset += 1 }
      if at(offset) == UInt8(ascii: "]") { offset += 1 }
      while offset < bytes.count, at(offset) != UInt8(ascii: "]") {
        if at(offset) == UInt8(ascii: "\\") {
          if let message = escape() { return message }
        } else if let end = endOfPOSIXName() {
          offset = end
        } else {
          offset += 1
        }
      }
      offset += 1
      return nil
    }

    /// Answers the offset after `[:name:]`, `[.x.]` or `[=x=]` at the current place.
    private func endOfPOSIXName() -> Int? {
      let mark = at(offset + 1)
      guard at(offset) == UInt8(ascii: "["), [0x3A, 0x2E, 0x3D].contains(mark) else { return nil }
      var index = offset + 2
      while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "]") {
        if bytes[index] == mark, bytes[index + 1] == UInt8(ascii: "]") { return index + 2 }
        index += 1
      }
      return nil
    }

    private mutating func group() -> String? {
      let (second, third, fourth) = (at(offset + 1), at(offset + 2), at(offset + 3))
      offset += 1
      if second == UInt8(ascii: "*") { return "verbs such as (*…) are not allowed" }
      guard second == UInt8(ascii: "?") else { return nil }
      offset += 1
      switch third {
      case UInt8(ascii: "#"):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ")") { offset += 1 }
        return nil
      case UInt8(ascii: "C"): return "callouts are not allowed"
      case UInt8(ascii: "R"), UInt8(ascii: "&"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return "a pattern may not call itself or a part of itself"
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(fourth)
          ? "a pattern may not call itself or a part of itself" : optionLetters()
      case UInt8(ascii: "P") where fourth == UInt8(ascii: ">"):
        return "a pattern may not call itself or a part of itself"
      default: return optionLetters()
      }
    }

    /// Refuses `(?x)`, whose comments would hide a part of the pattern from every reader of it.
    private func optionLetters() -> String? {
      var index = offset
      while at(index) == UInt8(ascii: "^") || isLetter(at(index)) {
        if at(index) == UInt8(ascii: "x") { return "extended mode (?x) is not allowed" }
        if at(index) == UInt8(ascii: "P") { return nil }
        index += 1
      }
      return nil
    }

    private func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
