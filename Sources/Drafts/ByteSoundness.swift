package import Reports

/// Tells whether bytes can be text at all.
package enum ByteSoundness {
  /// What keeps bytes from being text, with its place, or `nil` when nothing does.
  package static func failure(of bytes: [UInt8]) -> Record.Failure? {
    if let offset = firstInvalid(in: bytes) {
      let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      let hint = isWide ? " It looks like UTF-16; save it as UTF-8." : ""
      return failure(
        "not-utf8", "The text is not UTF-8 at byte \(offset).\(hint)", at: offset, in: bytes)
    }
    if let offset = bytes.firstIndex(of: 0) {
      return failure("nul-byte", "A NUL byte stands at byte \(offset).", at: offset, in: bytes)
    }
    return nil
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func failure(
    _ code: String, _ message: String, at offset: Int, in bytes: [UInt8]
  ) -> Record.Failure {
    let lineStart = (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let line = bytes[..<lineStart].count { $0 == UInt8(ascii: "\n") } + 1
    // Only bytes that begin a scalar count as columns.
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return Record.Failure(
      code: code, message: message, line: line, column: column)
  }
}
