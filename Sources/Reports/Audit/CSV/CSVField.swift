import JSON

/// Writes fields of comma-separated values (RFC 4180) that a spreadsheet shows and does not obey.
package enum CSVField {
  /// A line of fields, ended by CR LF.
  package static func line(_ fields: [String]) -> [UInt8] {
    var bytes = Bytes()
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(",") }
      append(field, to: &bytes)
    }
    bytes.append("\r\n")
    return bytes.array
  }

  /// Adds a field.
  ///
  /// A text that a spreadsheet could take for a formula gets an apostrophe in front, inside the quotation marks. Line ends
  /// become LF; other control characters are shown as pictures, since some readers stop at them.
  static func append(_ text: String, to bytes: inout Bytes) {
    let scalars = text.unicodeScalars
    let isFormula = looksLikeFormula(scalars)
    let isQuoted = isFormula || scalars.contains(where: needsQuotes)
    if isQuoted { bytes.append("\"") }
    if isFormula { bytes.append("'") }
    var previous: Unicode.Scalar?
    for scalar in scalars {
      switch scalar {
      case "\"": bytes.append("\"\"")
      case "\n" where previous == "\r": break
      case "\r", "\n": bytes.newline()
      case "\t": bytes.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: bytes.append(scalar.picture)
      default: bytes.append(scalar)
      }
      previous = scalar
    }
    if isQuoted { bytes.append("\"") }
  }

  /// White space at either end survives only in quotation marks, so all of it is put there.
  private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", ",", ";", " ", "\t", "\r", "\n": true
    default: false
    }
  }

  /// True when the first scalar that shows begins a formula, or the text begins with a tab or a line end.
  private static func looksLikeFormula(_ scalars: String.UnicodeScalarView) -> Bool {
    if let first = scalars.first, first == "\t" || first == "\r" || first == "\n" { return true }
    return scalars.first { !isUnseen($0) }.map(beginsFormula) ?? false
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control || properties.generalCategory == .format
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}", "\u{FF0B}",
      "\u{FF0D}", "\u{FF1D}", "\u{FF20}":
      true
    default: false
    }
  }
}
