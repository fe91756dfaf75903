/// An address at a provider of private mailboxes, written with `@` and `.` or with `at` and `dot`.
///
/// Addresses of forces, partners, schools and firms are none of these, whoever sits behind them.
enum PersonalEmail {
  /// Providers that people in Britain have their own mail with.
  private static let providers: StaticString = """
    aol.co.uk aol.com blueyonder.co.uk btinternet.com btopenworld.com duck.com fastmail.com \
    gmail.com gmx.co.uk gmx.com gmx.net googlemail.com hotmail.co.uk hotmail.com hotmail.fr \
    hushmail.com icloud.com live.co.uk live.com live.ie mac.com mail.com mail.ru me.com msn.com \
    ntlworld.com o2.co.uk orange.net outlook.co.uk outlook.com pm.me proton.me protonmail.com \
    qq.com rediffmail.com rocketmail.com sky.com talk21.com talktalk.net tiscali.co.uk \
    tuta.com tutanota.com virgin.net virginmedia.com wanadoo.fr web.de wp.pl yahoo.co.uk \
    yahoo.com yahoo.fr yahoo.ie yandex.com yandex.ru ymail.com
    """

  /// Whether the candidate is such an address.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    return dropLocalPart(from: &rest) && dropAt(from: &rest) && isProvider(rest)
  }

  /// Up to 64 characters, no dot at an end or beside another.
  private static func dropLocalPart(
    from rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let dot = UInt8(ascii: ".")
    var last = dot
    var count = 0
    while let byte = rest.first, isLocal(byte) {
      guard byte != dot || last != dot else { return false }
      last = byte
      count += 1
      rest = rest.dropFirst()
    }
    return last != dot && count <= 64
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "'"):
      true
    default: ASCIIByte.isDigit(byte) || ASCIIByte.isCapital(ASCIIByte.capital(byte))
    }
  }

  private static func dropAt(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if rest.drop(" at ") { return true }
    _ = rest.drop(" ")
    guard rest.drop("@") || rest.drop("(at)") || rest.drop("[at]") else { return false }
    _ = rest.drop(" ")
    return true
  }

  private static func dropDot(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    rest.drop(".") || rest.drop(" dot ") || rest.drop("(dot)") || rest.drop("[dot]")
  }

  /// Whether all that is left names a provider.
  private static func isProvider(_ domain: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = domain
    var name = InlineArray<20, UInt8>(repeating: 0)
    var count = 0
    while let byte = rest.first {
      guard count < name.count else { return false }
      if dropDot(from: &rest) {
        name[count] = UInt8(ascii: ".")
      } else if isLocal(byte) {
        name[count] = ASCIIByte.isDigit(byte) ? byte : ASCIIByte.capital(byte)
        rest = rest.dropFirst()
      } else {
        return false
      }
      count += 1
    }
    return isListed(name, count: count)
  }

  private static func isListed(_ name: InlineArray<20, UInt8>, count: Int) -> Bool {
    providers.withUTF8Buffer { list in
      var rest = list[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: ASCIIByte.space) ?? rest.endIndex
        let entry = rest[..<end]
        if entry.count == count,
          entry.indices.allSatisfy({ ASCIIByte.capital(entry[$0]) == name[$0 - entry.startIndex] })
        {
          return true
        }
        rest = rest[end...].dropFirst()
      }
      return false
    }
  }
}
