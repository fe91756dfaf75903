import Foundation
import TestSupport
import Testing

@testable import PostText

struct UnicodeNormalisationTests {
  static let source = "/usr/share/unicode/NormalizationTest.txt.bz2"
  static let isInstalled = FileManager.default.fileExists(atPath: source)

  @Test(.enabled(if: isInstalled, "unicode-data is not installed"))
  func `every line of Unicode's own normalisation test holds`() throws {
    var lines = 0
    var faults: [Substring] = []
    for line in try Self.unpacked().split(separator: "\n") where line.first?.isHexDigit == true {
      let columns = line.split(separator: ";").prefix(5).map { column in
        column.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      }
      lines += 1
      let canonical = [1, 1, 1, 3, 3]
      let holds = columns.indices.allSatisfy { index in
        normalised(columns[index], .canonical) == columns[canonical[index]]
          && normalised(columns[index], .compatibility) == columns[3]
      }
      if !holds { faults.append(line) }
    }
    #expect(lines > 18_000)
    #expect(faults.isEmpty)
  }

  @Test func `a scalar that the test leaves out is its own normal form`() {
    for scalar in [UInt32(0x21), 0x61, 0x378, 0x4E00, 0x1F600, 0xE0001, 0x10FFFF] {
      #expect(normalised([scalar], .compatibility) == [scalar])
      #expect(Normaliser.isInert(scalar, .compatibility))
    }
  }

  @Test func `text cut at boundaries has the normal form of the whole`() {
    let alphabet: [UInt32] = [
      0x61, 0x300, 0x316, 0x345, 0xE9, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xFF21, 0xFF9E, 0xFF76,
      0xFDFA, 0x09C7, 0x09BE, 0x0344, 0x1D15E, 0xFB01, 0x20, 0xA8, 0x0F73, 0x2126,
    ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      for form in [Normaliser.Form.canonical, .compatibility] {
        var whole = Normaliser(form)
        whole.normalise(text)
        #expect(normalised(text, form) == whole.scalars)
      }
    }
  }

  @Test func `an endless pile of marks is put in order`() {
    let marks = repeatElement([UInt32(0x345), 0x316, 0x301], count: 100_000).joined()
    var normaliser = Normaliser(.canonical)
    normaliser.normalise([UInt32(0x61)] + Array(marks))
    #expect(normaliser.scalars.count == 300_000)
    #expect(normaliser.scalars.prefix(2) == [0xE1, 0x316])
    #expect(normaliser.scalars.last == 0x345)
  }

  // Cuts the text into runs as the views do.
  private func normalised(_ text: [UInt32], _ form: Normaliser.Form) -> [UInt32] {
    var normaliser = Normaliser(form)
    var result: [UInt32] = []
    var start = 0
    while start < text.count {
      var end = start + 1
      while end < text.count, !Normaliser.isBoundary(text[end], form) { end += 1 }
      if end == start + 1, Normaliser.isInert(text[start], form) {
        result.append(text[start])
      } else {
        normaliser.normalise(text[start..<end])
        result += normaliser.scalars
      }
      start = end
    }
    return result
  }

  private static func unpacked() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", source]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return try #require(String(bytes: data, encoding: .utf8))
  }
}
