internal import CPCRE2

/// Why a pattern was not accepted, and where in it.
package struct PatternError: Error, Sendable, Hashable {
  /// What kind of fault it is.
  package let fault: Fault
  /// What is wrong, in words fit for the pattern's author.
  package let message: String
  /// The place in the pattern's UTF-8 bytes, from 0 to its length.
  package let offset: Int

  /// The kinds of fault.
  package enum Fault: Sendable, Hashable {
    /// PCRE2 does not compile it; the number is PCRE2's own.
    case syntax(code: Int32)
    /// It uses a part of PCRE2 that rules may not use.
    case forbidden
    /// It is longer than ``Pattern/lengthLimit`` bytes.
    case tooLong
    /// The machine code could not be made; the number is PCRE2's own.
    case jit(code: Int32)
  }
}

extension PatternError: CustomStringConvertible {
  package var description: String { "\(message) (at byte \(offset) of the pattern)" }
}

/// Answers PCRE2's own words for one of its error numbers.
func messageOfPCRE2(_ code: Int32) -> String {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
    let length = pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
    guard length > 0 else { return "PCRE2 error \(code)" }
    return String(decoding: buffer[..<Int(length)], as: UTF8.self)
  }
}
