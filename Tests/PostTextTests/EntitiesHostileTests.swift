import TestSupport
import Testing

@testable import PostText

struct EntitiesHostileTests {
  static let pieces: [String] = [
    "@", "#a", "a.", "http://", "a.b.", ".", "$A", "＠a", "＃", "a.com", "x.com/(", "xn--a.", "-",
    "_a.",
    "a_b.com", "http://a.com/(a(", "?!", "www.a.co.uk ", "中.", "é.みんな", "//", "a@b.com", "rt@",
    "#１", "a-.com", "_", "@a/b", "t.co/a?", "https://t.co/", "\u{301}", "👨‍👩‍👧", "1\u{20E3}", "🇬", "a",
  ]

  @Test(arguments: ["@", "#a", "a.", "http://", "a.b.", "a.com", "x.com/("])
  func `a megabyte of one piece is as much work for its size as a little of it`(piece: String) {
    let copies = 62_500 / piece.utf8.count
    let (small, large) = (effort(piece, copies), effort(piece, 16 * copies))
    #expect(large <= 16 * small + 1_000, "\(small) for the small text, \(large) for the large")
    #expect(large <= 8_000_000)
  }

  @Test func `the work stays linear for any pair of hostile pieces`() {
    for first in Self.pieces {
      for second in Self.pieces {
        let text = first + second
        let (small, large) = (effort(text, 20), effort(text, 320))
        #expect(large <= 18 * small + 1_000, "\(text): \(small), \(large)")
      }
    }
  }

  @Test func `no text makes a range that splits a scalar or overlaps another`() {
    var generator = SeededGenerator(seed: 11)
    var scanner = EntityScanner()
    var entities: [Entity] = []
    var meter = LengthMeter()
    for _ in 0..<10_000 {
      var text = Self.text(using: &generator)
      text.withUTF8 { bytes in
        scanner.scan(bytes, into: &entities)
        #expect(isSound(entities, in: bytes))
        scanner.scanLinks(bytes, into: &entities)
        #expect(isSound(entities, in: bytes))
        let length = meter.measure(bytes)
        #expect(length.displayRange.upperBound >= 0 && length.length >= 0)
        for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
          guard let end = EmojiScanner.end(bytes, at: place) else { continue }
          #expect(end > place && isBoundary(end, in: bytes))
        }
      }
    }
  }

  // Pieces of attack, and scalars from all over.
  static func text(using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      if Bool.random(using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      } else {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x2_0000
        let value = UInt32.random(in: 0..<limit, using: &generator)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFE}")
      }
    }
    return text
  }

  private func effort(_ piece: String, _ copies: Int) -> Int {
    var text = String(repeating: piece, count: copies)
    var scanner = EntityScanner()
    var entities: [Entity] = []
    return text.withUTF8 { bytes in
      scanner.scan(bytes, into: &entities)
      let effort = scanner.effort
      scanner.scanLinks(bytes, into: &entities)
      return effort + scanner.effort
    }
  }

  private func isSound(_ entities: [Entity], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = 0
    for entity in entities {
      guard entity.range.lowerBound >= end, !entity.range.isEmpty, !entity.name.isEmpty,
        entity.range.lowerBound <= entity.name.lowerBound,
        entity.range.upperBound >= entity.name.upperBound
      else { return false }
      for place in [entity.range, entity.name].flatMap({ [$0.lowerBound, $0.upperBound] })
      where !isBoundary(place, in: bytes) { return false }
      end = entity.range.upperBound
    }
    return true
  }

  private func isBoundary(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    place == bytes.count || place < bytes.count && bytes[place] & 0xC0 != 0x80
  }
}
