import RiskEngine
import Rules

extension AuditHTML {
  /// The most scalars of a part that are shown.
  private static let mostText = 1_500

  /// The posts that are seen before anything is opened.
  private static let mostOpen = 10

  /// Writes the worst posts with their words and the advice on them.
  func writeWorst(to page: inout HTMLWriter) {
    let flagged = end.tally.flagged
    page.element(
      "p",
      text: flagged > posts.count
        ? "The \(Wording.grouped(posts.count)) worst of "
          + "\(Wording.grouped(flagged)) posts with a finding. The marked words are what it is about."
        : "All posts with a finding, worst first. The marked words are what it is about.")
    write(posts.prefix(Self.mostOpen), from: 1, to: &page)
    let more = posts.dropFirst(Self.mostOpen)
    guard !more.isEmpty else { return }
    page.element("details") { page in
      page.element("summary", text: "Show \(Wording.count(more.count, "more post", "more posts"))")
      write(more, from: Self.mostOpen + 1, to: &page)
    }
  }

  private func write(
    _ posts: ArraySlice<AuditedRecord>, from first: Int, to page: inout HTMLWriter
  ) {
    for (place, record) in posts.enumerated() {
      guard case .checked(let post) = record.outcome else { continue }
      let number = first + place
      let id = "post-\(number)"
      page.element(
        "article",
        ["class": "post \(post.verdict.rawValue)", "id": id, "aria-labelledby": "\(id)-title"]
      ) { page in
        page.element("h3", ["id": "\(id)-title"]) { page in
          page.badge(post.verdict.rawValue, post.verdict.rawValue)
          page.element("span", text: "\(number). " + AuditWords.heading(of: post))
        }
        write(post, to: &page)
        page.element("p", ["class": "source"], text: AuditWords.place(of: record))
      }
    }
  }

  private func write(_ post: AuditedPost, to page: inout HTMLWriter) {
    for part in post.shown {
      if part.part != "text" {
        page.element("p", ["class": "note"], text: Self.name(of: part.part))
      }
      let marks = post.findings.filter { $0.part == part.part }.map(\.span)
      let text = MarkedText(part.text, marks: marks, most: Self.mostText)
      page.element("blockquote", ["dir": "auto"]) { page in
        page.element("p") { Self.write(text, to: &$0) }
      }
    }
    for finding in post.findings { write(finding, to: &page) }
    let failures = post.notChecked.filter(\.isFailure)
    if !failures.isEmpty {
      page.element(
        "p", ["class": "warning"],
        text: "Not checked in full: "
          + failures.map { "\($0.part): \($0.reason)" }.joined(separator: "; "))
    }
  }

  private func write(_ finding: AuditedFinding, to page: inout HTMLWriter) {
    page.element("div", ["class": "finding"]) { page in
      page.element("h4") { page in
        page.text(finding.title + " ")
        page.badge(finding.severity.rawValue, finding.severity.rawValue)
      }
      if !finding.match.isEmpty {
        page.element("p", ["class": "note"], text: "“\(finding.match)”")
      }
      page.element("p") { $0.element("strong", text: finding.readsAs) }
      if !finding.why.isEmpty { page.element("p", text: finding.why) }
      page.element("p") { page in
        page.element("strong", text: "Instead: ")
        page.text(finding.advice)
      }
      page.element("p", ["class": "note"]) { page in
        page.text(title(of: finding.category) + " · ")
        page.element("code", text: finding.rule)
      }
    }
  }

  /// A part in words.
  private static func name(of part: String) -> String {
    if part == "reply_to" { return "The post that it answers:" }
    if part == "quote" { return "The post that it quotes:" }
    if part.utf8.starts(with: "thread".utf8) { return "Further post of the thread, \(part):" }
    return part.utf8.starts(with: "media".utf8)
      ? "Description of a picture, \(part):" : "\(part):"
  }

  private static func write(_ text: MarkedText, to page: inout HTMLWriter) {
    for piece in text.pieces {
      if piece.isMarked {
        page.element("mark", text: piece.text)
      } else {
        page.text(piece.text)
      }
    }
  }

  // MARK: - The table

  /// Writes a table of the posts with a finding, and the form that searches it.
  func writeRows(to page: inout HTMLWriter) {
    let more = end.tally.flagged - rows.count
    page.element(
      "p",
      text: more > 0
        ? "The \(Wording.grouped(rows.count)) worst of \(Wording.grouped(end.tally.flagged)) posts; "
          + "the result lines (--format jsonl) and the table of values (--format csv) hold all of them."
        : "All \(Wording.count(rows.count, "post", "posts")), worst first.")
    finder.write(to: &page)
    page.table(
      "Posts with a finding",
      ["Post", "Verdict", "Account and kind", "What was found", "Words", "Where"]
    ) { page in
      for row in rows { write(row, to: &page) }
    }
  }

  private func write(_ row: FlaggedRow, to page: inout HTMLWriter) {
    page.row(
      [
        .words(row.time.map(AuditWords.day) ?? "no date"),
        .content { page in
          page.badge(row.verdict.rawValue, row.verdict.rawValue)
          page.text(" \(row.score)")
        },
        .words(
          AuditWords.heading(
            account: row.account, time: nil, kind: row.kind, isDeleted: row.isDeleted)),
        .content { page in
          page.element("ul") { page in
            for rule in row.rules {
              page.element("li", text: "\(rule.title) (\(rule.severity.rawValue))")
            }
          }
        },
        .content { page in
          page.element("div", ["class": "words", "dir": "auto"]) { Self.write(row.text, to: &$0) }
        },
        .words(AuditWords.place(row.source, id: row.id)),
      ],
      [
        "class": "rows", "data-verdict": row.verdict.rawValue,
        "data-category": row.categories.joined(separator: "\n"),
        "data-account": row.account ?? "", "data-kind": row.kind,
      ])
  }

  private var finder: Finder {
    let verdicts = Verdict.allCases.reversed().map(\.rawValue)
      .filter { name in rows.contains { $0.verdict.rawValue == name } }
    let categories = Self.distinct(rows.flatMap(\.categories))
    let accounts = Self.distinct(rows.compactMap(\.account))
    let kinds = Self.distinct(rows.map(\.kind))
    var choices = [
      Finder.Choice("verdict", "Verdict", verdicts.map { ($0, $0) }),
      Finder.Choice("category", "Category", categories.map { ($0, title(of: $0)) }),
    ]
    // A longer list is no help; the field for words finds accounts too.
    if (2...200).contains(accounts.count) {
      choices.append(Finder.Choice("account", "Account", accounts.map { ($0, "@" + $0) }))
    }
    if kinds.count > 1 { choices.append(Finder.Choice("kind", "Kind", kinds.map { ($0, $0) })) }
    return Finder(
      items: "tr.rows", groups: "", noun: ("post", "posts"),
      label: "Find posts that hold these words", choices: choices)
  }

  private static func distinct(_ values: [String]) -> [String] {
    Set(values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
