/// Reads comma-separated values by the letter of RFC 4180, byte by byte, and takes nothing else.
struct StrictCSV {
  /// The rows with their fields.
  private(set) var rows: [[String]] = []
  /// What is wrong, with the offset of the byte.
  private(set) var fault: String?

  /// Reads a file.
  init(_ bytes: [UInt8]) {
    var place = 0
    var row: [String] = []
    while place < bytes.count {
      guard let (field, end) = Self.field(of: bytes, at: place) else {
        fault = "bad field at \(place)"
        return
      }
      row.append(field)
      if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
        place = end + 1
      } else if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 {
        rows.append(row)
        row = []
        place = end + 2
      } else {
        fault = "no end of field at \(end)"
        return
      }
    }
    if !row.isEmpty { fault = "no end of the last row" }
  }

  private static func field(of bytes: [UInt8], at start: Int) -> (String, Int)? {
    let quote = UInt8(ascii: "\"")
    var place = start
    var content: [UInt8] = []
    guard bytes[start] == quote else {
      while place < bytes.count, ![UInt8(ascii: ","), 13, 10, quote].contains(bytes[place]) {
        content.append(bytes[place])
        place += 1
      }
      return (String(decoding: content, as: UTF8.self), place)
    }
    place += 1
    while place < bytes.count {
      if bytes[place] != quote {
        content.append(bytes[place])
        place += 1
      } else if place + 1 < bytes.count, bytes[place + 1] == quote {
        content.append(quote)
        place += 2
      } else {
        return (String(decoding: content, as: UTF8.self), place + 1)
      }
    }
    return nil
  }
}
