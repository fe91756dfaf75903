import Foundation
import RiskEngine
import Rules
import TestSupport
import Testing

@testable import Reports

struct AuditSARIFTests {
  private func log(
    _ records: [AuditedRecord], _ complaints: [AuditEnd.Complaint], filters: [String] = []
  ) -> [UInt8] {
    var sarif = AuditSARIF(
      manifest: Samples.manifest, cards: [Samples.phone, Samples.relish], rulesSHA256: "cd",
      toolVersion: "9.9.9")
    var bytes = sarif.begin()
    for record in records { bytes += sarif.results(of: record) }
    let end = AuditEnd(
      tally: AuditSamples.tally(of: records), complaints: complaints, rules: AuditSamples.identity,
      showing: AuditEnd.Showing(filters: filters))
    return bytes + sarif.end(end)
  }

  private func run(_ bytes: [UInt8]) throws -> [String: Any] {
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func invocation(_ run: [String: Any]) throws -> [String: Any] {
    try #require((run["invocations"] as? [[String: Any]])?.first)
  }

  @Test func `the whole log is as it was`() {
    AuditSamples.golden(log(AuditSamples.records, AuditSamples.complaints), "audit.sarif")
  }

  @Test func `a run has what the schema requires`() throws {
    let run = try run(log(AuditSamples.records, AuditSamples.complaints))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.compactMap { $0["id"] as? String } == ["force-relish.doors", "personal-data.phone"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 8)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      let id = result["ruleId"] as? String
      #expect(index == -1 ? id == "style.hashtag" : rules[index]["id"] as? String == id)
      #expect((result["message"] as? [String: Any])?["text"] is String)
      let level = try #require(result["level"] as? String)
      #expect(["note", "warning", "error"].contains(level))
      let marks = try #require(result["partialFingerprints"] as? [String: String])
      #expect(marks.values.allSatisfy { $0.utf8.count == 16 })
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let place = try #require(location["physicalLocation"] as? [String: Any])
      #expect(
        (place["artifactLocation"] as? [String: Any])?["uri"] as? String
          == "data/tweets%20%C3%BC.js")
      #expect((place["region"] as? [String: Any])?["startLine"] as? Int ?? 0 > 0)
    }
  }

  @Test func `what failed is told, and makes the run unsuccessful`() throws {
    let whole = try invocation(run(log(AuditSamples.records, AuditSamples.complaints)))
    #expect(whole["executionSuccessful"] as? Bool == false)
    #expect(whole["exitCode"] == nil)
    let told = try #require(whole["toolExecutionNotifications"] as? [[String: Any]])
    let codes = told.compactMap { ($0["descriptor"] as? [String: Any])?["id"] as? String }
    #expect(
      codes == [
        "wrong-count", "no-text", "left-out", "left-out", "not-checked", "not-checked",
        "incomplete",
      ])
    let sound = AuditSamples.records.filter { record in
      if case .failed = record.outcome { false } else { true }
    }
    #expect(try invocation(run(log(sound, [])))["executionSuccessful"] as? Bool == true)
    #expect(
      try invocation(run(log(sound, AuditSamples.complaints)))["executionSuccessful"] as? Bool
        == false)
  }

  @Test func `a log that lists a part says which`() throws {
    let filters = ["posts since 2024-01-01", "findings of severity serious and worse"]
    let part = try run(log([], [], filters: filters))
    #expect((part["properties"] as? [String: Any])?["filters"] as? [String] == filters)
    let told = try #require(
      try invocation(part)["toolExecutionNotifications"] as? [[String: Any]])
    #expect(told.count == 1)
    #expect(told.first?["level"] as? String == "note")
    #expect(
      (told.first?["message"] as? [String: Any])?["text"] as? String
        == "Not everything is listed here: only posts since 2024-01-01; "
        + "findings of severity serious and worse.")
    #expect((try run(log([], []))["properties"] as? [String: Any])?["filters"] == nil)
  }

  @Test func `an audit of nothing is a log too`() throws {
    #expect((try run(log([], []))["results"] as? [Any])?.isEmpty == true)
  }

  @Test func `many failures are told one by one up to a limit, and then by their number`() throws {
    let failures = (0..<1_200).map { number in
      AuditedRecord(
        index: number, id: nil, source: .init(file: "f", record: number + 1, line: 1),
        outcome: .failed(Record.Failure(code: "no-text", message: "none")))
    }
    let told = try invocation(run(log(failures, [])))["toolExecutionNotifications"] as? [Any]
    #expect(told?.count == AuditSARIF.mostFailures + 1)
  }

  @Test(arguments: 1...5)
  func `every log can be read, whatever the records`(_ seed: UInt64) throws {
    let records = GeneratedRecords.make(count: 200, seed: seed)
    let results = try run(log(records, []))["results"] as? [[String: Any]]
    #expect(
      results?.count
        == records.reduce(0) { count, record in
          guard case .checked(let post) = record.outcome else { return count }
          return count + post.findings.count
        })
  }

  @Test func `the mark of a finding changes with its rule, its part and its text`() throws {
    let results = try run(log(AuditSamples.records, []))["results"] as? [[String: Any]]
    let marks = results?.compactMap {
      ($0["partialFingerprints"] as? [String: String])?.values.first
    }
    // Two findings of one rule in one part of one post are one.
    #expect(Set(marks ?? []).count == 7)
  }
}
