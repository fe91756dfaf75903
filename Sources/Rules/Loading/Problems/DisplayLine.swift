/// A line of a file as a terminal can show it, and the carets that belong under it.
///
/// Tabs become spaces, characters that would hide or reorder the line are shown as `<U+202E>`, wide characters take
/// two columns and combining ones none, and a long line is cut down to the surroundings of its fault.
package struct DisplayLine: Sendable, Equatable {
  /// The line.
  package let text: String
  /// Spaces and carets.
  package let caret: String

  private static let widest = 100
  private static let lead = 40

  /// Lays out a line.
  ///
  /// - Parameters:
  ///   - line: The line without its end.
  ///   - column: The column of the fault, in scalars from 1.
  ///   - width: How many scalars the fault covers.
  package init(_ line: String, column: Int, width: Int) {
    let scalars = Array(line.unicodeScalars)
    let fault = min(max(column - 1, 0), scalars.count)
    let end = min(fault + max(width, 1), scalars.count)
    let start = scalars.count <= Self.widest ? 0 : max(0, fault - Self.lead)
    let stop = min(scalars.count, start + Self.widest)
    let before = start > 0 ? "…" : ""
    let after = stop < scalars.count ? "…" : ""
    text = before + scalars[start..<stop].map(Self.shown).joined() + after
    let indent = scalars[start..<fault].reduce(before.isEmpty ? 0 : 1) { $0 + Self.columns(of: $1) }
    let covered = fault < stop ? scalars[fault..<min(end, stop)] : []
    let carets = covered.reduce(0) { $0 + Self.columns(of: $1) }
    caret =
      String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, carets))
  }

  /// A text on one line, with characters that would hide or reorder it made visible.
  package static func visible(_ text: String) -> String {
    text.unicodeScalars.map(shown).joined()
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\t" { return "  " }
    return isDeceptive(scalar) ? "<\(scalar.codeName)>" : String(scalar)
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar == "\t" { return 2 }
    if isDeceptive(scalar) { return scalar.codeName.utf8.count + 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  // Controls, what is never seen, and the marks that change the direction of text (Unicode Standard Annex 9).
  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069,
      0x2028, 0x2029:
      true
    default: scalar.properties.generalCategory == .control
    }
  }

  // The blocks that terminals draw two columns wide (Unicode Standard Annex 11, roughly).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
