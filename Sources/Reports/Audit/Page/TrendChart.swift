import RiskEngine
import Rules

/// The drawing of a trend: columns of the posts that are not clear, and below them columns of all posts.
struct TrendChart {
  /// Where a row of columns stands.
  private struct Panel {
    let title: String
    let top: Int
    let height: Int
    let most: Int
    let verdicts: [Verdict]

    var bottom: Int { top + height }
  }

  private static let width = 960
  private static let left = 60
  private static let right = 950
  private static let labelWidth = 58

  private let trend: AuditTrend

  /// Draws a trend.
  init(_ trend: AuditTrend) {
    self.trend = trend
  }

  /// Writes the drawing.
  func write(to page: inout HTMLWriter) {
    let verdicts = trend.periods.map(\.verdicts)
    let panels = [
      Panel(
        title: "Posts that were not clear", top: 30, height: 150,
        most: Self.roundUp(verdicts.map { $0.atLeast(.advise) }.max() ?? 0),
        verdicts: [.hold, .review, .advise]),
      Panel(
        title: "All posts", top: 225, height: 75,
        most: Self.roundUp(verdicts.map(\.posts).max() ?? 0),
        verdicts: [.hold, .review, .advise, .clear]),
    ]
    page.element(
      "svg",
      [
        "class": "chart", "viewBox": "0 0 \(Self.width) 330", "role": "img",
        "aria-labelledby": "trend-words",
      ]
    ) { page in
      for panel in panels {
        writeFrame(of: panel, to: &page)
        for (place, period) in trend.periods.enumerated() {
          page.element("g") { write(period, at: place, in: panel, to: &$0) }
        }
      }
      writeNames(below: panels.last?.bottom ?? 0, to: &page)
    }
  }

  /// The least of 1, 2, 5, 10, 20, … that is not below a number.
  private static func roundUp(_ number: Int) -> Int {
    var power = 1
    while true {
      for step in [1, 2, 5] where step * power >= number { return step * power }
      power *= 10
    }
  }

  private func writeFrame(of panel: Panel, to page: inout HTMLWriter) {
    Self.text(panel.title, x: 0, y: panel.top - 14, kind: "title", to: &page)
    let steps = panel.most.isMultiple(of: 2) ? [1, 2] : [2]
    for step in steps {
      let y = panel.bottom - panel.height * step / 2
      Self.line("grid", y: y, to: &page)
      let value = Wording.grouped(panel.most * step / 2)
      Self.text(value, x: Self.left - 8, y: y + 4, anchor: "end", to: &page)
    }
    Self.line("base", y: panel.bottom, to: &page)
    Self.text("0", x: Self.left - 8, y: panel.bottom + 4, anchor: "end", to: &page)
  }

  private func write(
    _ period: AuditTrend.Period, at place: Int, in panel: Panel, to page: inout HTMLWriter
  ) {
    let count = panel.verdicts.reduce(0) { $0 + period.verdicts[$1] }
    guard count > 0 else { return }
    let (start, end) = (x(of: place), x(of: place + 1))
    let gap = end - start > 5 ? 2 : end - start > 2 ? 1 : 0
    page.element(
      "title",
      text: "\(period.name): "
        + panel.verdicts.map { "\(Wording.grouped(period.verdicts[$0])) \($0.rawValue)" }
        .joined(separator: ", "))
    var bottom = panel.bottom
    for verdict in panel.verdicts where period.verdicts[verdict] > 0 {
      let height = max(1, panel.height * period.verdicts[verdict] / panel.most)
      bottom -= height
      page.void(
        "rect",
        [
          "class": "fill-\(verdict.rawValue)", "x": "\(start + gap)", "y": "\(bottom)",
          "width": "\(max(1, min(48, end - start - gap)))", "height": "\(height)",
        ])
    }
  }

  /// Names the first period of each year, or each period where they are few.
  private func writeNames(below bottom: Int, to page: inout HTMLWriter) {
    var next = 0
    for (place, period) in trend.periods.enumerated() {
      let isNamed =
        trend.periods.count <= 12 || trend.isByYear || place == 0
        || trend.periods[place - 1].year != period.year
      let start = x(of: place)
      guard isNamed, start >= next else { continue }
      Self.text(
        trend.periods.count <= 12 ? period.name : "\(period.year)", x: start + 2, y: bottom + 18,
        to: &page)
      next = start + Self.labelWidth
    }
  }

  private func x(of place: Int) -> Int {
    Self.left + (Self.right - Self.left) * place / max(1, trend.periods.count)
  }

  private static func line(_ kind: String, y: Int, to page: inout HTMLWriter) {
    page.void(
      "line", ["class": kind, "x1": "\(left)", "y1": "\(y)", "x2": "\(right)", "y2": "\(y)"])
  }

  private static func text(
    _ text: String, x: Int, y: Int, anchor: String = "start", kind: String = "name",
    to page: inout HTMLWriter
  ) {
    page.element(
      "text", ["class": kind, "x": "\(x)", "y": "\(y)", "text-anchor": anchor], text: text)
  }
}
