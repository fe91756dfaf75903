import Foundation
import Rules
import TestSupport
import Testing

/// The marked identifiers of other people's tests, which lie beside the checkout.
struct IdentifierCorpusTests {
  private struct Line: Decodable {
    var identifier: String
    var text: String
    var spans: [[Int]]
  }

  private static let path = SharedFiles.path("corpora/identifiers-uk-dev.jsonl")

  private static let validators: [String: ValidatorName] = [
    "driving_licence": .drivingLicence, "nhs": .nhsNumber, "nino": .nino, "passport": .passport,
    "postcode": .postcode, "vehicle_registration": .vrm,
  ]

  private func lines() throws -> [Line] {
    let path = try #require(Self.path)
    return try Data(contentsOf: URL(fileURLWithPath: path))
      .split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(Line.self, from: $0) }
  }

  @Test(.enabled(if: path != nil, "the corpora lie beside the checkout, and are absent here"))
  func `every marked identifier is accepted, and nothing else that words could make`() throws {
    let lines = try lines()
    #expect(lines.count > 40)
    for line in lines {
      let validator = try #require(Self.validators[line.identifier], "\(line.identifier)")
      let marked = Set(line.spans.map { span(from: $0[0], to: $0[1], in: line.text) })
      let accepted = Set(candidates(in: line.text).filter { validator.accepts($0, in: line.text) })
      #expect(accepted == marked, "\(line.identifier): \(line.text)")
    }
  }

  /// A marked span without the space that one of them begins with.
  private func span(from start: Int, to end: Int, in text: String) -> Range<Int> {
    let isSpace = Array(text.utf8)[start] == UInt8(ascii: " ")
    return (isSpace ? start + 1 : start)..<end
  }

  /// Every run of up to six words.
  private func candidates(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var words: [Range<Int>] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
      if start < end { words.append(start..<end) }
      start = end + 1
    }
    return words.indices.flatMap { first in
      (first..<min(first + 6, words.count)).map { words[first].lowerBound..<words[$0].upperBound }
    }
  }
}

extension ValidatorName {
  /// Whether a range of a text is an identifier of this kind.
  fileprivate func accepts(_ range: Range<Int>, in text: String) -> Bool {
    accepts(String(decoding: Array(text.utf8)[range], as: UTF8.self))
  }
}
