import TestSupport
import Testing

@testable import PostText

/// What holds for every reading of every text.
struct ViewPropertyTests {
  private static let rounds = 1500

  private func forEachPost(_ seed: UInt64, _ check: (ReadPost, String) throws -> Void) rethrows {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let text = RandomPost.text(&generator)
      try check(ReadPost(text), text)
    }
  }

  private static func isBoundary(_ place: Int, in bytes: [UInt8]) -> Bool {
    place == bytes.count || place < bytes.count && bytes[place] & 0xC0 != 0x80
  }

  @Test func `every stretch of every reading maps to scalars of the part, in order`() {
    forEachPost(1) { post, text in
      let source = post.sources[0]
      for reading in post.readings {
        let places = (0...reading.bytes.count).filter { Self.isBoundary($0, in: reading.bytes) }
        var last = 0
        for (low, high) in zip(places, places.dropFirst()) {
          let range = reading.source(low..<high)
          #expect(
            range.lowerBound >= last && range.upperBound <= source.count, "\(text.debugDescription)"
          )
          #expect(Self.isBoundary(range.lowerBound, in: source), "\(text.debugDescription)")
          #expect(Self.isBoundary(range.upperBound, in: source), "\(text.debugDescription)")
          let longer = reading.source(places[0]..<high)
          #expect(longer.upperBound == range.upperBound, "\(text.debugDescription)")
          last = range.lowerBound
        }
      }
    }
  }

  @Test func `no reading of the words loses what the author wrote`() {
    forEachPost(2) { post, text in
      let source = post.sources[0]
      for reading in post.readings where reading.view == .text {
        var covered = [Bool](repeating: false, count: source.count)
        for piece in reading.pieces where !piece.view.isEmpty {
          for place in piece.source { covered[place] = true }
        }
        var place = 0
        for scalar in text.unicodeScalars {
          let isDropped =
            Typography.fold(scalar.value) == .nothing
            || ScalarProperties(of: scalar.value).contains(.ignorable)
          #expect(
            covered[place] || isDropped, "\(scalar.debugDescription) of \(text.debugDescription)")
          place += UTF8.width(scalar)
        }
      }
    }
  }

  @Test func `no reading invents text but spaces between words and ends of lines`() {
    forEachPost(3) { post, text in
      let source = post.sources[0]
      for reading in post.readings {
        for piece in reading.pieces {
          let bytes = Array(reading.bytes[piece.view])
          if piece.source.isEmpty {
            #expect(
              bytes == [UInt8(ascii: " ")] || bytes == [UInt8(ascii: "\n")],
              "\(text.debugDescription)")
          } else if piece.isIdentity {
            let isSame = zip(bytes, source[piece.source]).allSatisfy { read, written in
              read == written || read == UInt8(ascii: " ") && (9...12).contains(written)
                || read == UInt8(ascii: "\n") && written == UInt8(ascii: "\r")
            }
            #expect(isSame && bytes.count == piece.source.count, "\(text.debugDescription)")
          }
        }
      }
    }
  }

  @Test func `pieces follow one another without gaps and their sources never go back`() {
    forEachPost(4) { post, text in
      for reading in post.readings {
        var view = 0
        var source = 0..<0
        for piece in reading.pieces {
          #expect(piece.view.lowerBound == view, "\(text.debugDescription)")
          // One thing that reads as several words stands behind each of them.
          let isNext =
            piece.source.lowerBound >= source.lowerBound
            && piece.source.upperBound >= source.upperBound
          #expect(isNext, "\(text.debugDescription)")
          view = piece.view.upperBound
          source = piece.source
        }
        #expect(view == reading.bytes.count, "\(text.debugDescription)")
      }
    }
  }

  @Test func `every reading is valid UTF-8 in NFKC without the two letters that fold to k and s`() {
    forEachPost(5) { post, text in
      var normaliser = Normaliser(.compatibility)
      for reading in post.readings {
        #expect(String(validating: reading.bytes, as: UTF8.self) != nil, "\(text.debugDescription)")
        let scalars = reading.text.unicodeScalars.map(\.value)
        #expect(!scalars.contains(0x212A) && !scalars.contains(0x17F), "\(text.debugDescription)")
        normaliser.normalise(scalars)
        #expect(normaliser.scalars == scalars, "\(reading.view) of \(text.debugDescription)")
      }
    }
  }

  @Test func `ordinary text reads as it is written, byte by byte`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<Self.rounds {
      let text = RandomPost.plain(&generator)
      let post = ReadPost(text)
      #expect(post.text() == text)
      #expect(
        post.readings[0].pieces.count <= 1 && post.readings[0].pieces.allSatisfy(\.isIdentity))
    }
  }

  @Test func `what was read before leaves no trace`() {
    var generator = SeededGenerator(seed: 7)
    var view = PostView()
    for _ in 0..<Self.rounds {
      let text = RandomPost.text(&generator)
      view.read(Draft(text))
      let again = ReadPost(view)
      let fresh = ReadPost(text)
      #expect(again.readings.map(\.text) == fresh.readings.map(\.text), "\(text.debugDescription)")
      #expect(again.measured == fresh.measured, "\(text.debugDescription)")
    }
  }

  @Test func `the entry for UTF-8 reads as the entry for drafts does`() {
    var generator = SeededGenerator(seed: 8)
    var view = PostView()
    for _ in 0..<Self.rounds {
      var text = RandomPost.text(&generator)
      text.withUTF8 { view.read(text: $0) }
      #expect(ReadPost(view).readings.map(\.text) == ReadPost(text).readings.map(\.text))
    }
  }
}
