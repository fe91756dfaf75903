/// A character reference such as `&amp;` or `&#8217;`, as archives and web forms write them.
///
/// Known are the XML five, the Latin-1 set, the punctuation that occurs in posts, and all numbers.
package struct HTMLEntity {
  /// The scalar it stands for.
  package let scalar: UInt32
  /// How many bytes it takes, from the ampersand to the semicolon.
  package let length: Int

  /// Reads the reference that starts with the ampersand at a place.
  ///
  /// - Returns: `nil` when there is none; then the ampersand stands for itself.
  package init?(in source: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) {
    guard start + 2 < end else { return nil }
    let limit = min(end, start + Self.longest)
    var place = start + 1
    while place < limit, source[place] != UInt8(ascii: ";") { place += 1 }
    guard place < limit, place > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: source[start + 1..<place])
    let isNumber = name[0] == UInt8(ascii: "#")
    guard let scalar = isNumber ? Self.number(name) : Self.named(name) else { return nil }
    self.scalar = scalar
    self.length = place + 1 - start
  }

  /// The bytes of the longest reference that is read.
  private static var longest: Int { 12 }

  private static func number(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard name.count > 1 else { return nil }
    let isHexadecimal = name[1] | 0x20 == UInt8(ascii: "x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = digit(byte, isHexadecimal: isHexadecimal), value <= 0x11_0000 else {
        return nil
      }
      value = value * (isHexadecimal ? 16 : 10) + digit
    }
    // Browsers read these numbers by Windows-1252, and so did many who wrote them.
    if (0x80...0x9F).contains(value) { return Windows1252.high[Int(value) - 0x80] }
    return value > 0 ? Unicode.Scalar(value)?.value : nil
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard name.count <= 8 else { return nil }
    let key = name.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return key == ampersand ? UInt32(UInt8(ascii: "&")) : names[key]
  }

  private static let ampersand: UInt64 = 0x61_6D70

  private static let names: [UInt64: UInt32] = {
    var names: [UInt64: UInt32] = [:]
    var scalar: UInt32 = 0xA0
    var key: UInt64 = 0
    for byte in latin1.utf8 {
      if byte == UInt8(ascii: " ") {
        names[key] = scalar
        scalar += 1
        key = 0
      } else {
        key = key << 8 | UInt64(byte)
      }
    }
    for (name, scalar) in others {
      names[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = scalar
    }
    return names
  }()

  // U+00A0 to U+00FF in order, each name closed by a space.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml\u{20}
    """

  private static let others: [(String, UInt32)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("ndash", 0x2013),
    ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A), ("ldquo", 0x201C),
    ("rdquo", 0x201D), ("bdquo", 0x201E), ("bull", 0x2022), ("hellip", 0x2026), ("prime", 0x2032),
    ("euro", 0x20AC), ("trade", 0x2122), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009),
    ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F),
  ]
}
