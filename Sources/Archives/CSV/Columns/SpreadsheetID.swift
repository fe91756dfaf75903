/// Finds identifiers that a spreadsheet, or a program like one, has turned into numbers of 15 digits.
enum SpreadsheetID {
  /// True for a number that cannot be an identifier any more: `1.62692E+18`, `1626920123456789760.0`.
  static func isRuined(_ id: String) -> Bool {
    isScientific(id) || isFraction(id)
  }

  /// True for a number with more digits than programs keep of one, and a fraction after them.
  private static func isFraction(_ id: String) -> Bool {
    let parts = id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count >= 16 && parts.joined().allSatisfy(\.isDigit)
  }

  /// True for `1.62692E+18`.
  private static func isScientific(_ id: String) -> Bool {
    guard id.utf8.contains(UInt8(ascii: "+")) else { return false }
    let bytes = Array(id.utf8)
    guard let sign = bytes.lastIndex(of: UInt8(ascii: "+")), sign > 1, sign + 1 < bytes.count,
      bytes[sign - 1] | 0x20 == UInt8(ascii: "e")
    else { return false }
    return bytes[(sign + 1)...].allSatisfy(\.isDigit) && bytes[0].isDigit
      && bytes[..<(sign - 1)].allSatisfy {
        $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
      }
  }

  /// True for a number that may have been rounded to 15 digits; of one alone that cannot be known.
  static func mayBeRounded(_ id: String) -> Bool {
    let bytes = id.utf8
    return bytes.count >= 16 && bytes.allSatisfy(\.isDigit)
      && bytes.dropFirst(15).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// True when numbers were rounded beyond doubt: there are several, and all of them end in noughts.
  static func areRounded(_ ids: [String]) -> Bool {
    let long = ids.filter { $0.utf8.count >= 18 && $0.utf8.allSatisfy(\.isDigit) }
    return long.count >= 3 && Set(long).count >= 2 && long.allSatisfy(mayBeRounded)
  }
}

extension ArchiveFailure {
  /// An identifier of which a spreadsheet or another program has kept the first digits only.
  static func ruinedID(_ id: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "ruined-id",
      message:
        "A spreadsheet or a table program such as pandas has rounded the id `\(id)`, so the post cannot be "
        + "told from others. Export anew and do not open the file in it before, or import the column as text; "
        + "or leave the column out by `--map`.")
  }
}
