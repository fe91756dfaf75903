import Foundation

import JSON
import Rules
import TestSupport
import Testing

@testable import Reports
@testable import RiskEngine

struct AuditHTMLTests {
  private static func page(
    _ records: [AuditedRecord], posts: Int = 100, rows: Int = 5_000,
    complaints: [AuditEnd.Complaint] = AuditSamples.complaints,
    edition: AuditHTML.Edition = AuditSamples.edition,
    showing: AuditEnd.Showing = AuditEnd.Showing()
  ) -> [UInt8] {
    let end = AuditEnd(
      tally: AuditSamples.tally(of: records), complaints: complaints, rules: AuditSamples.identity,
      showing: showing)
    return AuditHTML(
      end, worst: AuditSamples.worst(of: records, posts: posts, rows: rows), edition: edition
    ).rendered()
  }

  private let bytes = Self.page(AuditSamples.records)
  private let page: MarkupTree

  init() {
    page = MarkupTree(bytes)
  }

  @Test func `the whole page is as it was`() {
    AuditSamples.golden(bytes, "audit.html")
  }

  @Test func `the page is well-formed, and its parts have names`() {
    #expect(page.fault == nil)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a").compactMap({ $0.attributes["href"] }) {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    for key in ["aria-labelledby", "for"] {
      for label in page.elements.compactMap({ $0.attributes[key] }) {
        #expect(ids.contains(label), "\(label)")
      }
    }
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
    for landmark in ["header", "nav", "main", "h1"] { #expect(page.all(landmark).count == 1) }
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test func `the first records that could not be read are listed, and reasons told in words`()
    throws
  {
    let page = MarkupTree(Self.page(AuditTextTests.unread + AuditSamples.records))
    let chapter = try #require(page.element("unchecked")).text
    #expect(chapter.contains("posts.csv:3 (record 2, id 17)"))
    #expect(chapter.contains("Nothing to read, number 18."))
    #expect(!chapter.contains("Nothing to read, number 20."))
    #expect(chapter.contains("… and 4 more"))
    #expect(chapter.contains("private: for chosen people only; --include-private reads them"))
  }

  @Test func `nothing is fetched from elsewhere`() {
    #expect(
      page.elements.allSatisfy { $0.attributes["src"] == nil && $0.attributes["action"] == nil })
    #expect(Set(page.elements.map(\.name)).isDisjoint(with: ["link", "img", "iframe", "base"]))
    for sheet in page.all("style") + page.all("script") {
      for word in ["http", "url(", "@import", "fetch", "XMLHttpRequest", "eval", "innerHTML"] {
        #expect(!sheet.text.contains(word), "\(word)")
      }
    }
    #expect(page.all("meta").contains { $0.attributes["content"]?.contains("'none'") == true })
  }

  @Test func `the marked words are those that were found`() {
    let marks = page.all("mark").map(\.text)
    #expect(
      Array(marks.prefix(4)) == [
        "••••• ••••••", "nicked", "Kicking down doors", "our favourite things",
      ])
  }

  @Test func `a finding quotes its words where a post has several`() throws {
    let quoted = page.ofClass("finding").map { $0.text.contains("“") }
    #expect(quoted == [true, true, true, true, false, false, false, false])
  }

  @Test func `beyond ten the worst posts open when they are asked for`() throws {
    let records = (0..<13).map { Self.record($0, "words") }
    let page = MarkupTree(Self.page(records))
    #expect(page.ofClass("post").count == 13)
    let more = try #require(page.all("details").first { $0.text.contains("Show 3 more posts") })
    #expect(more.text.contains("11. @words") && !more.text.contains("10. @words"))
  }

  @Test func `many accounts are cut to those that matter, and the page says so`() throws {
    let records = (0..<150 * 20).map { number in
      AuditedRecord(
        index: number, id: nil, source: .init(file: "f", record: 1, line: 1),
        outcome: AuditSamples.post(
          1, account: "a\(number / 20)", sides: [number < 400 || number % 2 == 0 ? "red" : "blue"]))
    }
    let page = MarkupTree(Self.page(records))
    let sides = try #require(page.element("sides")).text
    #expect(sides.contains("40 of 40; the last of the result lines holds all 300."))
    let accounts = try #require(page.element("accounts")).text
    #expect(accounts.contains("50 more accounts, with less to find, are not shown"))
  }

  @Test func `verdicts, counts and what is missing are said in words`() throws {
    let summary = try #require(page.element("summary")).text
    for words in [
      "71 records read: 67 checked, 3 left out, 1 could not be read.", "keep it only as long",
      "hidden behind bullets", "3 of 67 posts (4.48 %) call for a second reader.",
    ] {
      #expect(summary.contains(words), "\(words)")
    }
    let unchecked = try #require(page.element("unchecked")).text
    for words in ["wrong-count", "private", "no-text", "the match limit was reached", "Pictures"] {
      #expect(unchecked.contains(words), "\(words)")
    }
    #expect(page.element("trend")?.text.contains("1 post has no date") == true)
    #expect(page.element("sides")?.text.contains("A pattern, not a post") == true)
    #expect(page.element("deleted") != nil)
  }

  @Test func `the page says how many posts are not in it`() throws {
    let page = MarkupTree(Self.page(AuditSamples.records, posts: 1, rows: 2))
    #expect(page.ofClass("post").count == 1)
    #expect(page.ofClass("rows").count == 2)
    let rows = try #require(page.element("posts")).text
    #expect(rows.contains("The 2 worst of 6 posts; the result lines (--format jsonl)"))
  }

  @Test func `chapters without anything to say are left out`() {
    let page = MarkupTree(Self.page([], complaints: []))
    #expect(page.fault == nil)
    #expect(
      page.all("section").compactMap { $0.attributes["id"] } == ["summary", "unchecked", "about"])
    #expect(page.element("finder") == nil)
  }

  @Test func `sensitive words that are shown, and filters, are said`() throws {
    let page = MarkupTree(
      Self.page(
        AuditSamples.records,
        showing: .init(isSensitiveShown: true, filters: ["posts since 2024-01-01"])))
    #expect(page.element("summary")?.text.contains("are shown, as was asked for") == true)
    #expect(page.all("header").first?.text.contains("only posts since 2024-01-01.") == true)
  }

  // MARK: - Hostile text

  private static let hostile = [
    #"<script>alert("1")</script> ' & ]]> <!-- {{x}}"#, "\"\u{301}><img src=x onerror=alert(1)>",
    "\u{202E}<b>\u{2066}", "</style></title></textarea><svg onload=alert(1)>",
    "\u{0}\u{1B}[31m\u{85}",
    "' onmouseover='alert(1)", "\u{FFFE}\u{FFFF}<i>",
  ]

  private static func record(_ index: Int, _ text: String) -> AuditedRecord {
    let finding = AuditedFinding(
      rule: text, category: text, severity: .stop, points: 5, part: text, span: 0..<3, match: text,
      title: text, readsAs: text, advice: text, why: text)
    let post = AuditedPost(
      textSHA256: text, account: text, time: "2024-01-01" + text, kind: text, isDeleted: true,
      verdict: .hold, score: 5, findings: [finding],
      notChecked: [.init(part: text, rule: text, reason: text, isFailure: true)], sides: [text],
      shown: [.init(part: text, text: text)])
    return AuditedRecord(
      index: index, id: text, source: .init(file: text, record: 1, line: 1),
      outcome: .checked(post))
  }

  @Test func `nothing that records hold becomes markup`() {
    var records: [AuditedRecord] = []
    for text in Self.hostile {
      for _ in 0..<25 { records.append(Self.record(records.count, text)) }
      records.append(
        AuditedRecord(
          index: records.count, id: text, source: .init(file: text, record: 1, line: 1),
          outcome: .failed(Record.Failure(code: text, message: text))))
      records.append(
        AuditedRecord(
          index: records.count, id: text, source: .init(file: text, record: 1, line: 1),
          outcome: .skipped(text)))
    }
    let edition = AuditHTML.Edition(
      title: Self.hostile[0], inputs: Self.hostile, categories: [], toolVersion: Self.hostile[1])
    let bytes = Self.page(
      records,
      complaints: Self.hostile.map { .init(code: $0, message: $0, file: $0) }, edition: edition,
      showing: .init(filters: Self.hostile))
    let page = MarkupTree(bytes)
    #expect(page.fault == nil)
    #expect(page.all("script").count == 1)
    #expect(
      Set(page.elements.map(\.name)).isDisjoint(with: ["img", "b", "i", "textarea", "iframe"]))
    #expect(page.all("style").count == 1)
    #expect(page.all("h1").first?.text == Self.hostile[0])
    #expect(
      !page.elements.contains { element in
        element.attributes.keys.contains { $0.hasPrefix("on") }
      })
    let source = String(decoding: bytes, as: UTF8.self)
    #expect(
      source.unicodeScalars.allSatisfy { ["\n", "\t"].contains($0) || !$0.disturbsTerminals })
    // The bytes of a quotation mark stay escaped whatever mark stands behind it.
    #expect(source.contains("&quot;\u{301}&gt;&lt;img"))
  }

  @Test(arguments: 1...4)
  func `any records make a well-formed page, the same every time`(_ seed: UInt64) {
    let records = GeneratedRecords.make(count: 300, seed: seed)
    let bytes = Self.page(records)
    #expect(MarkupTree(bytes).fault == nil)
    var random = SeededGenerator(seed: seed)
    #expect(Self.page(records.shuffled(using: &random)) == bytes)
  }

  // MARK: - The trend

  @Test func `many months are drawn by year, and many years are cut`() {
    var counts = VerdictCounts()
    counts.add(.hold)
    let months = { (numbers: [Int]) in
      AuditTrend(
        Dictionary(
          numbers.map { (Month(number: $0), counts) }, uniquingKeysWith: { first, _ in first }))
    }
    let short = months([2024 * 12, 2024 * 12 + 3])
    #expect(short.periods.map(\.name) == ["2024-01", "2024-02", "2024-03", "2024-04"])
    let long = months([2010 * 12 + 5, 2010 * 12 + 6, 2020 * 12])
    #expect(long.isByYear && long.periods.count == 11)
    #expect(long.periods[0].verdicts.posts == 2)
    let absurd = months([12, 2024 * 12])
    #expect(absurd.periods.count == 100 && absurd.isCut)
    #expect(absurd.periods.first?.name == "1925")
  }
}
