internal import CPCRE2

/// Why PCRE2 could not say whether a pattern matches; it never means "no match".
package enum MatchFailure: Error, Sendable, Hashable {
  /// A limit was reached before the answer was known.
  case limit(Limit)
  /// The text is not valid UTF-8; the offset is of the first bad byte's character.
  case invalidUTF8(offset: Int)
  /// The pattern does not compile, which was only found out when it was needed.
  case unusable(PatternError)
  /// Any other error, with PCRE2's number and words for it.
  case other(code: Int32, message: String)

  /// The limits of a match.
  package enum Limit: String, Sendable, Hashable {
    case match, depth, heap
    case jitStack = "JIT stack"
  }

  /// Reads an error number of PCRE2's.
  init(code: Int32, offset: Int) {
    switch code {
    case PCRE2_ERROR_MATCHLIMIT: self = .limit(.match)
    case PCRE2_ERROR_DEPTHLIMIT: self = .limit(.depth)
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY: self = .limit(.heap)
    case PCRE2_ERROR_JIT_STACKLIMIT: self = .limit(.jitStack)
    case PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1, PCRE2_ERROR_BADUTFOFFSET:
      self = .invalidUTF8(offset: offset)
    default: self = .other(code: code, message: messageOfPCRE2(code))
    }
  }
}

extension MatchFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .limit(let limit): "the \(limit.rawValue) limit was reached"
    case .invalidUTF8(let offset): "the text is not valid UTF-8 at byte \(offset)"
    case .unusable(let error): "the pattern does not compile: \(error)"
    case .other(_, let message): message
    }
  }
}
