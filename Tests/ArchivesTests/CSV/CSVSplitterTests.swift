import TestSupport
import Testing

@testable import Archives

struct CSVSplitterTests {
  /// Writes a row as RFC 4180 has it.
  private func row(_ fields: [String], _ delimiter: String, quotesAll: Bool) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
          || $0 == delimiter.utf8.first
      }
      guard needsQuotes || quotesAll else { return field }
      let doubled = field.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
      return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }.joined(separator: delimiter)
  }

  private static let troubles: [String] = [
    "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\u{301}", "\"\u{301}", ",\u{301}",
    "\u{200D}", "é", "👮🏽‍♀️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", " ", "'", "=1+1", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{1}", "a",
    "bc",
    "\\\"", "\\n",
  ]

  private func field(_ random: inout SeededGenerator) -> String {
    var field = ""
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      if Bool.random(using: &random) {
        field += Self.troubles.randomElement(using: &random) ?? ""
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x1_2FFF, using: &random)) {
        field.unicodeScalars.append(scalar)
      }
    }
    return field
  }

  private func rows(_ source: any ByteSource, columns: Int) throws -> [[[UInt8]]] {
    var splitter = try CSVSplitter(source)
    splitter.wanted = columns
    var rows: [[[UInt8]]] = []
    while let piece = splitter.next() {
      guard case .row(let row) = piece else { continue }
      #expect(row.failure == nil)
      let slots = Array(0..<columns)
      let fields = try CSVFields(
        of: row.bytes, splitter.dialect, slots: slots, slotCount: columns)
      #expect(fields.count == columns)
      rows.append(slots.map { fields.bytes($0) })
    }
    return rows
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `what a strict writer writes comes back byte for byte, in chunks of any size`(
    _ delimiter: String, _ lineEnd: String
  ) throws {
    var random = SeededGenerator(seed: 4180)
    for round in 0..<60 {
      let columns = Int.random(in: 2...6, using: &random)
      let header = (0..<columns).map { "column\($0)" }
      var table = [header]
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let fields = (0..<columns).map { $0 == 0 ? "x" + field(&random) : field(&random) }
        table.append(fields)
      }
      let quotesAll = round % 4 == 0
      var text = table.map { row($0, delimiter, quotesAll: quotesAll) }.joined(separator: lineEnd)
      if round % 2 == 0 { text += lineEnd }
      if round % 3 == 0 { text = "\u{FEFF}" + text }
      let sizes = (0..<3).map { _ in Int.random(in: 1...20, using: &random) }
      // The read-ahead at the start takes all of a short text, so it must be longer than that to matter.
      let read = try rows(PiecewiseBytes(text, sizes: sizes), columns: columns)
      #expect(read == table.map { $0.map { Array($0.utf8) } }, "round \(round)")
    }
  }

  @Test func `rows come whole from a stream that breaks anywhere`() throws {
    let line = "\"a, \"\"b\"\"\r\nc\",\"d\u{301}\",é\r\n"
    let count = 5_000
    for size in [7, 4_096, 65_537] {
      let text = "one,two,three\r\n" + String(repeating: line, count: count)
      let read = try rows(PiecewiseBytes(text, sizes: [size]), columns: 3)
      #expect(read.count == count + 1)
      #expect(
        Set(read.dropFirst()) == [
          ["a, \"b\"\r\nc", "d\u{301}", "é"].map { Array($0.utf8) }
        ], "\(size)")
    }
  }

  @Test(arguments: [
    ("a,b;c,d\n", ","), ("a;b,c;d\n", ";"), ("a\tb, c\td\n", "\t"), ("a|b\n", "|"), ("text\n", ","),
    ("\"a;b;c\",d\n", ","), ("sep=;\r\na,b,c;d\r\n", ";"), ("sep=\t\na,b\n", "\t"),
    ("\u{FEFF}sep=|\na,b\n", "|"), ("\n\r\n a;b\n1,2,3,4;5", ";"),
  ])
  func `the header shows the delimiter`(_ text: String, _ delimiter: String) throws {
    let splitter = try CSVSplitter(PiecewiseBytes(text))
    #expect(splitter.dialect.delimiter == delimiter.utf8.first)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x62, 0x00],
      [0x00, 0x61, 0x00, 0x62],
    ] as [[UInt8]])
  func `UTF-16 is refused, and the message tells how to save UTF-8`(_ bytes: [UInt8]) {
    let failure = #expect(throws: ArchiveFailure.self) { try CSVSplitter(PiecewiseBytes(bytes)) }
    #expect(failure?.code == "utf-16")
    #expect(failure?.message.contains("CSV UTF-8") == true)
  }

  @Test func `lines are counted through line ends of every kind, inside quotation marks too`()
    throws
  {
    var splitter = try CSVSplitter(
      PiecewiseBytes("h,i\r\n\"1\n2\r\n3\r4\",x\r5,y\n\n\r\n6,z", sizes: [1]))
    var lines: [Int] = []
    while case .row(let row) = splitter.next() { lines.append(row.line) }
    #expect(lines == [1, 2, 6, 9])
  }

  // MARK: - Faults

  private func outcomes(
    _ text: String, columns: Int = 2, failure: ArchiveFailure? = nil
  ) throws -> [String] {
    var splitter = try CSVSplitter(PiecewiseBytes(Array(text.utf8), sizes: [5], failure: failure))
    splitter.wanted = columns
    var outcomes: [String] = []
    while let piece = splitter.next() {
      switch piece {
      case .row(let row):
        let bytes = String(decoding: row.bytes, as: UTF8.self)
        outcomes.append((row.failure.map { $0.code + "@\(row.line) " } ?? "") + bytes)
      case .complaint(let failure): outcomes.append("complaint " + failure.code)
      }
    }
    return outcomes
  }

  @Test func `a quotation mark that is never closed costs its own row alone`() throws {
    #expect(
      try outcomes("id,text\n1,\"good\"\n2,\"open\n3,next\n4,last\n")
        == ["id,text", "1,\"good\"", "unclosed-quote@3 2,\"open", "3,next", "4,last"])
  }

  @Test func `an open quotation mark that a later one closes costs its own row alone`() throws {
    #expect(
      try outcomes("id,text\n2,\"open\n3,next\n4,\"quoted\"\n5,last\n")
        == ["id,text", "bad-quotes@2 2,\"open", "3,next", "4,\"quoted\"", "5,last"])
    #expect(
      try outcomes("id,text\n2,\"open\n3,next\n4,\", well\"\n5,last\n")
        == ["id,text", "wrong-field-count@2 2,\"open", "3,next", "4,\", well\"", "5,last"])
  }

  @Test func `a file that ends inside quotation marks is cut off, and its lines are no rows`()
    throws
  {
    #expect(
      try outcomes("id,text\n1,a\n2,\"cut\noff here\nand there")
        == ["id,text", "1,a", "cut-off@3 2,\"cut"])
  }

  @Test func `lines of a broken text count as rows only when they can be`() throws {
    var splitter = try CSVSplitter(PiecewiseBytes("id,text\n2,\"open\na, b\nc, d\n4,e\n"))
    splitter.wanted = 2
    splitter.canBeRow = { $0.first?.isDigit == true }
    var rows: [String] = []
    while case .row(let row) = splitter.next() {
      rows.append(String(decoding: row.bytes, as: UTF8.self))
    }
    #expect(rows == ["id,text", "2,\"open", "4,e"])
  }

  @Test func `what could be read before a damaged place is read, and the damage is told`() throws {
    let damaged = ArchiveFailure(code: "damaged", message: "")
    let text = "id,text\n1,a\n2,b"
    let head = String(repeating: "0,x\n", count: 20_000)
    #expect(
      try outcomes("id,text\n" + head + "1,a\n2,b", failure: damaged).suffix(3)
        == ["1,a", "damaged@20003 2,b", "complaint damaged"])
    #expect(throws: damaged) { try outcomes(text, failure: damaged) }
  }

  @Test func `an open quotation mark in a long file is given up at the limit`() throws {
    let line = "2," + String(repeating: "words ", count: 100) + "\n"
    let source = RepeatedBytes([("id,text\n1,\"open\n", 1), (line, 30_000), ("3,last\n", 1)])
    var splitter = try CSVSplitter(source)
    splitter.wanted = 2
    var count = 0
    var failures: [ArchiveFailure] = []
    while case .row(let row) = splitter.next() {
      count += 1
      if let failure = row.failure { failures.append(failure) }
    }
    #expect(count == 30_003)
    #expect(failures.map(\.code) == ["unclosed-quote"])
  }

  @Test(arguments: ["x", "\"x"]) func `a row over the limit fails, and the next is read`(
    _ start: String
  ) throws {
    let source = RepeatedBytes([
      ("id,text\n1,\(start)", 1), (String(repeating: "words ", count: 1_000), 3_000),
      ("\n3,last\n", 1),
    ])
    var splitter = try CSVSplitter(source)
    splitter.wanted = 2
    var outcomes: [String] = []
    while case .row(let row) = splitter.next() {
      #expect(row.bytes.count < 100)
      outcomes.append(row.failure?.code ?? String(decoding: row.bytes, as: UTF8.self))
    }
    #expect(outcomes == ["id,text", "too-large", "3,last"])
  }

  @Test(arguments: [
    "x\",y,\"b\n", "\"\n", "a,\"\"\"b\n", ",\"\"\n", "\"a\"b,\"c\n", "\",\n", "\"\"\"\"\n",
  ])
  func `quotation marks made to lead astray cost no more than their length`(_ line: String) throws {
    let growth = try growth(
      of: { times in
        var splitter = try CSVSplitter(RepeatedBytes([("id,text\n9,\"open\n", 1), (line, times)]))
        splitter.wanted = 2
        var count = 0
        while splitter.next() != nil { count += 1 }
        #expect(count > 0)
      }, from: 10_000)
    #expect(growth < 32)
  }
}
