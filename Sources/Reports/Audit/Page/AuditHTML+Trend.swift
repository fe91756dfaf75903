import RiskEngine
import Rules

extension AuditHTML {
  /// Writes how many posts there were over time, and how many of them were not clear: a drawing and its table.
  func writeTrend(to page: inout HTMLWriter) {
    let trend = AuditTrend(end.tally.months)
    page.element("figure", ["aria-labelledby": "trend-words"]) { page in
      page.element("figcaption", ["id": "trend-words"], text: trend.words)
      writeLegend([.hold, .review, .advise, .clear], to: &page)
      page.element(
        "div",
        ["class": "wide", "role": "region", "tabindex": "0", "aria-label": "Drawing of the trend"]
      ) { TrendChart(trend).write(to: &$0) }
    }
    if end.tally.undated.posts > 0 {
      page.element(
        "p",
        text: "\(Wording.count(end.tally.undated.posts, "post has", "posts have")) no date; "
          + "\(Wording.grouped(end.tally.undated.atLeast(.advise))) of them "
          + (end.tally.undated.atLeast(.advise) == 1 ? "is" : "are") + " not clear.")
    }
    page.element("details") { page in
      page.element("summary", text: "The numbers as a table")
      writeVerdicts(
        trend.isByYear ? "Posts by year" : "Posts by month", trend.isByYear ? "Year" : "Month",
        trend.periods.map { ($0.name, $0.verdicts) }, to: &page)
    }
  }
}

/// Posts over time: by month, or by year where the months are many.
struct AuditTrend {
  /// The most months that are shown each by itself.
  private static let mostMonths = 72
  /// The most years that are shown.
  private static let mostYears = 100

  /// A month or a year.
  struct Period {
    /// Its name, such as `2024-05` or `2024`.
    let name: String
    /// Its year.
    let year: Int
    /// Its posts.
    var verdicts = VerdictCounts()
  }

  /// The periods from the first to the last, those without a post too.
  let periods: [Period]
  /// True when each is a year.
  let isByYear: Bool
  /// True when there were earlier ones too.
  let isCut: Bool

  /// Orders the counts of months.
  init(_ months: [Month: VerdictCounts]) {
    let numbers = months.keys.map(\.number)
    let (first, last) = (numbers.min() ?? 0, numbers.max() ?? 0)
    isByYear = last - first >= Self.mostMonths
    if isByYear {
      let start = max(first / 12, last / 12 - Self.mostYears + 1)
      isCut = start > first / 12
      var years = (start...last / 12).map { Period(name: "\($0)", year: $0) }
      for (month, verdicts) in months where month.year >= start {
        years[month.year - start].verdicts.add(verdicts)
      }
      periods = years
    } else {
      isCut = false
      periods = (first...last).map { number in
        let month = Month(number: number)
        return Period(
          name: month.shown, year: month.year, verdicts: months[month] ?? VerdictCounts())
      }
    }
  }

  /// The trend in words.
  var words: String {
    guard let first = periods.first, let last = periods.last else { return "" }
    let worst = periods.max { left, right in
      left.verdicts.atLeast(.advise) < right.verdicts.atLeast(.advise)
    }
    let span = first.name == last.name ? "in \(first.name)" : "from \(first.name) to \(last.name)"
    var words = "Posts by \(isByYear ? "year" : "month") \(span)."
    if let worst, worst.verdicts.atLeast(.advise) > 0 {
      let count = worst.verdicts.atLeast(.advise)
      words +=
        " The most that were not clear: \(Wording.grouped(count)) of "
        + "\(Wording.grouped(worst.verdicts.posts)) in \(worst.name)."
    }
    return isCut ? words + " Earlier years are left out." : words
  }
}
