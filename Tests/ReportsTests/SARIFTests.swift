import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct SARIFTests {
  private static let report = Samples.report([
    Samples.everything(),
    Record(
      index: 1, file: "my drafts/ü.txt",
      outcome: .failed(
        Record.Failure(code: "not-utf8", message: "not UTF-8", line: 3, column: 7))),
  ])

  private func run() throws -> [String: Any] {
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(SARIFReport(Self.report).rendered()))
        as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  @Test func `the whole log is as it was`() {
    Golden.expect(SARIFReport(Self.report).rendered(), "everything.sarif")
  }

  @Test func `a run has what the schema requires`() throws {
    let run = try run()
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "TweetLint")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.compactMap { $0["id"] as? String } == rules.compactMap { $0["id"] as? String }.sorted())
    for rule in rules {
      for text in ["shortDescription", "fullDescription", "help"] {
        #expect((rule[text] as? [String: Any])?["text"] is String)
      }
    }
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] is String)
      let level = try #require(result["level"] as? String)
      #expect(["none", "note", "warning", "error"].contains(level))
      #expect((level == "none") == (result["kind"] as? String == "informational"))
      let marks = try #require(result["partialFingerprints"] as? [String: String])
      #expect(marks.values.allSatisfy { $0.utf8.count == 16 })
    }
  }

  @Test func `a region counts from the start of the file in bytes and in scalars`() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    let location = try #require((results[1]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let region = try #require(physical["region"] as? [String: Any])
    let first = "Busy night 👮🏽‍♀️ on Victoria ward.\n"
    #expect(region["startLine"] as? Int == 6)
    #expect(region["startColumn"] as? Int == 1)
    #expect(region["byteOffset"] as? Int == 60 + first.utf8.count)
    #expect(region["charOffset"] as? Int == 58 + first.unicodeScalars.count)
    #expect(region["charLength"] as? Int == 49)
  }

  @Test func `what was not checked is told in the invocation`() throws {
    let run = try run()
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect(invocation["exitCode"] as? Int == 1)
    let told = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(told.map { $0["level"] as? String } == ["note", "warning", "note", "error"])
  }

  @Test func `a file name becomes an address`() {
    #expect(SARIFPlace.uri(of: "my drafts/ü.txt") == "my%20drafts/%C3%BC.txt")
    #expect(SARIFPlace.uri(of: "/tmp/a:b%") == "file:///tmp/a%3Ab%25")
  }
}
