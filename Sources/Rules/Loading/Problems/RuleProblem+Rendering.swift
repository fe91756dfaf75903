extension RuleProblem {
  /// The fault as plain text of several lines: what it is, where, the line with a caret, and how to mend it.
  package var rendered: String {
    var text =
      "\(code.isNote ? "note" : "error")[\(code.rawValue)]: \(DisplayLine.visible(message))\n"
    let number = "\(place.line)"
    text += " --> \(DisplayLine.visible(place.file)):\(number):\(place.column)\n"
    if let line {
      let shown = DisplayLine(line, column: place.column, width: width)
      let gutter = String(repeating: " ", count: number.utf8.count)
      text += "  \(number) |" + (shown.text.isEmpty ? "" : " " + shown.text) + "\n"
      text += "  \(gutter) | \(shown.caret)\n"
    }
    if let hint { text += "  help: \(DisplayLine.visible(hint))\n" }
    return text
  }
}
