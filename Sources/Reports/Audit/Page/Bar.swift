import RiskEngine
import Rules

/// A bar of posts that are not clear, in pieces by verdict; what it shows stands in the table beside it too.
struct Bar {
  /// The width of a full bar.
  private static let width = 1_000

  private let verdicts: VerdictCounts
  private let most: Int

  /// Makes a bar; it is full when as many posts as `most` are not clear.
  init(_ verdicts: VerdictCounts, of most: Int) {
    self.verdicts = verdicts
    self.most = max(1, most)
  }

  /// Writes the drawing.
  func write(to page: inout HTMLWriter) {
    page.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 \(Self.width) 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { page in
      var start = 0
      for verdict in [Verdict.hold, .review, .advise] where verdicts[verdict] > 0 {
        // A single post among many is seen too.
        let width = max(6, Self.width * verdicts[verdict] / most)
        page.void(
          "rect",
          [
            "class": "fill-\(verdict.rawValue)", "x": "\(start)", "y": "0", "width": "\(width)",
            "height": "10",
          ])
        start += width
      }
    }
  }
}

/// An interval of a difference as a line on a scale from −`scale` to `scale`, with the place of nought.
struct IntervalLine {
  /// The interval.
  let interval: ClosedRange<Double>
  /// The largest value that is shown, above 0.
  let scale: Double

  /// Writes the drawing; what it shows stands in the table beside it too.
  func write(to page: inout HTMLWriter) {
    page.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 1000 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { page in
      Self.line("zero", from: (500, 0), to: (500, 10), &page)
      let (low, high) = (place(interval.lowerBound), place(interval.upperBound))
      Self.line("range", from: (low, 5), to: (max(high, low + 4), 5), &page)
      for end in [low, high] { Self.line("range", from: (end, 2), to: (end, 8), &page) }
    }
  }

  private func place(_ value: Double) -> Int {
    500 + Int((min(1, max(-1, value / scale)) * 490).rounded())
  }

  private static func line(
    _ kind: String, from start: (Int, Int), to end: (Int, Int), _ page: inout HTMLWriter
  ) {
    page.void(
      "line",
      [
        "class": kind, "x1": "\(start.0)", "y1": "\(start.1)", "x2": "\(end.0)", "y2": "\(end.1)",
      ])
  }
}
