package import PostText
import RiskEngine
import Rules

/// A record of an audit on its way to its line: what was checked, and what the archive says of it.
package struct AuditLine {
  /// Where the record stands in the input.
  package var source: AuditedRecord.Source
  /// The post's own identifier.
  package var id: String?
  /// When it was published, as `2024-05-01T12:00:00Z`, when the archive says so.
  package var time: String?
  /// Whose words it spreads: `original`, `reply`, `retweet` or `quote`.
  package var kind = ""
  /// True when it had been deleted before the archive was made.
  package var isDeleted = false
  /// The political sides that the post names, by their ids.
  package var sides: [String] = []
  /// What other rules would make of it.
  package var replay: Replay?
  /// What a baseline knows of all that was found.
  package var known: [BaselineMark] = []
  /// What a baseline would know each listed finding by.
  package var new: [BaselineMark] = []
  /// True when something was found and a baseline knows all of it.
  package var isKnown = false

  /// Begins with the record's place.
  package init(source: AuditedRecord.Source, id: String?) {
    self.source = source
    self.id = id
  }

  /// The record with what a check came to; its index is given later.
  package func record(of checked: Record.Checked, showing source: AuthorText) -> AuditedRecord {
    let assessment = checked.assessment
    var parts = assessment.findings.map(\.part)
    // A post that other rules would flag is shown, be it clear here.
    if replay != nil, parts.isEmpty { parts = [.text] }
    var post = AuditedPost(
      textSHA256: checked.textSHA256, account: checked.draft.account, time: time, kind: kind,
      isDeleted: isDeleted, verdict: assessment.verdict, score: assessment.score,
      findings: assessment.findings.map { AuditedFinding($0, source: source) },
      notChecked: assessment.notChecked, sides: sides,
      shown: parts.enumerated().filter { !parts[..<$0.offset].contains($0.element) }.map {
        AuditedPost.ShownPart(part: $0.element.description, text: source.words(of: $0.element))
      })
    (post.known, post.new, post.isKnown) = (known, new, isKnown)
    post.replay = replay
    return AuditedRecord(index: 0, id: id, source: self.source, outcome: .checked(post))
  }

  /// The record that was left out or could not be read; its index is given later.
  package func record(of outcome: AuditedRecord.Outcome) -> AuditedRecord {
    AuditedRecord(index: 0, id: id, source: source, outcome: outcome)
  }
}

extension AuditedFinding {
  init(_ finding: Finding, source: AuthorText) {
    let words = finding.words
    let bytes = source.bytes(of: finding.part)
    let start = TextOffset(utf8: finding.span.lowerBound, in: bytes).scalar
    let end = TextOffset(utf8: finding.span.upperBound, in: bytes).scalar
    self.init(
      rule: finding.rule.id, category: finding.rule.category, severity: finding.severity,
      points: finding.points, part: finding.part.description, span: start..<end,
      match: source.words(in: finding.span, of: finding.part), title: finding.rule.title,
      readsAs: words.readsAs, advice: words.advice, why: words.why)
  }
}

extension AuthorText {
  /// The words of a whole part.
  package func words(of part: PartName) -> String {
    words(in: 0..<bytes(of: part).count, of: part)
  }
}
