/// A table of a Markdown text, found by the heading of its first column.
struct MarkdownTable {
  /// The names in the first column; a cell may hold several, parted by commas.
  let firstColumn: [String]

  /// Finds a table, or takes an empty one for it.
  init(_ text: [UInt8], headed heading: String) {
    let rows = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let start = rows.firstIndex { Self.names($0) == [heading] } ?? rows.endIndex
    let table = rows[start...].prefix { $0.first == UInt8(ascii: "|") }
    firstColumn = table.dropFirst(2).flatMap(Self.names)
  }

  /// The first word of each name in a row's first cell, without its backticks.
  private static func names(_ row: ArraySlice<UInt8>) -> [String] {
    guard row.first == UInt8(ascii: "|") else { return [] }
    return row.dropFirst().prefix { $0 != UInt8(ascii: "|") }
      .filter { $0 != UInt8(ascii: "`") }
      .split(separator: UInt8(ascii: ","))
      .compactMap { $0.split(separator: UInt8(ascii: " ")).first }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
