import Archives
import JSON
import TestSupport
import Testing

struct JSONSplitterTests {
  private func pieces(
    _ source: any ByteSource, _ layout: JSONSplitter.Layout
  ) -> [JSONSplitter.Piece] {
    var splitter = JSONSplitter(source, layout: layout)
    var pieces: [JSONSplitter.Piece] = []
    while let piece = splitter.next() { pieces.append(piece) }
    return pieces
  }

  private func pieces(_ text: String, _ layout: JSONSplitter.Layout) -> [JSONSplitter.Piece] {
    pieces(ChunkedSource(text.utf8), layout)
  }

  /// The texts of elements, a code behind those that fail; complaints as their codes alone.
  private func told(_ text: String, _ layout: JSONSplitter.Layout) -> [String] {
    pieces(text, layout).map { piece in
      switch piece {
      case .element(let bytes, _, _, let failure):
        String(decoding: bytes, as: UTF8.self) + (failure.map { " !\($0.code)" } ?? "")
      case .complaint(let failure): "!\(failure.code)"
      }
    }
  }

  // MARK: - Sound input

  @Test(arguments: [
    (#"[{"a":1}, {"b":[2,{"c":"]},{"}]}]"#, [#"{"a":1}"#, #"{"b":[2,{"c":"]},{"}]}"#]),
    ("[1, \"a, b\", null ,[3,4]]", ["1", "\"a, b\"", "null ", "[3,4]"]),
    ("{\"a\":1}\n{\"b\":2}\n\n[3]\n4", ["{\"a\":1}", "{\"b\":2}", "3", "4"]),
    ("[]", []), ("", []), (" \n", []), ("\u{FEFF}[{}]", ["{}"]),
    ("{\"a\":1},{\"b\":2},", ["{\"a\":1}", "{\"b\":2}"]),
    (#"["\"", "\\", "\\\"]"]"#, [#""\"""#, #""\\""#, #""\\\"]""#]),
    ("[[1],[2]]", ["[1]", "[2]"]), ("[1][2]", ["1", "2"]),
  ])
  func `values are parted`(_ text: String, _ elements: [String]) {
    #expect(told(text, .values) == elements)
  }

  @Test(arguments: [
    "window.YTD.tweets.part0 = [{\"a\":\"=\"},\n{}]", "YTD.tweet.part0=[{\"a\":\"=\"},{}] ;\n",
    "\u{FEFF}Grailbird.data.tweets_2012_05 = \n [ {\"a\":\"=\"}, {} ]\n",
    "[{\"a\":\"=\"},{}]", " \n[{\"a\":\"=\"},{}];", "\u{FEFF}var x = {\"a\":\"=\"}\n{}",
  ])
  func `an assignment is passed over, and may be missing`(_ text: String) {
    #expect(told(text, .assignment) == ["{\"a\":\"=\"}", "{}"])
  }

  @Test(arguments: [
    #"{"meta":{"orderedItems":[9]},"x":["orderedItems"],"orderedItems":[{"a":1},2],"z":[3]}"#,
    #"{"orderedItems" : [ {"a":1} , 2],"y":"orderedItems"}"#,
    #"{"x":"orderedItems","orderedItems":[{"a":1}]} {"orderedItems":[2]}"#,
  ])
  func `a list is found by its name`(_ text: String) {
    #expect(
      told(text, .list(named: "orderedItems")).map { $0.filter { $0 != " " } } == [
        "{\"a\":1}", "2",
      ])
  }

  @Test func `lines and numbers are those of the input`() {
    #expect(
      pieces("\n[\n{\"a\":\n1},\n\n2]", .values) == [
        .element(Array("{\"a\":\n1}".utf8), line: 3, number: 1, failure: nil),
        .element(Array("2".utf8), line: 6, number: 2, failure: nil),
      ])
  }

  // MARK: - Broken input

  @Test(arguments: [
    // Brackets that are missing or too many.
    (
      #"[{"a":{"b":1 },{"c":2},{"d":3}]"#, [#"{"a":{"b":1 }, !not-json"#, #"{"c":2}"#, #"{"d":3}"#]
    ),
    (#"[{"a":1}},{"c":2}]"#, [#"{"a":1}"#, "}", #"{"c":2}"#]),
    (#"[{"a":[1},{"c":2}]"#, [#"{"a":[1}"#, #"{"c":2}"#]),
    (#"[{"a":1],"b":2},{"c":2}]"#, [#"{"a":1 !not-json"#, #""b":2}"#, #"{"c":2}"#]),
    (#"[{{"a":1},{"c":2}]"#, [#"{{"a":1}, !not-json"#, #"{"c":2}"#]),
    (#"[{"a":1}{"c":2}]"#, [#"{"a":1}"#, #"{"c":2}"#]),
    (#"["a":1},{"c":2}]"#, [#""a":1}"#, #"{"c":2}"#]),
    // Junk.
    (#"[oops {"c":2}, x y]"#, ["oops ", #"{"c":2}"#, "x y"]),
    ("no json\nat all", ["no json", "at all"]),
    ("]", ["]"]), ("}{}", ["}", "{}"]),
    // Lost quotation marks.
    ("[{\n\"a\":\"x,\n\"b\":1},\n{\"c\":2}]", ["{\n\"a\":\"x,\n\"b\":1}", "{\"c\":2}"]),
    ("[{\n\"a\":x\",\n\"b\":1},\n{\"c\":2}]", ["{\n\"a\":x\",\n\"b\":1}", "{\"c\":2}"]),
    ("[{\"a\":\"x},\n{\"c\":2}]", ["{\"a\":\"x}, !not-json", "{\"c\":2}"]),
    ("[{\"a\"\"[:{\"x\"},\n{\"c\":2}]", ["{\"a\"\"[:{\"x\"}, !not-json", "{\"c\":2}"]),
    // Cut off.
    ("[{\"a\":1},{\"b\":", ["{\"a\":1}", "{\"b\": !cut-off"]),
    ("[{\"a\":1}", ["{\"a\":1}", "!cut-off"]),
    ("[\"x", ["\"x !cut-off"]), ("[", ["!cut-off"]), ("[1", ["1 !cut-off"]),
  ])
  func `a broken element does not take its neighbours with it`(_ text: String, _ told: [String]) {
    #expect(self.told(text, .values) == told)
  }

  @Test(arguments: [
    ("", "wrong-shape"), ("nothing here", "wrong-shape"), ("window.YTD", "wrong-shape"),
    ("window.YTD.x = ", "cut-off"), ("window.YTD.x = [", "cut-off"),
  ])
  func `a file that assigns nothing is complained of`(_ text: String, _ code: String) {
    #expect(told(text, .assignment) == ["!\(code)"])
  }

  @Test(arguments: ["", "{}", "[]", #"{"a":{"items":[1]}}"#, #"[{"items":[1]}]"#, #"{"items":{}}"#])
  func `a list that is missing is complained of`(_ text: String) {
    #expect(told(text, .list(named: "items")) == ["!wrong-shape"])
  }

  @Test func `a stray bracket does not end the wanted list`() {
    #expect(
      told(#"{"items":[{"a":1}},{"b":2}],"x":[3]}"#, .list(named: "items"))
        == [#"{"a":1}"#, "}", #"{"b":2}"#])
    #expect(
      told(#"{"items":[{"a":1]},{"b":2}],"x":[3]}"#, .list(named: "items")).contains(
        #"{"a":1 !not-json"#))
  }

  @Test func `a failure of the source is told with the element that it cut`() {
    let failure = ArchiveFailure(code: "damaged", message: "It is.")
    let cut = pieces(ChunkedSource("[1,{\"a\"".utf8, chunk: 3, failure: failure), .values)
    #expect(
      cut == [
        .element(Array("1".utf8), line: 1, number: 1, failure: nil),
        .element(Array("{\"a\"".utf8), line: 1, number: 2, failure: failure),
      ])
    #expect(pieces(ChunkedSource([], failure: failure), .values) == [.complaint(failure)])
  }

  @Test func `a huge element fails alone`() {
    let text = "[{\"a\":1},{\"b\":\"" + String(repeating: "x", count: 17 << 20) + "\"},{\"c\":3}]"
    let pieces = pieces(ChunkedSource(text.utf8, chunk: 1 << 16), .values)
    #expect(pieces.count == 3)
    guard case .element(let bytes, _, 2, let failure) = pieces[1] else {
      Issue.record("no second element")
      return
    }
    #expect(bytes.isEmpty)
    #expect(failure?.code == "too-large")
  }

  @Test func `a million open brackets fail, and take no more memory than a record`() {
    let text = "[{\"a\":1},\n" + String(repeating: "[", count: 1_000_000)
    #expect(told(text, .values).first == "{\"a\":1}")
    #expect(pieces(text, .values).count == 2)
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(told("[\(deep),{\"a\":1}]", .values) == [deep, "{\"a\":1}"])
  }

  // MARK: - Properties

  /// Elements made up from a seed, each sound, without a line end inside.
  private func elements(
    _ random: inout SeededGenerator, bracketsInText: Bool = true
  ) -> [String] {
    let plain = [
      "1", "-2.5e3", "null", #""\\""#, #""a, b: 1""#, "[]", "{}", #"[{"x":[1,{"y":"z"}]}]"#,
    ]
    let hard = [
      "1", "-2.5e3", "true", "null", #""""#, #""[{\"}],""#, #""\\""#, #""é👮""#, "[]", "{}",
      #"[{"x":[1,{"y":"},{"}]}]"#,
    ]
    let values = bracketsInText ? hard : plain
    return (0..<Int.random(in: 0...12, using: &random)).map { number in
      let members = (0..<Int.random(in: 0...4, using: &random)).map { member in
        "\"k\(member)\": \(values.randomElement(using: &random) ?? "0")"
      }
      let joint = Bool.random(using: &random) ? ",\n  " : ","
      return "{" + (["\"id\": \"\(number)\""] + members).joined(separator: joint) + "}"
    }
  }

  @Test func `sound elements come out as they went in, however the stream is cut`() {
    var random = SeededGenerator(seed: 5)
    for seed in 0..<400 as Range<UInt64> {
      let elements = elements(&random)
      let text = "window.YTD.x = [ " + elements.joined(separator: " ,\n") + "\n]"
      let source = ChunkedSource(text.utf8, upTo: 1 + Int(seed % 20), seed: seed)
      let found = pieces(source, .assignment)
      #expect(
        found.map { piece -> String? in
          guard case .element(let bytes, _, _, nil) = piece else { return nil }
          return String(decoding: bytes, as: UTF8.self)
        } == elements)
    }
  }

  @Test func `any bytes give the same pieces, however the stream is cut`() {
    var random = SeededGenerator(seed: 6)
    let alphabet = Array("{}[]\",:\\ \n\r=;ab1\u{FEFF}".utf8)
    let layouts: [JSONSplitter.Layout] = [.values, .assignment, .list(named: "a")]
    for seed in 0..<3_000 as Range<UInt64> {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      for layout in layouts {
        let whole = pieces(ChunkedSource(bytes), layout)
        #expect(pieces(ChunkedSource(bytes, chunk: 1), layout) == whole)
        #expect(pieces(ChunkedSource(bytes, upTo: 9, seed: seed), layout) == whole)
      }
    }
  }

  @Test func `of any bytes no letter is lost between the pieces`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("{}[]\",: \nab12".utf8)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let kept = pieces(ChunkedSource(bytes), .values).flatMap { piece -> [UInt8] in
        guard case .element(let bytes, _, _, _) = piece else { return [] }
        return bytes
      }
      let letters = { (bytes: [UInt8]) in
        bytes.filter { $0 >= 0x30 && $0 != 0x3A && $0 < 0x5B || $0 > 0x60 && $0 < 0x7B }
      }
      #expect(letters(kept) == letters(bytes))
    }
  }

  @Test func `damage to one element of a printed list leaves the others whole`() {
    var random = SeededGenerator(seed: 8)
    let damages = ["{", "}", "[", "]", "\"", ",", ":", "x", "\n", "\\"]
    for _ in 0..<2_000 {
      var elements = elements(&random, bracketsInText: false)
      guard let place = elements.indices.randomElement(using: &random) else { continue }
      let sound = elements
      var bytes = Array(elements[place].utf8)
      let at = Int.random(in: 1..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes.remove(at: at)
      } else {
        bytes.insert(contentsOf: (damages.randomElement(using: &random) ?? "").utf8, at: at)
      }
      elements[place] = String(decoding: bytes, as: UTF8.self)
      let text = "[ " + elements.joined(separator: ",\n") + "\n]"
      let found = told(text, .values)
      for (index, element) in sound.enumerated() where index != place {
        #expect(found.contains(element), "\(text)")
      }
    }
  }
}
