import JSON
import RiskEngine
package import Rules

/// One page on an audit, to be read by people who answer for what was published.
///
/// It holds all that it needs, asks nothing of any other place, says the same without its script, and has no time stamp: the
/// same audit gives the same bytes.
package struct AuditHTML {
  let end: AuditEnd
  let edition: Edition
  let posts: [AuditedRecord]
  let rows: [FlaggedRow]
  let changes: [AuditedRecord]
  let calibration: AuditCalibration

  /// What tells one report from another.
  package struct Edition: Sendable {
    /// The title.
    package var title: String
    /// The inputs that were read.
    package var inputs: [String]
    /// The pack's categories, so that they can be called by their titles.
    package var categories: [Rules.Category]
    /// The version of the program.
    package var toolVersion: String

    /// Gathers what tells one report from another.
    package init(
      title: String, inputs: [String], categories: [Rules.Category], toolVersion: String
    ) {
      self.title = title
      self.inputs = inputs
      self.categories = categories
      self.toolVersion = toolVersion
    }
  }

  /// Makes the page of an audit.
  ///
  /// - Parameters:
  ///   - end: What the audit says at its end.
  ///   - worst: Its worst posts.
  ///   - edition: What tells it from others.
  package init(_ end: AuditEnd, worst: AuditWorst, edition: Edition) {
    self.end = end
    self.edition = edition
    posts = worst.posts
    rows = worst.rows
    changes = worst.changes
    calibration = AuditCalibration(end.tally)
  }

  /// The page, in UTF-8.
  package func rendered() -> [UInt8] {
    var page = HTMLWriter()
    let chapters = chapters
    page.page(
      edition.title, toolVersion: edition.toolVersion, sheets: [PageStyle.sheet, AuditStyle.sheet]
    ) { page in
      page.element("a", ["class": "skip", "href": "#summary"], text: "Skip to the results")
      page.element("header") { writeTitle(to: &$0) }
      page.element("nav", ["aria-labelledby": "contents-title"]) { page in
        page.element("h2", ["id": "contents-title"], text: "Contents")
        page.element("ul") { page in
          for chapter in chapters { page.link(to: chapter.id, chapter.title) }
        }
      }
      page.element("main") { page in
        for chapter in chapters { page.chapter(chapter.id, chapter.title, chapter.write) }
      }
    }
    return page.bytes.array
  }

  private func writeTitle(to page: inout HTMLWriter) {
    page.element("p", ["class": "eyebrow"], text: "TweetLint audit report")
    page.element("h1", text: edition.title)
    page.element("p", ["class": "inputs"], text: "Read: " + edition.inputs.joined(separator: ", "))
    if let words = AuditWords.choice(of: end.showing.filters) {
      page.element("p", ["class": "warning"], text: words)
    }
  }

  // MARK: - Chapters

  /// A section of the page.
  private struct Chapter {
    let id: String
    let title: String
    let write: (inout HTMLWriter) -> Void
  }

  /// The sections that have something to say, in their order.
  private var chapters: [Chapter] {
    let tally = end.tally
    let all: [(isThere: Bool, chapter: Chapter)] = [
      (true, Chapter(id: "summary", title: "At a glance", write: writeSummary)),
      (
        end.otherRules != nil,
        Chapter(id: "replay", title: "Under other rules", write: writeReplay)
      ),
      (!posts.isEmpty, Chapter(id: "worst", title: "The worst posts", write: writeWorst)),
      (!tally.months.isEmpty, Chapter(id: "trend", title: "Month by month", write: writeTrend)),
      (
        !tally.categories.isEmpty,
        Chapter(id: "categories", title: "By category", write: writeCategories)
      ),
      (
        !tally.accounts.sorted.isEmpty,
        Chapter(id: "accounts", title: "By account", write: writeAccounts)
      ),
      (!tally.rules.isEmpty, Chapter(id: "rules", title: "By rule", write: writeRules)),
      (
        tally.deleted.posts > 0,
        Chapter(id: "deleted", title: "Deleted against kept posts", write: writeDeleted)
      ),
      (
        !calibration.sides.isEmpty,
        Chapter(id: "sides", title: "Sides that accounts name", write: writeSides)
      ),
      (!rows.isEmpty, Chapter(id: "posts", title: "All posts with a finding", write: writeRows)),
      (true, Chapter(id: "unchecked", title: "What was not checked", write: writeUnchecked)),
      (true, Chapter(id: "about", title: "About this report", write: writeAbout)),
    ]
    return all.filter(\.isThere).map(\.chapter)
  }

  /// What people call a category.
  func title(of category: String) -> String {
    edition.categories.first { $0.id == category }?.title ?? Handbook.spaced(category)
  }
}
