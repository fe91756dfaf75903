/// A table of a Markdown text, found by the heading of its first column.
struct MarkdownTable {
  /// The cells of every row below the heading, each as the names in it, which commas part.
  let rows: [[[String]]]

  /// Finds a table, or takes an empty one for it.
  init(_ text: [UInt8], headed heading: String) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let start = lines.firstIndex { Self.cells($0).first == [heading] } ?? lines.endIndex
    let table = lines[start...].prefix { $0.first == UInt8(ascii: "|") }
    rows = table.dropFirst(2).map(Self.cells)
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [[String]] {
    guard line.first == UInt8(ascii: "|") else { return [] }
    return line.split(separator: UInt8(ascii: "|")).map(names)
  }

  /// The first word of each name in a cell, without its backticks.
  private static func names(_ cell: ArraySlice<UInt8>) -> [String] {
    cell.filter { $0 != UInt8(ascii: "`") }
      .split(separator: UInt8(ascii: ","))
      .compactMap { $0.split(separator: UInt8(ascii: " ")).first }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
