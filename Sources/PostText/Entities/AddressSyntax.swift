/// Tells whether a text is a well-formed web address (RFC 3986, other scripts allowed).
///
/// This is a check of form for an address that stands alone. What a network makes a link of in running
/// text is another matter: see ``EntityScanner``.
package struct AddressSyntax {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// True when the whole text is a web address.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - requiresScheme: Whether the address must begin with `http://` or `https://`.
  /// - Returns: Whether it is one.
  package static func isValid(
    _ bytes: UnsafeBufferPointer<UInt8>, requiresScheme: Bool = true
  ) -> Bool {
    AddressSyntax(bytes: bytes).isValid(requiresScheme)
  }

  private func isValid(_ requiresScheme: Bool) -> Bool {
    var place = 0
    if let colon = first(of: ":", in: bytes.indices), EntityPass.isScheme(bytes, at: colon) {
      guard isWebScheme(0..<colon) else { return false }
      place = colon + 3
    } else if requiresScheme {
      return false
    }
    let path = (place..<bytes.count).first { "/?#".utf8.contains(bytes[$0]) } ?? bytes.count
    let fragment = first(of: "#", in: path..<bytes.count) ?? bytes.count
    let query = first(of: "?", in: path..<fragment) ?? fragment
    return isAuthority(place..<path) && isText(path..<query, besides: "/:@|")
      && isText(query..<fragment, besides: "/?:@|")
      && isText(min(fragment + 1, bytes.count)..<bytes.count, besides: "/?:@|")
  }

  private func first(of sign: Unicode.Scalar, in range: Range<Int>) -> Int? {
    range.first { bytes[$0] == UInt8(ascii: sign) }
  }

  private func isWebScheme(_ range: Range<Int>) -> Bool {
    let scheme: StaticString = "https"
    return (range.count == 4 || range.count == 5)
      && range.allSatisfy { bytes[$0] | 0x20 == scheme.utf8Start[$0] }
  }

  // Characters that need no encoding, encoded ones, and the further ones given.
  private func isText(_ range: Range<Int>, besides further: String) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      if scalar == UInt32(UInt8(ascii: "%")) {
        guard place + 2 < range.upperBound, isHexadecimal(bytes[place + 1]),
          isHexadecimal(bytes[place + 2])
        else { return false }
      } else if scalar < 0x80 {
        let byte = bytes[place]
        guard
          TextClasses.isAlphanumeric(byte) || "-._~!$&'()*+,;=".utf8.contains(byte)
            || further.utf8.contains(byte)
        else { return false }
      } else if !(0x400...0x4FF).contains(scalar) {
        return false
      }
      place += length
    }
    return true
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    TextClasses.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  private func isAuthority(_ range: Range<Int>) -> Bool {
    var host = range
    if let at = first(of: "@", in: range) {
      guard isText(range.lowerBound..<at, besides: ":") else { return false }
      host = at + 1..<range.upperBound
    }
    let digits = host.reversed().prefix { TextClasses.isDigit(bytes[$0]) }.count
    let colon = host.upperBound - digits - 1
    if digits > 0, host.contains(colon), bytes[colon] == UInt8(ascii: ":") {
      host = host.lowerBound..<colon
    }
    return isBracketed(host) || isNumeric(host) || isDomain(host)
  }

  private func isBracketed(_ host: Range<Int>) -> Bool {
    guard host.count > 2, bytes[host.lowerBound] == UInt8(ascii: "["),
      bytes[host.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    return host.dropFirst().dropLast().allSatisfy {
      isHexadecimal(bytes[$0]) || bytes[$0] == UInt8(ascii: ":") || bytes[$0] == UInt8(ascii: ".")
    }
  }

  private func labels(of host: Range<Int>) -> [Range<Int>] {
    var labels: [Range<Int>] = []
    var start = host.lowerBound
    for place in host where bytes[place] == UInt8(ascii: ".") {
      labels.append(start..<place)
      start = place + 1
    }
    return labels + [start..<host.upperBound]
  }

  private func isNumeric(_ host: Range<Int>) -> Bool {
    let labels = labels(of: host)
    return labels.count == 4
      && labels.allSatisfy { label in
        guard (1...3).contains(label.count), label.allSatisfy({ TextClasses.isDigit(bytes[$0]) })
        else { return false }
        return label.reduce(0) { $0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")) } < 256
      }
  }

  private func isDomain(_ host: Range<Int>) -> Bool {
    let labels = labels(of: host)
    guard labels.count > 1, let last = labels.last,
      labels.allSatisfy(isLabel), !TextClasses.isDigit(bytes[last.lowerBound])
    else { return false }
    // Only subdomains may have underscores.
    return labels.suffix(2).allSatisfy { first(of: "_", in: $0) == nil }
  }

  private func isLabel(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    return [first, last].allSatisfy { isLetter(bytes[$0]) }
      && range.allSatisfy { isLetter(bytes[$0]) || "-_".utf8.contains(bytes[$0]) }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || TextClasses.isAlphanumeric(byte)
  }
}
