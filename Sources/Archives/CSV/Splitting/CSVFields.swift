import PostText
internal import Glibc

/// The fields of one row that are wanted, found but not decoded yet.
struct CSVFields {
  /// The number of fields that the row has.
  private(set) var count = 0
  /// The number of the last field that has anything in it.
  private(set) var filled = 0
  private let row: [UInt8]
  private let isUTF8: Bool
  private var found: [Field]

  private struct Field {
    var range: Range<Int>
    var hasDoubledQuotes = false
  }

  /// Finds the fields of a row; `slots` has for each column the number under which its field is kept, or -1.
  init(
    of row: [UInt8], _ dialect: CSVDialect, slots: [Int], slotCount: Int
  ) throws(ArchiveFailure) {
    self.row = row
    isUTF8 = row.isUTF8
    if !isUTF8, dialect.hasUTF8Mark { throw .notUTF8 }
    if Self.place(of: 0, in: row, from: 0) != nil { throw .nulByte }
    found = Array(repeating: Field(range: 0..<0), count: slotCount)
    var at = 0
    while true {
      let field = try Self.field(in: row, at: at, dialect.delimiter)
      if count < slots.count, slots[count] >= 0 { found[slots[count]] = field }
      count += 1
      if !field.range.isEmpty { filled = count }
      at = field.range.upperBound
      if at < row.count, row[at] == .quote { at += 1 }
      guard at < row.count else { break }
      at += 1
    }
  }

  /// True when a field has anything in it.
  func has(_ slot: Int) -> Bool {
    !found[slot].range.isEmpty
  }

  /// The text of a field, without its quotation marks; empty for a column that the file does not have.
  func text(_ slot: Int) -> String {
    let field = found[slot]
    if field.range.isEmpty { return "" }
    if !field.hasDoubledQuotes, isUTF8 {
      return row.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[field.range]), as: UTF8.self)
      }
    }
    let bytes = bytes(slot)
    return isUTF8 ? String(decoding: bytes, as: UTF8.self) : Windows1252.text(bytes)
  }

  /// The bytes of a field, without its quotation marks.
  func bytes(_ slot: Int) -> [UInt8] {
    let field = found[slot]
    guard field.hasDoubledQuotes else { return Array(row[field.range]) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.range.count)
    var at = field.range.lowerBound
    while let quote = Self.place(of: .quote, in: row, from: at), quote < field.range.upperBound {
      bytes += row[at...quote]
      at = quote + 2
    }
    return bytes + row[at..<field.range.upperBound]
  }

  private static func field(
    in row: [UInt8], at start: Int, _ delimiter: UInt8
  ) throws(ArchiveFailure) -> Field {
    guard start < row.count, row[start] == .quote else {
      return Field(range: start..<(place(of: delimiter, in: row, from: start) ?? row.count))
    }
    var field = Field(range: start..<start)
    var at = start + 1
    while let quote = place(of: .quote, in: row, from: at) {
      at = quote + 1
      if at == row.count || row[at] == delimiter {
        field.range = start + 1..<quote
        return field
      }
      guard row[at] == .quote else { throw .badQuotes }
      field.hasDoubledQuotes = true
      at += 1
    }
    throw .unclosedQuote(last: nil)
  }

  private static func place(of byte: UInt8, in row: [UInt8], from start: Int) -> Int? {
    row.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

extension [UInt8] {
  /// True when the bytes are UTF-8 throughout.
  var isUTF8: Bool {
    (try? UTF8Span(validating: span)) != nil
  }
}

extension ArchiveFailure {
  /// A row that is not in the encoding that its file declares.
  static let notUTF8 = ArchiveFailure(
    code: "not-utf8",
    message: "The row is not UTF-8, though the file begins with its mark. Export it again.")
  /// A row with a NUL byte.
  static let nulByte = ArchiveFailure(
    code: "nul-byte",
    message: "A NUL byte stands in the row. Is the file damaged? Export it again as UTF-8.")
}
