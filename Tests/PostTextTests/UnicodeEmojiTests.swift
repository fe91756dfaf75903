import Foundation
import Testing

@testable import PostText

struct UnicodeEmojiTests {
  static let source = "/usr/share/unicode/emoji/emoji-test.txt"
  static let isInstalled = FileManager.default.fileExists(atPath: source)

  @Test(.enabled(if: isInstalled, "unicode-data is not installed"))
  func `every listed emoji is found whole and has its name`() throws {
    var count = 0
    for line in try String(contentsOfFile: Self.source, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: ";", maxSplits: 1)
      let scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
        .compactMap(Unicode.Scalar.init)
      let emoji = String(String.UnicodeScalarView(scalars))
      // After the hash sign: the emoji, its version, its name.
      let name = try #require(line.split(separator: "#", maxSplits: 1).last)
        .split(separator: " ", maxSplits: 2)
      // Signs of trade and of chess are text until a selector asks for a picture.
      if ["©", "®", "™", "♟"].contains(emoji) { continue }
      #expect(found(in: emoji + "x") == [emoji])
      #expect(Self.name(emoji) == name.last.map(String.init), "\(emoji)")
      count += 1
    }
    #expect(count > 4_000)
  }

  @Test(arguments: [
    ("1 # * © ™ ♟", []), ("1\u{20E3}#\u{FE0F}\u{20E3}", ["1\u{20E3}", "#\u{FE0F}\u{20E3}"]),
    ("☺ ☺\u{FE0E} ☺\u{FE0F}", ["☺", "☺\u{FE0F}"]), ("🇬🇧🇫🇷🇬", ["🇬🇧", "🇫🇷"]),
    ("👍🏿👍", ["👍🏿", "👍"]), ("🏴\u{E0061}x", ["🏴"]),
  ])
  func `text is told from pictures, and one picture from the next`(text: String, emoji: [String]) {
    #expect(found(in: text).map { Array($0.utf8) } == emoji.map { Array($0.utf8) })
  }

  @Test func `a pistol cannot hide behind a joiner that makes no picture`() {
    #expect(found(in: "👮\u{200D}🔫").compactMap(Self.name) == ["police officer", "water pistol"])
  }

  @Test(arguments: [
    ("👨🏽", "man: medium skin tone"), ("❤", "red heart"), ("👩‍🦰", "woman: red hair"),
    ("👨🏽‍👩🏽‍👧🏽", "family: man, woman, girl"), ("🔫🏽", "water pistol"), ("x", nil), ("", nil),
  ])
  func `a sequence without a name goes by its plain form`(emoji: String, name: String?) {
    #expect(Self.name(emoji) == name)
  }

  private static func name(_ emoji: String) -> String? {
    var emoji = emoji
    return emoji.withUTF8 { EmojiName.of($0).map { String(decoding: $0, as: UTF8.self) } }
  }

  private func found(in text: String) -> [String] {
    var text = text
    var found: [String] = []
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        if let end = EmojiScanner.end(bytes, at: place) {
          found.append(String(decoding: bytes[place..<end], as: UTF8.self))
          place = end
        } else {
          place += UTF8Scalars.decode(bytes, at: place).length
        }
      }
    }
    return found
  }
}
