import JSON
import TestSupport
import Testing

struct JSONDocumentTests {
  private let document: JSONDocument

  init() throws {
    document = try #require(JSONDocument())
  }

  private func fault(_ text: String) -> JSONDocument.Fault? {
    do throws(JSONDocument.Fault) {
      _ = try document.parse(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `members, elements and words are found`() throws {
    let value = try document.parse(
      Array(
        #"{"id": 1234567890123456789, "a": ["x", {"b": true}], "n": null, "s": "é\u20ac"}"#.utf8))
    #expect(value["id"]?.word == "1234567890123456789")
    #expect(value["a"]?.elements.count == 2)
    #expect(value["a"]?.elements[1]["b"]?.boolean == true)
    #expect(value["n"] == nil)
    #expect(value["s"]?.string == "é€")
    #expect(value.members.map(\.name) == ["id", "a", "n", "s"])
  }

  @Test func `a number keeps its digits, be it 2^53 and one`() throws {
    #expect(try document.parse(Array("9007199254740993".utf8)).word == "9007199254740993")
    #expect(try document.parse(Array("[-0.10e+2]".utf8)).elements.first?.word == "-0.10e+2")
  }

  @Test(arguments: [
    ("", "not-json"), ("{", "not-json"), ("{\"a\":1,}", "not-json"), ("\"\\ud83d\"", "not-json"),
    ("{\"a\":1} {", "not-json"), ("{\"a\":1}\0", "not-json"), ("\"a\nb\"", "not-json"),
    ("{\"a\":1,\"b\":2,\"a\":3}", "repeated-key"), ("nul", "not-json"),
    (String(repeating: "[", count: 200) + String(repeating: "]", count: 200), "too-deep"),
  ])
  func `what is no JSON is told by its code`(_ text: String, _ code: String) {
    #expect(fault(text)?.code == code)
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"), (#""\uD83Dx""#, "\u{FFFD}x"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\\ud83d""#, #"\ud83d"#),
    (#""\\\ud83d\n""#, "\\\u{FFFD}\n"), (#""\u00e9\ud83d\u00e9""#, "é\u{FFFD}é"),
  ])
  func `half of a pair of surrogates is mended where that is asked for`(
    _ text: String, _ read: String
  ) throws {
    #expect(try document.parse(Array(text.utf8), mendsSurrogates: true).string == read)
    for cut in [#""\ud83"#, #""\ud"#, #""\u"#, #""\"#, #""\ud83d\ude0"#] {
      #expect(throws: JSONDocument.Fault.self) {
        try document.parse(Array(cut.utf8), mendsSurrogates: true)
      }
    }
  }

  @Test func `a million open brackets end no program`() {
    #expect(fault(String(repeating: "[", count: 1_000_000))?.code == "too-deep")
    #expect(fault(String(repeating: #"{"a":"#, count: 1_000_000))?.code == "too-deep")
  }

  @Test(arguments: [
    [0xC3, 0x28], [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    [0xFF],
  ])
  func `bytes that are no UTF-8 are not taken for text`(_ wrong: [UInt8]) {
    for before in 0..<20 {
      let bytes =
        Array("\"\(String(repeating: "x", count: before))".utf8) + wrong + Array("\"".utf8)
      #expect { try document.parse(bytes) } throws: {
        let fault = $0 as? JSONDocument.Fault
        return fault?.code == "not-json" && fault?.offset == before + 1
      }
    }
  }

  @Test func `every scalar is UTF-8, wherever it stands`() throws {
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 0x3F) {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      let text = String(repeating: "x", count: Int(value % 9)) + String(scalar)
      #expect(try document.parse(Array("\"\(text)\"".utf8)).string == text)
    }
  }

  @Test func `a mark of byte order is passed over`() throws {
    #expect(try document.parse([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)).count == 1)
  }

  @Test func `many members are read without comparing each with each`() throws {
    func object(_ count: Int) -> [UInt8] {
      Array("{\((0..<count).map { "\"k\($0)\":1" }.joined(separator: ","))}".utf8)
    }
    let objects = [20_000: object(20_000), 160_000: object(160_000)]
    let factor = try growth(
      of: { (times) throws -> Void in
        let bytes = try #require(objects[times])
        let members = try document.parse(bytes).count
        #expect(members == times)
      }, from: 20_000)
    #expect(factor < 32)
  }
}
