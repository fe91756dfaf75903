import Rules

extension HTMLWriter {
  /// What stands in a cell of a table.
  enum Cell {
    /// Words.
    case words(String)
    /// A number, or words in a column of numbers.
    case number(String)
    /// A word in a coloured box.
    case badge(kind: String, String)
    /// What a function writes.
    case content((inout HTMLWriter) -> Void)

    /// A count, with a comma after each three digits.
    static func count(_ number: Int) -> Cell {
      .number(Wording.grouped(number))
    }
  }

  /// Writes a table whose rows `rows` writes; the first column heads them.
  ///
  /// - Parameters:
  ///   - caption: What the table shows.
  ///   - heads: The names of the columns.
  ///   - numbers: The columns that hold numbers.
  ///   - rows: Writes the rows by ``row(_:_:)``.
  mutating func table(
    _ caption: String, _ heads: [String], numbers: Range<Int> = 0..<0,
    _ rows: (inout HTMLWriter) -> Void
  ) {
    // What is wider than the page scrolls by itself, from the keyboard too.
    element("div", ["class": "wide", "role": "region", "tabindex": "0", "aria-label": caption]) {
      page in
      page.element("table") { page in
        page.element("caption", text: caption)
        page.element("thead") { page in
          page.element("tr") { page in
            for (column, head) in heads.enumerated() {
              if numbers.contains(column) {
                page.element("th", ["scope": "col", "class": "number"], text: head)
              } else {
                page.element("th", ["scope": "col"], text: head)
              }
            }
          }
        }
        page.element("tbody") { rows(&$0) }
      }
    }
  }

  /// Writes a table of words.
  mutating func table(_ caption: String, _ heads: [String], _ rows: [[String]]) {
    table(caption, heads) { page in
      for row in rows { page.row(row.map(Cell.words)) }
    }
  }

  /// Writes a row of a table.
  mutating func row(_ cells: [Cell], _ attributes: Attributes = [:]) {
    element("tr", attributes) { page in
      for (column, cell) in cells.enumerated() {
        let isHead = column == 0
        switch cell {
        case .words(let text):
          page.cell(isHead, [:]) { $0.text(text) }
        case .number(let text):
          page.cell(isHead, ["class": "number"]) { $0.text(text) }
        case .badge(let kind, let text):
          page.cell(isHead, [:]) { $0.badge(kind, text) }
        case .content(let write):
          page.cell(isHead, [:], write)
        }
      }
    }
  }

  private mutating func cell(
    _ isHead: Bool, _ attributes: Attributes, _ content: (inout HTMLWriter) -> Void
  ) {
    guard isHead else { return element("td", attributes) { content(&$0) } }
    element("th", ["scope": "row"]) { content(&$0) }
  }
}
