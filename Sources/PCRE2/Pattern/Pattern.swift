internal import CPCRE2

/// A compiled pattern: immutable, and safe to share between threads.
///
/// Matching needs a ``MatchScratch``, of which each thread has its own.
package final class Pattern: Sendable {
  /// The longest pattern that is accepted, in UTF-8 bytes.
  package static let lengthLimit = 65_536

  /// The text it was compiled from.
  package let source: String
  /// How it was compiled.
  package let options: PatternOptions
  /// How many capturing groups it has; the whole match, group 0, is not counted.
  package let groupCount: Int
  /// The numbers of the groups of each name, in rising order.
  package let groupNumbers: [String: [Int]]
  /// Whether matching runs machine code.
  package let usesJIT: Bool

  // PCRE2 documents compiled code as read-only while matching; it is freed with this object.
  nonisolated(unsafe) let code: OpaquePointer

  /// Compiles a pattern.
  ///
  /// - Throws: What is wrong with it, and where.
  package init(_ source: String, options: PatternOptions = .init()) throws(PatternError) {
    let bytes = Array(source.utf8)
    guard bytes.count <= Self.lengthLimit else {
      throw PatternError(
        fault: .tooLong, message: "the pattern is longer than \(Self.lengthLimit) bytes",
        offset: Self.lengthLimit)
    }
    if let forbidden = ForbiddenConstruct.first(in: bytes) {
      throw PatternError(fault: .forbidden, message: forbidden.message, offset: forbidden.offset)
    }
    let code = try Self.compile(bytes, options)
    self.source = source
    self.options = options
    self.code = code
    self.groupCount = Self.captureCount(of: code)
    self.groupNumbers = Self.names(of: code)
    // Some builds of PCRE2 have no JIT at all; matching is then slower and otherwise the same.
    var failure: Int32 = 0
    if options.jit {
      failure = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    }
    self.usesJIT = options.jit && failure == 0
    guard failure == 0 || failure == PCRE2_ERROR_JIT_BADOPTION else {
      throw PatternError(fault: .jit(code: failure), message: messageOfPCRE2(failure), offset: 0)
    }
  }

  deinit {
    pcre2_code_free_8(code)
  }

  private static func compile(
    _ bytes: [UInt8], _ options: PatternOptions
  ) throws(PatternError) -> OpaquePointer {
    var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C) | UInt32(PCRE2_DUPNAMES)
    if options.ucp { flags |= UInt32(PCRE2_UCP) }
    if options.caseless { flags |= UInt32(PCRE2_CASELESS) }
    if options.anchored { flags |= UInt32(PCRE2_ANCHORED) }
    var number: Int32 = 0
    var offset = 0
    let code = bytes.withUnsafeBufferPointer { buffer in
      withUnsafePointer(to: 0 as UInt8) { nothing in
        pcre2_compile_8(
          buffer.baseAddress ?? nothing, buffer.count, flags, &number, &offset, nil)
      }
    }
    guard let code else {
      throw PatternError(
        fault: .syntax(code: number), message: messageOfPCRE2(number),
        offset: min(offset, bytes.count))
    }
    return code
  }

  private static func captureCount(of code: OpaquePointer) -> Int {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  /// Reads PCRE2's name table: fixed-size entries of a two-byte number and a NUL-ended name.
  private static func names(of code: OpaquePointer) -> [String: [Int]] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table, count > 0 else { return [:] }
    var names: [String: [Int]] = [:]
    for index in 0..<Int(count) {
      let entry = UnsafeBufferPointer(start: table + index * Int(size), count: Int(size))
      let number = Int(entry[0]) << 8 | Int(entry[1])
      let name = String(decoding: entry[2...].prefix { $0 != 0 }, as: UTF8.self)
      names[name, default: []].append(number)
    }
    return names.mapValues { $0.sorted() }
  }
}
