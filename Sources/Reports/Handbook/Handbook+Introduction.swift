import RiskEngine
import Rules

extension Handbook {
  /// Writes what comes before the rules.
  func writeIntroduction(to page: inout HTMLWriter) {
    page.chapter("about", "What this is") { writeAbout(to: &$0) }
    page.chapter("verdict", "How a verdict is reached") { writeVerdict(to: &$0) }
    page.chapter("unseen", "What TweetLint cannot see") { writeUnseen(to: &$0) }
    page.chapter("calendars", "Calendars") { writeCalendars(to: &$0) }
  }

  private func writeAbout(to page: inout HTMLWriter) {
    page.element(
      "p",
      text: """
        TweetLint reads a post by an official police account before it is sent, and says in plain, supportive words what \
        could go wrong and what to write instead. This page holds everything that it looks for: each rule with what it \
        finds, when it stays quiet, what it tells the officer, what it rests on, and the posts that prove it. A rule \
        warns of how words could be read; it accuses nobody, and nothing here is legal advice.
        """)
    page.element("dl", ["class": "facts"]) { page in
      let manifest = pack.manifest
      page.fact("Pack", "\(manifest.title) (\(manifest.id))")
      page.fact("Version", manifest.version)
      page.element("div") { page in
        page.element("dt", text: "SHA-256")
        page.element("dd") { $0.element("code", text: edition.sha256) }
      }
      page.fact("Program", "TweetLint \(edition.toolVersion)")
      let counts = [(Rule.Status.live, "live"), (.trial, "on trial"), (.observed, "observed")].map {
        status, words in
        "\(Wording.grouped(pack.rules.count { $0.status == status })) \(words)"
      }
      page.fact("Rules", counts.joined(separator: ", "))
      if !edition.disabled.isEmpty {
        page.fact("Switched off by settings", edition.disabled.sorted().joined(separator: ", "))
      }
      page.fact("Word lists", Wording.grouped(pack.lists.count))
    }
    page.element(
      "p",
      text: """
        Results of a check name the pack, its version and its SHA-256, so that each can be traced to the very rules that \
        are printed here.
        """)
  }

  private func writeVerdict(to page: inout HTMLWriter) {
    let scoring = pack.manifest.scoring
    page.table(
      "The verdicts", ["Verdict", "What it means", "Score that leads to it"],
      [
        ["clear", "No rule found anything. That is no approval.", "0"],
        ["advise", "Housekeeping; the post can go.", "1 to \(scoring.review - 1)"],
        [
          "review", "Get a second pair of eyes before it is sent.",
          "\(scoring.review) to \(scoring.hold - 1)",
        ],
        ["hold", "Do not send it until the named owner has cleared it.", "\(scoring.hold) to 100"],
      ])
    page.table(
      "The severities", ["Severity", "Points", "What one finding does to the verdict"],
      Severity.allCases.map {
        [$0.rawValue, "\(scoring.points(of: $0))", Self.effect(of: $0, alone: nil)]
      })
    for text in Self.scoringInWords { page.element("p", text: text) }
    let capped = pack.manifest.categories.filter { $0.cap < 100 }
    let alone = pack.manifest.categories.filter(\.cautionReviews)
    if !capped.isEmpty {
      page.element(
        "p",
        text: "Categories with a cap: "
          + capped.map { "\($0.title) (\($0.cap))" }.joined(separator: ", ") + ".")
    }
    if !alone.isEmpty {
      page.element(
        "p",
        text: "Categories in which one caution asks for a review: "
          + alone.map(\.title).joined(separator: ", ") + ".")
    }
  }

  private static let scoringInWords = [
    """
    A rule counts once for a post, at its strongest match: the points of the severity times how sure a match is. The points \
    of one category are added up, to its cap or to 100 at most.
    """,
    """
    The score is 100 × (1 − (1 − a/100) × (1 − b/100) × …), where a, b, … are the points of the categories: two risks weigh \
    more than one, and no number of small ones can pass 100.
    """,
    """
    The verdict is the higher of two: the one that the score leads to, and the one that the worst finding asks for by \
    itself. A post that is declared as life at risk is never held; what was found is shown and logged. Rules on trial are \
    reported apart and never counted. Observed rules say nothing of a post: audits count how many posts of an account \
    they find, since some things are a pattern and no fault of a single post.
    """,
  ]

  /// What a finding of a severity does to the verdict.
  ///
  /// - Parameters:
  ///   - severity: The severity.
  ///   - alone: Whether one caution is enough for a review; `nil` when that depends on the category.
  /// - Returns: A sentence.
  static func effect(of severity: Severity, alone: Bool?) -> String {
    switch (severity, alone) {
    case (.advice, _): "Housekeeping: the post can go (advise)."
    case (.caution, true?):
      "Worth a second look: by itself it asks for a second pair of eyes (review)."
    case (.caution, false?):
      "Worth a second look: the post can go (advise), unless a second caution asks for a review."
    case (.caution, nil):
      "Worth a second look: two about different things, or one in some categories, ask for a review; else advise."
    case (.serious, _): "A second person should agree first (review)."
    case (.stop, _): "Not to be sent until the named owner has cleared it (hold)."
    }
  }

  /// What no rule can look at.
  static let unseen = [
    "Pictures and films: only their descriptions are read.",
    "Pages behind links.",
    "A post that is answered or quoted, when its text was not supplied.",
    "Who is signed in, and whether the account is the right one.",
    "Whether a court order, an embargo or a request of the family exists.",
    "Whether what the post says is true.",
    "Words that no rule knows yet, and what only somebody who knows the place or the case can see.",
  ]

  private func writeUnseen(to page: inout HTMLWriter) {
    page.element("ul") { page in
      for text in Self.unseen {
        page.element("li", text: text)
      }
    }
    page.element(
      "p",
      text: """
        It says in every result what was not checked, and asks the right question about it. Clear means that no rule \
        matched.
        """)
  }

  private func writeCalendars(to page: inout HTMLWriter) {
    guard !pack.calendars.isEmpty else {
      page.element("p", text: "The pack has no calendar.")
      return
    }
    page.element(
      "p",
      text:
        "Some rules hold, or weigh more, only on certain days. Both days of a period belong to it.")
    for calendar in pack.calendars {
      page.element("h3", ["id": "calendar-\(calendar.id)"], text: calendar.title)
      page.element("p", ["class": "source"], text: "Source: \(calendar.source)")
      page.table(
        calendar.title, ["What", "From", "To", "Nations"],
        calendar.periods.map { period in
          [
            period.what, period.from, period.to,
            period.nations.isEmpty
              ? "all" : period.nations.map(Self.spaced).joined(separator: ", "),
          ]
        })
    }
  }

  /// An identifier as words: `northern-ireland` is *northern ireland*.
  static func spaced(_ id: String) -> String {
    id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
  }
}
