import Foundation
import Rules
import Testing

@testable import Drafts

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws(JSONParser.Fault) -> YAMLValue {
    var parser = JSONParser(Array(text.utf8), file: "a.json")
    _ = parser.skipToValue()
    return try parser.value()
  }

  @Test(arguments: [
    "\"\\u00e9\\ud83d\\ude00\"", "\"a\\\"b\\\\c\\/d\\n\"", "\"👮🏽‍♀️\"", "\"\"",
  ])
  func `texts read as another reader reads them`(_ text: String) throws {
    let value = try parse(text)
    let other = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(value.scalar?.text.utf8.elementsEqual((other as? String ?? "?").utf8) == true)
  }

  @Test(arguments: [
    "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "\"a", "\"\\x\"", "\"\\u12\"",
    "\"\\ud83d\"", "\"\\ude00\"", "\"\\u0000\"", "\"a\nb\"", "nul", "01", "1.", ".5", "+1", "1e",
    "0x1F", "{\"a\":1,\"a\":2}", "'a'",
  ])
  func `what is not JSON is turned away`(_ text: String) {
    #expect(throws: JSONParser.Fault.self) { try parse(text) }
  }

  @Test func `brackets without end are turned away before the stack is full`() {
    #expect(throws: JSONParser.Fault.self) { try parse(String(repeating: "[", count: 1 << 20)) }
  }

  @Test func `places are counted in letters from the start of the line`() throws {
    let value = try parse("{\"ü👮\": 1,\r\n  \"b\": \"x\"}")
    guard case .mapping(let entries) = value.content else {
      Issue.record("no object")
      return
    }
    #expect(entries.map(\.value.place.line) == [1, 2])
    #expect(entries.map(\.value.place.column) == [8, 8])
    #expect(entries.map(\.key.width) == [4, 3])
  }

  @Test func `a member that is null is as if it were not there`() throws {
    let value = try parse("{\"a\": null, \"b\": true}")
    guard case .mapping(let entries) = value.content else {
      Issue.record("no object")
      return
    }
    #expect(entries.map(\.name) == ["b"])
  }
}
