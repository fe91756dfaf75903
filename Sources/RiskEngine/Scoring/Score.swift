import Rules

/// Points, bands and floors: how findings become a score and a verdict.
///
/// The order of the findings does not matter: points are whole numbers, summed and capped by category,
/// and the categories' sums are sorted before they are multiplied.
struct Score {
  /// The weights and bands.
  let scoring: Scoring
  /// The categories with their caps.
  let categories: [Category]

  /// The points of a finding before its category's cap, rounded to the nearest whole.
  func points(of severity: Severity, confidence: Int) -> Int {
    (scoring.points(of: severity) * confidence + 50) / 100
  }

  /// The score, the verdict and how they came about.
  func assess(
    _ findings: [Finding], categoryNumbers: [String: Int], isLifeAtRisk: Bool
  ) -> (score: Int, verdict: Verdict, explanation: Explanation) {
    guard !findings.isEmpty else {
      return (0, .clear, Explanation(categories: [], band: .clear, floor: .clear, notes: []))
    }
    let counted = points(of: findings, categoryNumbers)
    let score = combined(counted.map(\.counted))
    let band: Verdict =
      score >= scoring.hold ? .hold : score >= scoring.review ? .review : .advise
    let floor = floor(of: findings, categoryNumbers)
    var verdict = max(band, floor)
    var notes: [String] = []
    if isLifeAtRisk, verdict == .hold {
      verdict = .review
      notes.append("declared as life at risk: shown and logged, never held")
    }
    return (
      score, verdict,
      Explanation(categories: counted, band: band, floor: floor, notes: notes)
    )
  }

  private func points(
    of findings: [Finding], _ numbers: [String: Int]
  ) -> [Explanation.CategoryPoints] {
    var sums = [Int](repeating: 0, count: categories.count)
    var isPresent = [Bool](repeating: false, count: categories.count)
    for finding in findings {
      guard let number = numbers[finding.rule.category] else { continue }
      sums[number] += finding.points
      isPresent[number] = true
    }
    return categories.indices.filter { isPresent[$0] }.map { number in
      Explanation.CategoryPoints(
        category: categories[number].id, sum: sums[number],
        counted: min(sums[number], categories[number].cap, 100))
    }
  }

  /// 100 × (1 − Π(1 − p/100)), rounded to the nearest whole; at least 1 when anything counts.
  private func combined(_ points: [Int]) -> Int {
    var left = 1.0
    for point in points.sorted() { left *= Double(100 - point) / 100 }
    let score = Int((100 * (1 - left)).rounded())
    return points.contains { $0 > 0 } ? max(score, 1) : score
  }

  private func floor(of findings: [Finding], _ numbers: [String: Int]) -> Verdict {
    guard let worst = findings.map(\.severity).max() else { return .clear }
    switch worst {
    case .stop: return .hold
    case .serious: return .review
    case .advice: return .advise
    case .caution:
      let asksAlone = findings.contains { finding in
        finding.severity == .caution
          && numbers[finding.rule.category].map { categories[$0].cautionReviews } ?? false
      }
      // Housekeeping is no second opinion: only another caution makes two.
      return asksAlone || areApart(findings.filter { $0.severity == .caution }) ? .review : .advise
    }
  }

  /// Whether two of some findings are of risks or words apart: two rules of one risk that speak of the same words say
  /// one thing twice.
  private func areApart(_ findings: [Finding]) -> Bool {
    findings.contains { one in
      findings.contains {
        $0.rule.category != one.rule.category || $0.part != one.part || !$0.span.overlaps(one.span)
      }
    }
  }
}
