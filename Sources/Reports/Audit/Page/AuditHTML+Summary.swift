import RiskEngine
import Rules

extension AuditHTML {
  /// Writes the verdicts, the counts as they add up, and how the page is to be handled.
  func writeSummary(to page: inout HTMLWriter) {
    let tally = end.tally
    page.element("p", ["class": "lead"], text: headline)
    page.element("ul", ["class": "tiles"]) { page in
      for verdict in Verdict.allCases.reversed() { writeTile(verdict, to: &page) }
    }
    page.element("dl", ["class": "facts"]) { page in
      page.fact("Records", AuditWords.reconciliation(of: tally))
      if let words = AuditWords.repeats(in: tally) { page.fact("Repeated texts", words) }
      if let baseline = end.baseline { page.fact("Baseline", AuditWords.baseline(baseline)) }
      if tally.incomplete > 0 {
        page.fact(
          "Not checked in full", Wording.count(tally.incomplete, "post", "posts"))
      }
      if !end.complaints.isEmpty {
        page.element("div") { page in
          page.element("dt", text: "Trouble with inputs")
          page.element("dd") { page in
            page.element(
              "a", ["href": "#unchecked"],
              text: Wording.count(end.complaints.count, "complaint", "complaints"))
          }
        }
      }
    }
    writeKinds(to: &page)
    page.element("div", ["class": "care"]) { page in
      page.element("p") { page in
        page.element("strong", text: "Handle with care. ")
        page.text(
          """
          This report holds posts that may concern people: keep it only as long as the audit needs it, share it only with \
          those who need it, and then delete it.
          """)
      }
      page.element("p", text: redaction)
    }
  }

  private var headline: String {
    let tally = end.tally
    guard tally.checked > 0 else { return "No post was checked." }
    let worth = tally.verdicts.atLeast(.review)
    guard worth > 0 else {
      let apart = tally.known > 0 ? "Apart from what the baseline knows, none" : "None"
      return "\(apart) of \(Wording.count(tally.checked, "post", "posts")) "
        + "calls for a second reader. "
        + "That is no approval: clear means that no rule matched."
    }
    return "\(Wording.grouped(worth)) of \(Wording.count(tally.checked, "post", "posts")) "
      + "(\(Proportion(worth, of: tally.checked).percent)) "
      + (worth == 1 ? "calls" : "call")
      + " for a second reader. A finding is a reason to read a post again; it accuses nobody."
  }

  private var redaction: String {
    end.showing.isSensitiveShown
      ? AuditWords.sensitiveShown
      : "Words that sensitive rules found, such as names and numbers, are hidden behind bullets (•)."
  }

  private func writeTile(_ verdict: Verdict, to page: inout HTMLWriter) {
    let count = end.tally.verdicts[verdict]
    page.element("li", ["class": verdict.rawValue]) { page in
      page.element("span", ["class": "name"], text: verdict.rawValue)
      page.element("strong", text: Wording.grouped(count))
      page.element("span", text: Proportion(count, of: end.tally.checked).percent + " of posts")
      page.element("span", ["class": "meaning"], text: Self.meaning(of: verdict))
    }
  }

  private static func meaning(of verdict: Verdict) -> String {
    switch verdict {
    case .clear: "No rule found anything, which is no approval."
    case .advise: "Housekeeping only."
    case .review: "Wanted a second pair of eyes."
    case .hold: "Should have waited for its owner."
    }
  }

  private func writeKinds(to page: inout HTMLWriter) {
    let kinds = end.tally.kinds
    guard kinds.sorted.count > 1 || kinds.hasFurther else { return }
    writeVerdicts(
      "Posts by kind", "Kind",
      kinds.sorted.map { ($0.name, $0.value) }
        + (kinds.hasFurther ? [("other kinds", kinds.further)] : []), to: &page)
  }

  /// Writes a table of posts by verdict, each row with a bar of those that are not clear.
  func writeVerdicts(
    _ caption: String, _ head: String, _ groups: [(name: String, verdicts: VerdictCounts)],
    to page: inout HTMLWriter
  ) {
    let most = groups.map { $0.verdicts.atLeast(.advise) }.max() ?? 0
    writeLegend(to: &page)
    page.table(
      caption, [head, "Posts", "Hold", "Review", "Advise", "Not clear", "Not clear, as a bar"],
      numbers: 1..<6
    ) { page in
      for (name, verdicts) in groups {
        page.row(
          [
            .words(name), .count(verdicts.posts), .count(verdicts[.hold]),
            .count(verdicts[.review]), .count(verdicts[.advise]),
            .number(Proportion(verdicts.atLeast(.advise), of: verdicts.posts).percent),
            .content { Bar(verdicts, of: most).write(to: &$0) },
          ])
      }
    }
  }

  // MARK: - The end of the page

  /// Writes what the result does not cover.
  func writeUnchecked(to page: inout HTMLWriter) {
    let tally = end.tally
    if !end.complaints.isEmpty {
      page.table(
        "What is wrong with the inputs", ["Input", "What is wrong", "Code"],
        end.complaints.map { [$0.file, $0.message, $0.code] })
    }
    writeReasons(
      "Records that were left out", "Reason",
      tally.skipped.largestFirst.map { (AuditWords.reason($0.name), $0.value) }, to: &page)
    writeReasons("Records that could not be read", "Code", tally.failures.largestFirst, to: &page)
    writeUnread(to: &page)
    let missing = Dictionary(
      tally.notChecked.sorted.map { ($0.name, $0.value) }, uniquingKeysWith: +)
    let further = tally.notChecked.hasFurther ? [("other reasons", tally.notChecked.further)] : []
    writeReasons(
      "Posts of which a part was not checked", "Reason", missing.largestFirst + further, to: &page)
    page.element("h3", text: "What no rule can look at")
    page.element("ul") { page in
      for text in Handbook.unseen { page.element("li", text: text) }
    }
  }

  private func writeReasons(
    _ caption: String, _ head: String, _ counts: [(name: String, value: Int)],
    to page: inout HTMLWriter
  ) {
    guard !counts.isEmpty else { return }
    page.table(caption, [head, "Count"], numbers: 1..<2) { page in
      for (name, count) in counts { page.row([.words(name), .count(count)]) }
    }
  }

  private func writeUnread(to page: inout HTMLWriter) {
    let tally = end.tally
    guard !tally.unread.isEmpty else { return }
    page.table(
      "Where these records stand, and why they could not be read",
      ["Record", "What is wrong", "Code"],
      tally.unread.map { [$0.place, $0.failure.message, $0.failure.code] })
    if let words = AuditWords.furtherUnread(in: tally) { page.element("p", text: words) }
  }

  /// Writes by what the posts were checked, and how to read the page.
  func writeAbout(to page: inout HTMLWriter) {
    page.element("dl", ["class": "facts"]) { page in
      page.fact("Rules", "\(end.rules.pack) \(end.rules.version)")
      page.fact("SHA-256", end.rules.sha256)
      page.fact("Program", "TweetLint \(edition.toolVersion)")
    }
    page.element(
      "p",
      text: """
        Each post was checked by the same rules and by itself, with the post that it answers or quotes where the input holds \
        it. The same input and the same rules give the same report, byte for byte. A rule warns of how words could be read; \
        what to make of it is for people to decide, and nothing here is legal advice.
        """)
  }
}
