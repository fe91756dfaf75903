/// A table for a terminal: words to the left, numbers to the right, every column as wide as its widest cell.
struct TextTable {
  private let head: [String]
  private let leftColumns: Int
  private var rows: [[String]] = []

  /// Makes a table; the first `leftColumns` columns hold words.
  init(_ head: [String], leftColumns: Int = 1) {
    self.head = head
    self.leftColumns = leftColumns
  }

  /// True when there is no row yet.
  var isEmpty: Bool {
    rows.isEmpty
  }

  /// Adds a row; what a terminal would obey in it is shown as pictures.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(TerminalText.shown))
  }

  /// Writes the table; its head is in bold when there are colours.
  func write(on page: inout TextPage, indent: Int = 2) {
    let widths = head.indices.map { column in
      ([head] + rows).map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    page.line(margin + page.ink(.bold, line(head, widths)))
    for row in rows { page.line(margin + line(row, widths)) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let space = String(
        repeating: " ", count: widths[column] - TerminalText.width(of: cells[column]))
      if column >= leftColumns { return space + cells[column] }
      return column == cells.count - 1 ? cells[column] : cells[column] + space
    }
    return padded.joined(separator: "  ")
  }
}
