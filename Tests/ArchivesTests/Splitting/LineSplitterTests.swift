import Archives
import TestSupport
import Testing

struct LineSplitterTests {
  private func lines(_ source: any ByteSource) -> [LineSplitter.Line] {
    var splitter = LineSplitter(source)
    var lines: [LineSplitter.Line] = []
    while let line = splitter.next() { lines.append(line) }
    return lines
  }

  private func told(_ source: any ByteSource) -> [String] {
    lines(source).map { line in
      "\(line.number):" + String(decoding: line.bytes, as: UTF8.self)
        + (line.failure.map { "!\($0.code)" } ?? "")
    }
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\r\nb", ["1:a", "2:b"]),
    ("a\n \t\r\n\nb\n", ["1:a", "4:b"]), ("a\r\r\n", ["1:a\r"]), ("é\u{2028}x\n", ["1:é\u{2028}x"]),
  ])
  func `lines have numbers and no ends`(_ text: String, _ lines: [String]) {
    #expect(told(ChunkedSource(text.utf8)) == lines)
    #expect(told(ChunkedSource(text.utf8, chunk: 1)) == lines)
  }

  @Test func `a line that is too long fails alone`() {
    let long = String(repeating: "x", count: LineSplitter.longest + 1)
    let text = "a\n" + long + "\nb\n" + long
    #expect(
      told(ChunkedSource(text.utf8, chunk: 1 << 16))
        == ["1:a", "2:!too-large", "3:b", "4:!too-large"])
    let fits = String(repeating: "x", count: LineSplitter.longest)
    #expect(lines(ChunkedSource(fits.utf8)).first?.failure == nil)
  }

  @Test func `a failure of the source is the last line`() {
    let failure = ArchiveFailure(code: "damaged", message: "It is.")
    #expect(told(ChunkedSource("a\nb".utf8, failure: failure)) == ["1:a", "2:!damaged"])
  }

  @Test func `any bytes give the same lines, however the stream is cut`() {
    var random = SeededGenerator(seed: 3)
    for seed in 0..<500 as Range<UInt64> {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Array("ab \r\n".utf8).randomElement(using: &random) ?? 0
      }
      #expect(
        told(ChunkedSource(bytes, upTo: 7, seed: seed)) == told(ChunkedSource(bytes)))
    }
  }
}
