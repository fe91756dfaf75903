extension ManifestReader {
  /// Reads the weights and bands; what is left out keeps the house's values.
  func scoring(of mapping: MappingReader) -> Scoring {
    var scoring = Scoring()
    guard let value = mapping.value("scoring") else { return scoring }
    if isAddition {
      record.report(
        .misplaced, at: mapping.key("scoring") ?? value,
        "An added folder cannot change how the pack scores.",
        hint: "Remove `scoring` here; the weights are those of the pack that is added to.")
    }
    guard
      let parts = MappingReader(
        value, "`scoring`", keys: ["points", "bands"], record: record)
    else { return scoring }
    readPoints(of: parts, into: &scoring)
    readBands(of: parts, into: &scoring)
    return scoring
  }

  private func readPoints(of parts: MappingReader, into scoring: inout Scoring) {
    let names = Severity.allCases.map(\.rawValue)
    guard let value = parts.value("points"),
      let points = MappingReader(value, "`points`", keys: names, record: record)
    else { return }
    scoring.advice = points.integer("advice", in: 0...100) ?? scoring.advice
    scoring.caution = points.integer("caution", in: 0...100) ?? scoring.caution
    scoring.serious = points.integer("serious", in: 0...100) ?? scoring.serious
    scoring.stop = points.integer("stop", in: 0...100) ?? scoring.stop
    let weights = Severity.allCases.map { scoring.points(of: $0) }
    if zip(weights, weights.dropFirst()).contains(where: { $0 > $1 }) {
      record.report(
        .outOfRange, at: value, "A graver severity weighs less than a lighter one.",
        hint: "The weights rise from `advice` by `caution` and `serious` to `stop`.")
    }
  }

  private func readBands(of parts: MappingReader, into scoring: inout Scoring) {
    guard let value = parts.value("bands"),
      let bands = MappingReader(value, "`bands`", keys: ["review", "hold"], record: record)
    else { return }
    scoring.review = bands.integer("review", in: 1...100) ?? scoring.review
    scoring.hold = bands.integer("hold", in: 1...100) ?? scoring.hold
    if scoring.review > scoring.hold {
      record.report(
        .outOfRange, at: value, "The band `hold` begins below the band `review`.",
        hint: "`review` is the lower of the two.")
    }
  }
}
