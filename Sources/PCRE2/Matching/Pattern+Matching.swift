internal import CPCRE2

extension Pattern {
  /// Says whether the pattern matches anywhere.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - offset: Where to start; what stands before it is still seen by look-behinds.
  ///   - scratch: The calling thread's own.
  /// - Returns: Whether there is a match.
  /// - Throws: Why PCRE2 could not say, such as a limit.
  package func hasMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int = 0, using scratch: MatchScratch
  ) throws(MatchFailure) -> Bool {
    let code = run(text, offset, 0, scratch.wholeMatch, scratch)
    if code >= 0 { return true }
    if code == PCRE2_ERROR_NOMATCH { return false }
    throw MatchFailure(code: code, offset: 0)
  }

  /// Finds the first match; its groups are then in the scratch, for ``range(ofGroup:in:)``.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - offset: Where to start; what stands before it is still seen by look-behinds.
  ///   - scratch: The calling thread's own.
  /// - Returns: The bytes of the match; `nil` when there is none.
  /// - Throws: Why PCRE2 could not say, such as a limit.
  package func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int = 0, using scratch: MatchScratch
  ) throws(MatchFailure) -> Range<Int>? {
    try find(in: text, from: offset, options: 0, using: scratch)
  }

  /// Finds the first match in bytes that nobody has checked yet.
  ///
  /// - Throws: ``MatchFailure/invalidUTF8(offset:)`` where the bytes are not UTF-8.
  package func firstMatch(
    validating bytes: [UInt8], from offset: Int = 0, using scratch: MatchScratch
  ) throws(MatchFailure) -> Range<Int>? {
    scratch.makeRoom(for: groupCount + 1)
    let code = bytes.withUnsafeBufferPointer { text in
      withUnsafePointer(to: 0 as UInt8) { nothing in
        pcre2_match_8(
          self.code, text.baseAddress ?? nothing, text.count, offset, 0, scratch.groups,
          scratch.context)
      }
    }
    return try range(after: code, in: scratch)
  }

  /// Visits every match from left to right; matches do not overlap, and may be empty.
  ///
  /// - Parameters:
  ///   - text: **Valid UTF-8**: it is not checked again, and other bytes are undefined behaviour.
  ///   - scratch: The calling thread's own; the visitor may ask it for groups but not match with it.
  ///   - visit: Gets each match's bytes, and answers whether to go on.
  /// - Throws: Why PCRE2 could not say, such as a limit; matches before it have been visited.
  package func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, using scratch: MatchScratch,
    _ visit: (Range<Int>) -> Bool
  ) throws(MatchFailure) {
    var offset = 0
    var options: UInt32 = 0
    while let match = try find(in: text, from: offset, options: options, using: scratch) {
      guard visit(match) else { return }
      offset = match.upperBound
      // After an empty match the same place may still hold a longer one, but not another empty one.
      options = match.isEmpty ? UInt32(PCRE2_NOTEMPTY_ATSTART) : 0
    }
  }

  /// Answers the bytes of a group of the last match that this pattern found with the scratch.
  ///
  /// - Returns: `nil` when the group took no part in the match.
  package func range(ofGroup number: Int, in scratch: MatchScratch) -> Range<Int>? {
    guard number >= 0, number <= groupCount,
      let ovector = pcre2_get_ovector_pointer_8(scratch.groups),
      number < Int(pcre2_get_ovector_count_8(scratch.groups))
    else { return nil }
    let (start, end) = (ovector[number * 2], ovector[number * 2 + 1])
    // PCRE2_UNSET is the largest size there is, which Swift imports as a negative number.
    guard start >= 0, end >= start else { return nil }
    return start..<end
  }

  /// Answers the bytes of the first group of that name which took part in the last match.
  package func range(ofGroup name: String, in scratch: MatchScratch) -> Range<Int>? {
    for number in groupNumbers[name] ?? [] {
      if let range = range(ofGroup: number, in: scratch) { return range }
    }
    return nil
  }

  private func find(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int, options: UInt32,
    using scratch: MatchScratch
  ) throws(MatchFailure) -> Range<Int>? {
    scratch.makeRoom(for: groupCount + 1)
    return try range(after: run(text, offset, options, scratch.groups, scratch), in: scratch)
  }

  private func range(
    after code: Int32, in scratch: MatchScratch
  ) throws(MatchFailure) -> Range<Int>? {
    if code >= 0 { return range(ofGroup: 0, in: scratch) }
    if code == PCRE2_ERROR_NOMATCH { return nil }
    let offset = pcre2_get_startchar_8(scratch.groups)
    throw MatchFailure(code: code, offset: offset)
  }

  @inline(__always)
  private func run(
    _ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ options: UInt32, _ data: OpaquePointer,
    _ scratch: MatchScratch
  ) -> Int32 {
    precondition(offset >= 0 && offset <= text.count, "the start lies outside the text")
    // An empty buffer may have no address, and the machine code wants one.
    guard let start = text.baseAddress else {
      return withUnsafePointer(to: 0 as UInt8) { nothing in
        run(UnsafeBufferPointer(start: nothing, count: 0), 0, options, data, scratch)
      }
    }
    scratch.prepare(forLength: text.count)
    if usesJIT {
      return pcre2_jit_match_8(code, start, text.count, offset, options, data, scratch.context)
    }
    return pcre2_match_8(
      code, start, text.count, offset, options | UInt32(PCRE2_NO_UTF_CHECK), data, scratch.context)
  }
}
