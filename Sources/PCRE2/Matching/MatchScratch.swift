internal import CPCRE2

/// What one thread needs to match: limits, room for groups and a stack for machine code.
///
/// Make one a thread and use it for every pattern; matching then allocates nothing. It also holds
/// the groups of the last match that was found with it.
package final class MatchScratch {
  let context: OpaquePointer
  /// Room for the whole match alone, which is all that a search needs.
  let wholeMatch: OpaquePointer
  /// Room for every group of the patterns seen so far.
  private(set) var groups: OpaquePointer
  private var groupRoom: Int
  private let stack: OpaquePointer?
  private let limits: MatchLimits
  private var preparedLength = 0

  /// Makes scratch with limits of its own.
  package init(limits: MatchLimits = .init()) {
    guard let context = pcre2_match_context_create_8(nil),
      let wholeMatch = pcre2_match_data_create_8(1, nil),
      let groups = pcre2_match_data_create_8(16, nil)
    else { fatalError("out of memory") }
    self.context = context
    self.wholeMatch = wholeMatch
    self.groups = groups
    self.groupRoom = 16
    self.limits = limits
    self.stack = pcre2_jit_stack_create_8(32 << 10, 512 << 10, nil)
    pcre2_jit_stack_assign_8(context, nil, stack.map(UnsafeMutableRawPointer.init))
    pcre2_set_match_limit_8(context, limits.match)
    pcre2_set_depth_limit_8(context, limits.depth)
    pcre2_set_heap_limit_8(context, limits.heapKiB)
  }

  deinit {
    pcre2_match_data_free_8(groups)
    pcre2_match_data_free_8(wholeMatch)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  /// Makes sure that there is room for a pattern's groups, whole match included.
  func makeRoom(for count: Int) {
    guard count > groupRoom, let larger = pcre2_match_data_create_8(UInt32(count), nil) else {
      return
    }
    pcre2_match_data_free_8(groups)
    groups = larger
    groupRoom = count
  }

  /// Sets the match limit for a text of some length.
  ///
  /// PCRE2 counts anew at every place where a match could begin, so that a limit alone would let the
  /// whole take longer the longer the text is; the product of both is what is bounded here.
  @inline(__always)
  func prepare(forLength length: Int) {
    if length != preparedLength { setLimit(forLength: length) }
  }

  @inline(never)
  private func setLimit(forLength length: Int) {
    preparedLength = length
    let share = UInt32(clamping: Self.stepsPerText / max(length, 1))
    pcre2_set_match_limit_8(context, min(limits.match, max(share, Self.leastLimit)))
  }

  /// About 40 ms of machine code, when every step is taken.
  private static let stepsPerText = 30_000_000
  /// What honest patterns may need at one place.
  private static let leastLimit: UInt32 = 1_000
}
