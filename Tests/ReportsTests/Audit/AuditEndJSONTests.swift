import Foundation
import TestSupport
import Testing

@testable import Reports

struct AuditEndJSONTests {
  @Test func `the last line is as it was`() {
    AuditSamples.golden(AuditEndJSON(AuditSamples.end).rendered(), "audit-end.json")
  }

  @Test func `the last line holds what others read`() throws {
    let bytes = AuditEndJSON(AuditSamples.end).rendered()
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(bytes.starts(with: "{\"type\":\"end\",\"read\":71,\"checked\":67,".utf8))
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let skipped = try #require(line["skipped"] as? [String: Int])
    #expect(
      line["read"] as? Int
        == (line["checked"] as? Int ?? 0) + (line["failed"] as? Int ?? 0)
        + skipped.values.reduce(0, +))
    #expect(
      line["verdicts"] as? [String: Int] == ["hold": 1, "review": 2, "advise": 4, "clear": 60])
    #expect(
      line["rules"] as? [String: Int]
        == ["force-relish.doors": 5, "personal-data.phone": 1, "style.hashtag": 1])
    #expect((line["pack"] as? [String: String])?["pack"] == "uk-police")
    #expect((line["complaints"] as? [[String: String]])?.first?["code"] == "wrong-count")
  }
}
