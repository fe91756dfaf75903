import JSON

/// Text that is safe to print on a terminal, and how wide it is there.
package enum TerminalText {
  /// The text with pictures in place of everything that a terminal would obey; line ends too.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.disturbsTerminals) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.disturbsTerminals {
        shown += scalar.picture
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The columns that a text takes.
  package static func width(of text: String) -> Int {
    cells(of: text).reduce(0) { $0 + $1.width }
  }

  /// Breaks a text at its white space into lines of at most `width` columns; a longer word keeps a line of its own.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      let word = shown(String(word))
      let needed = Self.width(of: word)
      if used > 0, used + 1 + needed <= width {
        line += " " + word
        used += 1 + needed
      } else {
        if used > 0 {
          lines.append(line)
        }
        line = word
        used = needed
      }
    }
    return used > 0 ? lines + [line] : lines
  }

  private static func cells(of text: String) -> [Cell] {
    var offset = 0
    return Cell.cells(
      of: text.unicodeScalars.map { scalar in
        defer { offset += UTF8.width(scalar) }
        return (offset, scalar)
      })
  }
}
