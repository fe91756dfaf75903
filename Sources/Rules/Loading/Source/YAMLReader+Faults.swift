import Yams

extension YAMLReader {
  /// Reports that the parser gave up, in its own words and with advice for the usual slips.
  func report(_ error: any Error) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let place = source.place(line: mark.line, column: mark.column)
      if problem.utf8.starts(with: "Maximum nesting level".utf8) {
        return reportDepth(at: place)
      }
      record.report(
        .notYAML, at: place, "This is not YAML: \(problem)\(doing(context, at: place)).",
        hint: hint(for: problem, at: place))
    case YamlError.reader(let problem, _, _, _):
      record.report(
        .notYAML, at: source.place(line: 1, column: 1), "This is not YAML: \(problem).")
    default:
      record.report(
        .notYAML, at: source.place(line: 1, column: 1), "This cannot be read as YAML.")
    }
  }

  /// Reports that values are nested too deeply.
  func reportDepth(at place: SourcePlace) {
    record.report(
      .notYAML, at: place, "The file is nested deeper than \(Self.depthLimit) levels.",
      hint: "No rule needs that; look for a bracket too many.")
  }

  private func doing(_ context: YamlError.Context?, at place: SourcePlace) -> String {
    guard let context, context.text.utf8.starts(with: "while".utf8) else { return "" }
    let isElsewhere = context.mark.line > 1 && context.mark.line < place.line
    return " (\(context.text)" + (isElsewhere ? ", begun on line \(context.mark.line))" : ")")
  }

  private func hint(for problem: String, at place: SourcePlace) -> String? {
    let line = source.scalars(ofLine: place.line)
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return "Indent with spaces; a tab stands at the start of this line."
    }
    return Self.hints.first { problem.utf8.starts(with: $0.problem.utf8) }?.hint
  }

  private static let hints: [(problem: String, hint: String)] = [
    (
      "mapping values are not allowed",
      "Put the text in quotes when it holds a colon, and check the indentation."
    ),
    (
      "found character that cannot start any token",
      "Put a text in quotes when it begins with `@`, `%` or a backtick."
    ),
    ("found undefined alias", "Put a text in quotes when it begins with `*`."),
    ("did not find expected alphabetic", "Put a text in quotes when it begins with `*` or `&`."),
    ("found undefined tag", "Put a text in quotes when it begins with `!`."),
    ("but found another document", "A file holds one document; remove the line `---`."),
    ("found unknown escape", "Write a backslash in single quotes, or double it."),
    (
      "found unexpected end of stream", "Look for a quotation mark or a bracket that is not closed."
    ),
    ("did not find expected ',' or", "Look for a comma, a bracket or a quotation mark left out."),
    (
      "did not find expected key",
      "Check the indentation; a quotation mark inside single quotes is doubled."
    ),
    ("did not find expected '-'", "Check the indentation of the list."),
    ("could not find expected ':'", "A colon and a space belong after a key."),
  ]
}
