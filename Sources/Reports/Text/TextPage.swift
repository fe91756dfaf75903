import JSON

/// Lines of text for a terminal, under construction.
struct TextPage {
  /// The columns that a line may take.
  let width: Int
  /// The colours.
  let ink: Ink
  /// What has been written so far.
  private(set) var bytes = Bytes()

  /// Makes an empty page.
  init(width: Int, ink: Ink) {
    self.width = width
    self.ink = ink
  }

  /// Adds a line as it is; it must be safe to print.
  mutating func line(_ text: String) {
    bytes.append(text)
    bytes.newline()
  }

  /// Adds an empty line.
  mutating func blank() {
    bytes.newline()
  }

  /// Adds a text of its own, wrapped.
  mutating func sentence(_ text: String) {
    for wrapped in TerminalText.wrapped(text, width: width) {
      line(wrapped)
    }
  }

  /// Adds a text that begins with a label in its own style, wrapped, with its further lines under its first.
  ///
  /// The label must be safe to print and may have styles; `indent` columns stand before it. Where the text
  /// must line up with others, `labelWidth` is the columns of the longest label.
  mutating func paragraph(
    _ label: String, _ text: String, indent: Int = 0, labelWidth: Int? = nil
  ) {
    let labelColumns = Self.columns(of: label)
    let hanging = indent + max(labelWidth ?? 0, labelColumns) + 1
    let lines = TerminalText.wrapped(text, width: max(20, width - hanging))
    var start = String(repeating: " ", count: indent) + label
    start += String(repeating: " ", count: hanging - indent - labelColumns)
    for wrapped in lines {
      line(start + wrapped)
      start = String(repeating: " ", count: hanging)
    }
  }

  /// The columns of a label, its sequences for colours left out.
  private static func columns(of label: String) -> Int {
    var columns = 0
    var isInSequence = false
    for scalar in label.unicodeScalars {
      if scalar == "\u{1B}" {
        isInSequence = true
      } else if isInSequence {
        isInSequence = scalar != "m"
      } else {
        columns += scalar.terminalWidth
      }
    }
    return columns
  }
}
