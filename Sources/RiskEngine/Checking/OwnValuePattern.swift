/// Writes patterns that find the values of settings however a post spells them.
enum OwnValuePattern {
  private static let start = #"(?<![\p{L}\p{N}])"#
  private static let end = #"(?![\p{L}\p{N}])"#
  /// Between the words of a name or a postcode.
  private static let gap = #"[^\p{L}\p{N}]{1,4}"#
  /// Between the digits of a telephone number.
  private static let digitGap = #"[\s().-]{0,3}"#

  /// The patterns of a building: by its name, its street and its postcode.
  static func station(_ station: OwnValues.Station) -> [String] {
    var patterns = station.name.map { [start + words(of: $0) + end] } ?? []
    if let address = station.address {
      // Another house of the same street is no police station.
      patterns.append(
        #"(?<!\d )(?<!\d, )(?<!\d\p{L} )(?<!\d\p{L}, )"# + start + words(of: address) + end)
    }
    if let postcode = station.postcode {
      let letters = Array(postcode.unicodeScalars.filter { !$0.properties.isWhitespace })
      let inward = max(0, letters.count - 3)
      patterns.append(
        start + escaped(letters[..<inward]) + #"\s{0,2}"# + escaped(letters[inward...]) + end)
    }
    return patterns
  }

  /// The pattern of a telephone number, at home and from abroad.
  static func hotline(_ number: String) -> String {
    var digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }[...]
    let isInternational =
      number.unicodeScalars.first == "+" || digits.starts(with: "00".unicodeScalars)
    if isInternational, digits.starts(with: "00".unicodeScalars) { digits = digits.dropFirst(2) }
    if isInternational, digits.starts(with: "44".unicodeScalars) { digits = digits.dropFirst(2) }
    let isDialledWithZero = isInternational || digits.first == "0"
    if digits.first == "0" { digits = digits.dropFirst() }
    let prefix =
      isDialledWithZero
      ? #"(?:\(?0|\(?(?:\+|00)44\)?"# + digitGap + #"(?:\(?0\)?)?)"# + digitGap : ""
    return #"(?<![\d+])"# + prefix + digits.map { String($0) }.joined(separator: digitGap)
      + #"(?!"# + digitGap + #"\d)"#
  }

  /// The pattern of an account, which may also stand after the words that lead to it.
  static func handle(_ handle: String) -> String {
    let name =
      handle.unicodeScalars.first == "@"
      ? handle.unicodeScalars.dropFirst() : handle.unicodeScalars[...]
    let lead =
      #"(?:[^\p{L}\p{N}@_]{1,4}(?:is|at|on|page|account|name|handle)){0,2}[^\p{L}\p{N}@_]{0,4}"#
    return lead + #"(?<![\p{L}\p{N}_.])@?"# + escaped(name) + #"(?![\p{L}\p{N}_]|\.[\p{L}\p{N}])"#
  }

  /// The pattern of an address, or of all addresses of a domain.
  static func email(_ email: String) -> String {
    let local = #"[\p{L}\p{N}._%+'-]"#
    let isDomain = !email.unicodeScalars.contains("@")
    let front = isDomain ? "\(local){1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){0,4}" : ""
    return "(?<!\(local))" + front + escaped(email.unicodeScalars)
      + #"(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])"#
  }

  /// The words of a name, with anything short between them.
  private static func words(of text: String) -> String {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      .map(escaped).joined(separator: gap)
  }

  private static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var pattern = String.UnicodeScalarView()
    for scalar in scalars {
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if !isPlain { pattern.append("\\") }
      pattern.append(scalar)
    }
    return String(pattern)
  }
}
