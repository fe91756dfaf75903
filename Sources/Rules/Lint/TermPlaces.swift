/// Says where in the files of a pack the parts of its terms stand.
package struct TermPlaces {
  private let sources: [String: SourceText]

  /// Takes the files that a pack was read from.
  package init(_ files: [PackFile]) {
    sources = Dictionary(
      files.map { ($0.shownPath, SourceText($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A fault of a part of a term.
  ///
  /// - Parameters:
  ///   - code: The kind of fault.
  ///   - term: The term.
  ///   - range: The part of it, in Unicode scalars.
  ///   - message: What is wrong.
  ///   - hint: How to mend it.
  /// - Returns: The fault, with its exact place and its line.
  package func problem(
    _ code: RuleProblem.Code, in term: Placed<String>, _ range: Range<Int>, _ message: String,
    hint: String
  ) -> RuleProblem {
    let place = place(of: term, range.lowerBound)
    let line = sources[term.place.file]?.text(ofLine: place.line)
    let rest = (line?.unicodeScalars.count ?? place.column) - place.column + 1
    return RuleProblem(
      code, at: place, message, hint: hint, line: line, width: max(1, min(range.count, rest)))
  }

  /// A fault with the line that it stands in.
  package func withLine(_ problem: RuleProblem) -> RuleProblem {
    var problem = problem
    problem.line = problem.line ?? sources[problem.place.file]?.text(ofLine: problem.place.line)
    return problem
  }

  private func place(of term: Placed<String>, _ offset: Int) -> SourcePlace {
    guard let source = sources[term.place.file] else { return term.place }
    let first = source.scalars(ofLine: term.place.line).dropFirst(term.place.column - 1).first
    let style: YAMLScalar.Style =
      switch first {
      case "\"": .doubleQuoted
      case "'": .singleQuoted
      case "|": .literal
      case ">": .folded
      default: .plain
      }
    let scalar = YAMLScalar(text: term.value, style: style, kind: .text)
    return source.place(ofScalar: offset, of: scalar, at: term.place) ?? term.place
  }
}
