import RiskEngine
import Rules
import TestSupport

@testable import DecisionLog

/// Decisions in which every member is drawn by lot.
struct RandomDecisions {
  private var lot: SeededGenerator

  /// Begins a row of decisions.
  init(seed: UInt64) {
    lot = SeededGenerator(seed: seed)
  }

  /// The next decision.
  mutating func next() -> Decision {
    let author = "a" + text()
    return Decision(
      author: author, account: optional(), channel: optional(),
      surface: one(of: Decision.Surface.allCases), attempt: optional(), contentHash: text(),
      verdict: Bool.random(using: &lot) ? one(of: Verdict.allCases) : nil,
      score: Int.random(in: .min ... .max, using: &lot), findings: several { $0.finding() },
      notChecked: several { $0.text() },
      waived: several { Decision.Waiver(rule: $0.text(), reason: $0.text()) },
      hooks: several { Decision.Hook(name: $0.text(), answer: $0.text()) },
      outcome: one(of: Decision.Outcome.allCases), reason: optional(),
      approver: Bool.random(using: &lot) ? "b" + text() : nil,
      approval: Bool.random(using: &lot)
        ? EntryID(sequence: Int.random(in: 1...9_999, using: &lot)) : nil,
      pack: Decision.Pack(id: text(), version: text(), sha256: text()))
  }

  private mutating func finding() -> Decision.Finding {
    let start = Int.random(in: 0...999, using: &lot)
    return Decision.Finding(
      rule: text(), category: text(), severity: one(of: Severity.allCases), part: text(),
      span: start..<start + Int.random(in: 0...99, using: &lot))
  }

  private mutating func optional() -> String? {
    Bool.random(using: &lot) ? text() : nil
  }

  private mutating func several<Element>(
    _ element: (inout RandomDecisions) -> Element
  ) -> [Element] {
    (0..<Int.random(in: 0...3, using: &lot)).map { _ in element(&self) }
  }

  /// A text with what is awkward in JSON, in a database or on a terminal.
  private mutating func text() -> String {
    let awkward: [Unicode.Scalar] = [
      "a", "Z", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{7F}", "\u{301}",
      "\u{2028}", "\u{202E}", "\u{FFFD}", "\u{FEFF}", "é", "\u{1F46E}", "\u{10FFFF}", "'", "%",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &lot) {
      text.unicodeScalars.append(one(of: awkward))
    }
    return text
  }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &lot)]
  }
}
