import Foundation
import Testing

@testable import JSON

@Suite struct JSONWriterTests {
  private func written(_ text: String) -> String {
    var writer = JSONWriter()
    writer.array(of: [text]) { $0.string($1) }
    return writer.bytes.string
  }

  @Test func `a combining mark after a quotation mark does not hide it`() {
    #expect(Array(written("\"\u{301}").utf8) == Array("[\"\\\"\u{301}\"]".utf8))
  }

  @Test(arguments: ["", "a\"b\\c", "\u{0}\u{1F}\u{7F}\u{85}", "\u{202E}\u{2028}", "👮🏽‍♀️\r\n\t"])
  func `what is written reads back as it was`(_ text: String) throws {
    let back = try JSONSerialization.jsonObject(with: Data(written(text).utf8))
    #expect((back as? [String])?.map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test func `no control reaches the output raw`() {
    for value in (0..<0x20).map({ $0 }) + [0x7F, 0x9B, 0x202E, 0x2066] {
      let scalar = Unicode.Scalar(UInt32(value)).map(String.init) ?? ""
      #expect(written(scalar).unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    }
  }

  @Test(arguments: [(100, "1"), (90, "0.9"), (85, "0.85"), (5, "0.05"), (1, "0.01")])
  func `hundredths are written as short as they can be`(_ value: Int, _ expected: String) {
    var writer = JSONWriter()
    writer.object { $0.member("c", hundredths: value) }
    #expect(writer.bytes.string == "{\"c\":\(expected)}")
  }
}
