/// The names of a file's columns.
struct CSVHeader: Equatable {
  /// The names as they stand, without blanks around them.
  let names: [String]
  private static let mostColumns = 4_096

  /// Reads the header row.
  init(_ row: [UInt8], _ dialect: CSVDialect) throws(ArchiveFailure) {
    let slots = Array(0...Self.mostColumns)
    let fields = try CSVFields(of: row, dialect, slots: slots, slotCount: slots.count)
    guard fields.count <= Self.mostColumns else { throw .tooManyColumns(Self.mostColumns) }
    names = (0..<fields.count).map { Self.trimmed(fields.text($0)) }
  }

  /// Refuses those of some names that stand twice, for it could not be told which column is meant.
  func refuseRepeats(of wanted: [String]) throws(ArchiveFailure) {
    let wanted = Set(wanted.map(Self.folded))
    var seen: Set<String> = []
    for name in names where wanted.contains(Self.folded(name)) {
      guard seen.insert(Self.folded(name)).inserted else { throw .repeatedColumn(name) }
    }
  }

  /// Numbers the columns of a file by its first row, when that is no header with the names of a mapping.
  init?(
    numbering row: [UInt8], _ dialect: CSVDialect, for mapping: CSVMapping
  ) throws(ArchiveFailure) {
    let slots = Array(0...Self.mostColumns)
    let fields = try CSVFields(of: row, dialect, slots: slots, slotCount: slots.count)
    let texts = (0..<fields.count).map { Self.trimmed(fields.text($0)) }
    if mapping.columns.values.allSatisfy(texts.contains) { return nil }
    guard fields.count <= Self.mostColumns else { throw .tooManyColumns(Self.mostColumns) }
    names = texts.indices.map { "\($0 + 1)" }
  }

  /// The place of a column by its name; letters of ASCII match in any case.
  func column(_ name: String) -> Int? {
    let name = Self.trimmed(name)
    return names.firstIndex(of: name)
      ?? names.firstIndex { Self.folded($0).utf8.elementsEqual(Self.folded(name).utf8) }
  }

  /// The place of the first column that has one of some names, the first of them first; how words are joined is the same.
  func column(amongst known: [String]) -> Int? {
    let bare = names.map(Self.bare)
    return known.lazy.map(Self.bare).compactMap { bare.firstIndex(of: $0) }.first
  }

  /// The names for a message.
  var list: String {
    let shown = names.prefix(30).map { "`\(Self.shortened($0))`" }.joined(separator: ", ")
    return names.count > 30 ? shown + " and \(names.count - 30) more" : shown
  }

  /// The beginning of a name: a file without a header has a post where names should be.
  private static func shortened(_ name: String) -> String {
    let scalars = name.unicodeScalars
    return scalars.count <= 24 ? name : String(String.UnicodeScalarView(scalars.prefix(24))) + "…"
  }

  private static func trimmed(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map(\.lowercased), as: UTF8.self)
  }

  /// The letters and digits alone, so that `Sent at`, `sent_at`, `sentAt` and `Sent at (GMT)` are one name.
  private static func bare(_ name: String) -> [UInt8] {
    let joints = Array(" -._/*:".utf8)
    return name.utf8.prefix { $0 != UInt8(ascii: "(") }.filter { !joints.contains($0) }
      .map(\.lowercased)
  }
}

extension ArchiveFailure {
  /// A header with more names than any table has.
  static func tooManyColumns(_ most: Int) -> ArchiveFailure {
    ArchiveFailure(
      code: "no-header",
      message: "The first row has more than \(most) fields, so it cannot be a header.")
  }

  /// A name that two columns have.
  static func repeatedColumn(_ name: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "repeated-column",
      message: "Two columns are called `\(name)`. Give each a name of its own.")
  }
}
