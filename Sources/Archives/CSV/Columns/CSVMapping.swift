internal import Rules

/// Which column holds what, as the user says it: `text=Body,date="Sent at"`.
package struct CSVMapping: Sendable, Equatable {
  /// The names of the columns.
  package private(set) var columns: [MappedRole: String] = [:]

  /// An example for messages.
  static let example = "--map 'text=Body,date=\"Sent at\",id=ID'"

  /// Reads a mapping; a name may stand in quotation marks, and must when it has a comma in it.
  package init(_ text: String) throws(ArchiveFailure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let key = Self.trimmed(rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") })
      rest = rest.drop { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") }
      guard rest.first == UInt8(ascii: "=") else { throw .badMapping("`\(key)` has no column.") }
      rest = rest.dropFirst()
      let role = try Self.role(key)
      guard columns[role] == nil else { throw .badMapping("`\(key)` is given twice.") }
      let name = try Self.name(from: &rest)
      guard !name.isEmpty else { throw .badMapping("`\(key)` has no column.") }
      columns[role] = name
    }
    guard columns[.text] != nil else {
      throw .badMapping("It does not say which column holds the text.")
    }
  }

  /// True when it gives the columns' numbers, from 1, as for a file without a header.
  var isByNumber: Bool {
    columns.values.allSatisfy { Int($0).map { $0 > 0 } ?? false }
  }

  private static func role(_ key: String) throws(ArchiveFailure) -> MappedRole {
    if let role = MappedRole(rawValue: key) { return role }
    let known = MappedRole.allCases.map(\.rawValue)
    let hint =
      Nearest.to(key, among: known).map { "Did you mean `\($0)`?" }
      ?? "Known are " + known.map { "`\($0)`" }.joined(separator: ", ") + "."
    throw .badMapping("There is no `\(key)`. \(hint)")
  }

  private static func name(from rest: inout ArraySlice<UInt8>) throws(ArchiveFailure) -> String {
    rest = rest.drop(while: \.isBlank)
    guard rest.first == .quote else {
      let name = rest.prefix { $0 != UInt8(ascii: ",") }
      rest = rest.dropFirst(name.count + 1)
      return trimmed(name)
    }
    rest = rest.dropFirst()
    var name: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == .quote {
        // As in CSV, two of them stand for one.
        guard rest.first == .quote else {
          rest = rest.drop(while: \.isBlank)
          guard rest.isEmpty || rest.popFirst() == UInt8(ascii: ",") else {
            throw .badMapping("Something stands after the quotation mark that closes a name.")
          }
          return String(decoding: name, as: UTF8.self)
        }
        rest = rest.dropFirst()
      }
      name.append(byte)
    }
    throw .badMapping("A quotation mark is not closed.")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let end = bytes.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? bytes.startIndex
    return String(decoding: bytes[..<end].drop(while: \.isBlank), as: UTF8.self)
  }
}

extension CSVMapping {
  /// The columns of a file that hold what is wanted, by the place of each role.
  func columns(of header: CSVHeader) throws(ArchiveFailure) -> [Int?] {
    var columns: [Int?] = []
    for role in MappedRole.allCases {
      columns.append(
        try self.columns[role].map { name throws(ArchiveFailure) in try header.required(name) })
    }
    return columns
  }
}

extension CSVHeader {
  fileprivate func required(_ name: String) throws(ArchiveFailure) -> Int {
    if let column = column(name) { return column }
    // Another number is no slip of the hand.
    let nearest = Int(name) == nil ? Nearest.to(name, among: names.filter { !$0.isEmpty }) : nil
    let hint = nearest.map { "Did you mean `\($0)`?" } ?? "The columns are \(list)."
    throw ArchiveFailure(code: "no-column", message: "There is no column `\(name)`. \(hint)")
  }
}

extension ArchiveFailure {
  /// A mapping that cannot be understood.
  static func badMapping(_ reason: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "bad-mapping",
      message: "The mapping of columns is wrong: \(reason) Write it as \(CSVMapping.example).")
  }

  /// A file none of whose columns is known to hold text.
  static func noTextColumn(_ header: CSVHeader) -> ArchiveFailure {
    ArchiveFailure(
      code: "no-text-column",
      message: "No column is known to hold the text of posts. The columns are \(header.list). "
        + "Say which one it is: \(CSVMapping.example); if the file has no header, by number: --map text=2,date=1."
    )
  }
}
