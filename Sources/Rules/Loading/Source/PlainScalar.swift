/// What YAML 1.1 takes an unquoted scalar for.
///
/// The rules are those of the YAML 1.1 type repository (`tag:yaml.org,2002:int` and its siblings), which many
/// tools still follow; a term that any of them would change must be quoted.
package enum PlainScalar: Equatable {
  case text, integer, decimal, boolean, nothing, date

  /// Sorts an unquoted scalar.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    if let word = Self.words[text] {
      self = word
    } else if Self.isDate(bytes) {
      self = .date
    } else {
      self = Self.number(bytes) ?? .text
    }
  }

  /// The kind in words for a message.
  package var noun: String {
    switch self {
    case .text: "a text"
    case .integer, .decimal: "a number"
    case .boolean: "a truth value"
    case .nothing: "nothing"
    case .date: "a date"
    }
  }

  private static let words: [String: PlainScalar] = {
    var words: [String: PlainScalar] = ["": .nothing, "~": .nothing]
    for word in ["y", "n", "yes", "no", "true", "false", "on", "off"] { words[word] = .boolean }
    for word in ["Y", "N", "Yes", "No", "True", "False", "On", "Off"] { words[word] = .boolean }
    for word in ["YES", "NO", "TRUE", "FALSE", "ON", "OFF"] { words[word] = .boolean }
    for word in ["null", "Null", "NULL"] { words[word] = .nothing }
    for word in ["inf", "Inf", "INF"] {
      for sign in [".", "+.", "-."] { words[sign + word] = .decimal }
    }
    for word in [".nan", ".NaN", ".NAN"] { words[word] = .decimal }
    return words
  }()

  private static func number(_ bytes: [UInt8]) -> PlainScalar? {
    var digits = bytes[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    guard let first = digits.first, isDigit(first) || first == UInt8(ascii: ".") else { return nil }
    if first == UInt8(ascii: "0"), let letter = digits.dropFirst().first {
      if let based = based(digits.dropFirst(2), letter: letter) { return based }
    }
    return sexagesimal(digits) ?? decimal(digits)
  }

  // 0b101, 0x1F and the octal 0o17; a leading zero alone is left to the decimals.
  private static func based(_ digits: ArraySlice<UInt8>, letter: UInt8) -> PlainScalar? {
    guard !digits.isEmpty else { return nil }
    let isInteger =
      switch letter {
      case UInt8(ascii: "b"): digits.allSatisfy { [0x30, 0x31, 0x5F].contains($0) }
      case UInt8(ascii: "o"): digits.allSatisfy { (0x30...0x37).contains($0) || $0 == 0x5F }
      case UInt8(ascii: "x"): digits.allSatisfy { isHexDigit($0) || $0 == 0x5F }
      default: false
      }
    return isInteger ? .integer : nil
  }

  // 12:30 is 750 to YAML 1.1.
  private static func sexagesimal(_ bytes: ArraySlice<UInt8>) -> PlainScalar? {
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let start = first.first, isDigit(start),
      first.allSatisfy({ isDigit($0) || $0 == 0x5F }),
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(isDigit) }),
      parts.dropFirst().allSatisfy({ $0.count == 1 || $0.first.map { $0 <= 0x35 } == true }),
      bytes.dropFirst(whole.count).dropFirst().allSatisfy({ isDigit($0) || $0 == 0x5F })
    else { return nil }
    return whole.count == bytes.count ? .integer : .decimal
  }

  private static func decimal(_ bytes: ArraySlice<UInt8>) -> PlainScalar? {
    var rest = bytes.drop { isDigit($0) || $0 == 0x5F }
    let hasWhole = rest.count < bytes.count
    if rest.isEmpty { return .integer }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == 0x5F }
      if !hasWhole && fraction.isEmpty { return nil }
      rest = rest.dropFirst(1 + fraction.count)
    }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      var exponent = rest.dropFirst()
      if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        exponent = exponent.dropFirst()
      }
      rest = exponent.isEmpty ? rest : exponent.drop(while: isDigit)
    }
    return rest.isEmpty ? .decimal : nil
  }

  // 2026-05-07, alone or with a time after it.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].count == 4, parts[0].allSatisfy(isDigit),
      (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit)
    else { return false }
    let day = parts[2].prefix(while: isDigit)
    guard (1...2).contains(day.count) else { return false }
    if day.count == parts[2].count { return parts.count == 3 }
    let time = parts[2].dropFirst(day.count)
    return [0x54, 0x74, 0x20, 0x09].contains(time.first ?? 0)
      && time.dropFirst().allSatisfy { isDigit($0) || [0x3A, 0x2E, 0x2B, 0x5A, 0x20].contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
