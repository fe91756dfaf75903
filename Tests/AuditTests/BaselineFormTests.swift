import Digests
import Reports
import TestSupport
import Testing

@testable import Audit

struct BaselineFormTests {
  private func read(_ text: String) throws -> Baseline {
    var reader = try #require(BaselineReader())
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      try reader.add(Array(line))
    }
    return try reader.finish()
  }

  private static let head = #"{"schema":"tweetlint.baseline/1","key_id":"0123456789abcdef"}"#

  private static func line(_ rule: String, _ digit: String, _ count: Int = 1) -> String {
    #"{"rule":"\#(rule)","hash":"\#(String(repeating: digit, count: 32))","count":\#(count)}"#
  }

  @Test func `a baseline read back is the one that was written, byte for byte`() throws {
    var random = SeededGenerator(seed: 1)
    let rules = (0..<20).map { "rule-\($0)" }
    let entries = (0..<5_000).map { number in
      Baseline.Entry(
        hash: ContentHash(HashKey().code(of: [[UInt8(number & 255)]])),
        rule: UInt32.random(in: 0..<20, using: &random), count: .random(in: 1...9, using: &random))
    }
    let baseline = Baseline(keyID: "0123456789abcdef", rules: rules, entries: entries)
    let text = String(decoding: baseline.rendered(), as: UTF8.self)
    let again = try read(text)
    #expect(again.rendered() == baseline.rendered())
    #expect(again.count == 5_000)
    #expect(entries.allSatisfy { again.place(of: $0.hash) != nil })
    #expect(again.place(of: ContentHash([1, 2, 3])) == nil)
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n")).dropFirst()
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `an empty baseline is its first line`() throws {
    #expect(
      Baseline(keyID: "0123456789abcdef").rendered() == Array((Self.head + "\n").utf8))
    #expect(try read(Self.head).count == 0)
  }

  @Test(arguments: [
    ("", "The file is empty"),
    ("{}", "does not name tweetlint.baseline/1"),
    (#"{"schema":"tweetlint.baseline/2","key_id":"0123456789abcdef"}"#, "does not name"),
    (#"{"schema":"tweetlint.baseline/1","key_id":"XYZ"}"#, "lacks its key_id"),
    (
      #"{"schema":"tweetlint.baseline/1","key_id":"0123456789abcdef","at":"now"}"#,
      "lacks its key_id"
    ),
    (head + "\n<<<<<<< HEAD\n", "merge conflict"),
    (head + "\n=======\n", "merge conflict"),
    (head + "\n>>>>>>> theirs\n", "merge conflict"),
    ("<<<<<<< HEAD\n" + head, "merge conflict"),
    (head + "\n" + line("a", "0") + "\n" + line("a", "0", 2), "twice"),
    (head + "\n" + line("a", "1") + "\n" + line("a", "0"), "not sorted"),
    (head + "\n" + line("b", "0") + "\n" + line("a", "1"), "not sorted"),
    (head + "\n" + line("a", "0") + "\n" + line("b", "0"), "same hash"),
    (head + "\n" + line("a", "0", 0), "count from 1"),
    (head + "\n" + line("a", "0", -1), "count from 1"),
    (head + "\n" + line("a", "0", 5_000_000_000), "count from 1"),
    (head + "\n" + line("a", "g"), "32 hexadecimal digits"),
    (head + "\n" + line("a", "A"), "32 hexadecimal digits"),
    (head + "\n" + line("", "0"), "An entry has a rule"),
    (head + "\n" + #"{"rule":"a","hash":"00"}"#, "An entry has a rule"),
    (head + "\n" + #"{"rule":"a""#, "no line of a baseline"),
    (head + "\n" + "[1]", "An entry has a rule"),
  ])
  func `what is no baseline is refused in words`(_ text: String, _ words: String) throws {
    let fault = #expect(throws: BaselineReader.Fault.self) { try read(text) }
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
  }

  @Test func `a cut file is refused wherever an entry is cut`() throws {
    let whole = Self.head + "\n" + Self.line("a", "0") + "\n" + Self.line("b", "1", 12)
    let start = Self.head.utf8.count + 1 + Self.line("a", "0").utf8.count + 1
    for end in start + 1..<whole.utf8.count {
      #expect(throws: BaselineReader.Fault.self) {
        try read(String(decoding: Array(whole.utf8.prefix(end)), as: UTF8.self))
      }
    }
  }

  @Test func `a hash is read as it is written`() {
    let hash = ContentHash((1...16).map { UInt8($0) })
    #expect(hash.hex == "0102030405060708090a0b0c0d0e0f10")
    #expect(ContentHash(hex: hash.hex) == hash)
    #expect(ContentHash(hex: "00") == nil)
    #expect(ContentHash(hex: String(repeating: "0", count: 31) + "1").map { $0 < hash } == true)
  }

  @Test func `keys differ, are read back, and tell themselves apart`() throws {
    let key = HashKey()
    let again = try #require(HashKey(hex: Array(key.hex.utf8)))
    #expect(again.id == key.id)
    #expect(again.code(of: [[1], [2]]) == key.code(of: [[1], [2]]))
    #expect(HashKey().id != key.id)
    #expect(key.code(of: [[1], [2]]) != key.code(of: [[1, 2]]))
    #expect(HashKey(hex: Array("00".utf8)) == nil)
    #expect(HashKey(hex: Array(String(repeating: "g", count: 64).utf8)) == nil)
  }

  /// Case 2 of RFC 4231 has a shorter key; this value was worked out by `openssl dgst -sha256 -mac HMAC`.
  @Test func `a code is the one that other programs make`() throws {
    let key = try #require(HashKey(hex: Array(String(repeating: "0b", count: 32).utf8)))
    let hex = ContentHash(key.code(of: [Array("Hi There".utf8)])).hex
    #expect(hex == "198a607eb44bfbc69903a0f1cf2bbdc5")
  }
}
