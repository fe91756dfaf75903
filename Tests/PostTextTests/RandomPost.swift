import TestSupport

/// Texts of every kind of Unicode, to hold the readings against their promises.
enum RandomPost {
  private static let scraps = [
    " ", " ", "\n", "\r\n", "\r", "\t", "\u{A0}", "\u{2028}", "\u{3000}", "\u{B}", "\u{1}",
    "\u{7F}",
    "police", "Officers", "WANTED", "f**k", "f##k", "sh!t", "b@stard", "a$$", "f--k", "f u c k",
    "s-h-i-t", "soooo", "P.C.", "10-12", "www…", "e-mail", "M5(J4)", "h3ll0", "a1b2", "x y z",
    "#RestDay", "#noconfidenceinthesystem", "#1732", "#Rest_Day_", "#a", "#ﬁre", "#Ünïted", "＃Tag",
    "@bob", "＠bob", "@a/b", "@", "#", "https://t.co/x", "police.uk", "a.uk@b.uk", "$TSLA",
    "&amp;", "&lt;", "&amp;lt;", "&#8217;", "&#x1F602;", "&eacute;", "&#0;", "&", "&;", "&nbsp",
    "\u{301}", "\u{308}", "\u{336}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{200B}", "\u{AD}",
    "\u{202E}", "\u{2066}", "\u{E0067}", "\u{34F}", "é", "e\u{301}", "ﬁ", "ﷺ", "½", "…", "™",
    "\u{212A}",
    "\u{17F}", "Å", "’", "“", "—", "´", "¨", "‼", "1️⃣", "#️⃣", "👮‍♀️", "👍🏽", "🇬🇧", "🇬", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "😂", "❤️", "❤",
    "𝓗𝓮𝓵𝓵𝓸", "🅷🅸", "ʜɪ", "ｆｕｌｌ", "Ⓐ", "ѕhіt", "привет", "שלום", "مرحبا", "한국",
    "\u{1100}\u{1161}\u{11A8}",
    "日本", "ก็", "\u{FDFA}", "\u{1D15E}", "\u{10FFFF}", "_", "*", "---", "...", "!!", "?", "-", "'",
    "\"", "(", ")",
  ]

  /// A text of a few scraps and scalars.
  static func text(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      if Int.random(in: 0..<5, using: &generator) == 0 {
        text.unicodeScalars.append(scalar(&generator))
      } else {
        text += scraps.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }

  /// A text of letters, digits and spaces, with punctuation that opens no entity.
  static func plain(_ generator: inout SeededGenerator) -> String {
    let signs = Array("abcdefghij KLMNOP 0123456789 ,;:'\"()/ -!?\n".unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: 0...200, using: &generator) {
      text.unicodeScalars.append(signs.randomElement(using: &generator) ?? " ")
    }
    return text
  }

  private static func scalar(_ generator: inout SeededGenerator) -> Unicode.Scalar {
    let limits: [UInt32] = [0x80, 0x250, 0x3000, 0x1_0000, 0x2_0000, 0x11_0000]
    let limit = limits.randomElement(using: &generator) ?? 0x80
    return Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) ?? "\u{301}"
  }
}
