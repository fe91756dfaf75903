import Archives
import JSON
package import Reports
import RiskEngine
import Rules

/// Reads the lines of an audit's result back.
package struct ResultReader {
  /// What a line of a result is.
  package enum Line: Equatable {
    /// A record.
    case record(AuditedRecord)
    /// The end, which carries the counts.
    case end(End)
  }

  /// What the last line says that the records do not.
  package struct End: Equatable {
    /// The records that were read.
    package let read: Int
    /// What went wrong besides single records.
    package let complaints: [AuditEnd.Complaint]
    /// The rules that the posts were checked by.
    package let rules: RulesIdentity
    /// The rules that the posts were checked by besides.
    package let otherRules: RulesIdentity?
    /// How the findings stand against a baseline, when there was one.
    package let baseline: BaselineCounts?
    /// What the result lists and shows; everything, and nothing sensitive, where it does not say so.
    package let showing: AuditEnd.Showing
  }

  /// Why a line is not one of a result.
  package struct Fault: Error, Equatable {
    /// What is wrong, in one sentence.
    package let message: String
  }

  private let document: JSONDocument

  /// Makes a reader; fails when there is no memory.
  package init?() {
    guard let document = JSONDocument() else { return nil }
    self.document = document
  }

  /// Reads one line.
  package func line(_ bytes: some Collection<UInt8>) throws(Fault) -> Line {
    let value: JSONValue
    do throws(JSONDocument.Fault) {
      value = try document.parse(bytes)
    } catch {
      throw Fault(message: error.message)
    }
    if value["type"]?.string == "end" { return .end(try end(of: value)) }
    guard value["schema"]?.string == JSONReport.schema else {
      throw Fault(
        message: "It is no line of an audit's result: its schema is not \(JSONReport.schema).")
    }
    guard let index = value["i"]?.integer, let file = value["file"]?.string,
      let record = value["record"]?.integer, let line = value["line"]?.integer
    else { throw Fault(message: "It does not say which record it is of; was it made by `check`?") }
    return .record(
      AuditedRecord(
        index: index, id: value["id"]?.string,
        source: AuditedRecord.Source(file: file, record: record, line: line),
        outcome: try outcome(of: value)))
  }

  private func end(of value: JSONValue) throws(Fault) -> End {
    guard let read = value["read"]?.integer, let rules = value["pack"].flatMap(identity) else {
      throw Fault(message: "The last line does not say what was read, or by which rules.")
    }
    return End(
      read: read,
      complaints: (value["complaints"]?.elements ?? []).map {
        AuditEnd.Complaint(
          code: $0["code"]?.string ?? "", message: $0["message"]?.string ?? "",
          file: $0["file"]?.string ?? "")
      }, rules: rules,
      otherRules: value["other_rules"]?["rules"].flatMap(identity),
      baseline: value["baseline"].map(baseline),
      showing: AuditEnd.Showing(
        isSensitiveShown: value["shows_sensitive"]?.boolean ?? false,
        filters: (value["filters"]?.elements ?? []).compactMap(\.string)))
  }

  private func identity(_ value: JSONValue) -> RulesIdentity? {
    guard let pack = value["pack"]?.string, let version = value["version"]?.string,
      let digest = value["sha256"]?.string
    else { return nil }
    return RulesIdentity(pack: pack, version: version, sha256: digest)
  }

  private func replay(_ value: JSONValue) -> Replay? {
    guard let verdict = value["verdict"]?.string.flatMap(Verdict.init),
      let score = value["score"]?.integer
    else { return nil }
    return Replay(
      verdict: verdict, score: score, added: (value["added"]?.elements ?? []).compactMap(\.string),
      removed: (value["removed"]?.elements ?? []).compactMap(\.string))
  }

  private func baseline(_ value: JSONValue) -> BaselineCounts {
    var counts = BaselineCounts()
    counts.known = value["known"]?.integer ?? 0
    counts.new = value["new"]?.integer ?? 0
    counts.stale = value["stale"]?.integer ?? 0
    counts.repeated = value["repeated"]?.integer ?? 0
    counts.knownPosts = value["known_posts"]?.integer ?? 0
    return counts
  }

  private func outcome(of value: JSONValue) throws(Fault) -> AuditedRecord.Outcome {
    if let reason = value["skipped"]?.string { return .skipped(reason) }
    if let error = value["error"] {
      return .failed(
        Record.Failure(
          code: error["code"]?.string ?? "", message: error["message"]?.string ?? ""))
    }
    let isKnown = value["verdict"]?.string == AuditLineWriter.known
    guard let verdict = isKnown ? .clear : value["verdict"]?.string.flatMap(Verdict.init),
      let digest = value["text_sha256"]?.string, let score = value["score"]?.integer,
      let kind = value["kind"]?.string
    else { throw Fault(message: "Its verdict, score, kind or digest is missing.") }
    var findings: [AuditedFinding] = []
    for finding in value["findings"]?.elements ?? [] {
      findings.append(try self.finding(of: finding))
    }
    var post = AuditedPost(
      textSHA256: digest, account: value["account"]?.string, time: value["time"]?.string,
      kind: kind, isDeleted: value["deleted"]?.boolean ?? false, verdict: verdict, score: score,
      findings: findings, notChecked: (value["not_checked"]?.elements ?? []).map(notChecked),
      sides: (value["sides"]?.elements ?? []).compactMap(\.string),
      shown: (value["shown"]?.elements ?? []).map {
        AuditedPost.ShownPart(part: $0["part"]?.string ?? "", text: $0["text"]?.string ?? "")
      })
    post.isKnown = isKnown
    post.replay = value["other_rules"].flatMap(replay)
    post.known = try marks(value["known"])
    post.new = try marks(value["new"])
    return .checked(post)
  }

  private func marks(_ value: JSONValue?) throws(Fault) -> [BaselineMark] {
    var marks: [BaselineMark] = []
    for mark in value?.elements ?? [] {
      guard let rule = mark["rule"]?.string,
        let hash = mark["hash"]?.string.flatMap(ContentHash.init(hex:))
      else { throw Fault(message: "What it says of the baseline lacks a rule or a hash.") }
      marks.append(BaselineMark(rule: rule, hash: hash))
    }
    return marks
  }

  private func notChecked(_ value: JSONValue) -> Assessment.NotChecked {
    Assessment.NotChecked(
      part: value["part"]?.string ?? "", rule: value["rule"]?.string,
      reason: value["reason"]?.string ?? "", isFailure: value["failure"]?.boolean ?? true)
  }

  private func finding(of value: JSONValue) throws(Fault) -> AuditedFinding {
    let span = (value["span"]?["scalar"]?.elements ?? []).compactMap(\.integer)
    guard let rule = value["rule"]?.string, let category = value["category"]?.string,
      let severity = value["severity"]?.string.flatMap(Severity.init),
      let points = value["points"]?.integer, span.count == 2, 0 <= span[0], span[0] <= span[1]
    else { throw Fault(message: "A finding lacks its rule, severity or place.") }
    return AuditedFinding(
      rule: rule, category: category, severity: severity, points: points,
      part: value["part"]?.string ?? "", span: span[0]..<span[1],
      match: value["match"]?.string ?? "", title: value["title"]?.string ?? "",
      readsAs: value["reads_as"]?.string ?? "", advice: value["advice"]?.string ?? "",
      why: value["why"]?.string ?? "")
  }
}
