/// How much work and memory one match attempt may use before it fails.
package struct MatchLimits: Sendable, Equatable {
  /// How often PCRE2 may back up and try again from one starting place.
  package var match: UInt32
  /// How deeply its interpreter may nest; machine code does not count this.
  package var depth: UInt32
  /// How much heap its interpreter may use, in KiB.
  package var heapKiB: UInt32

  /// Makes limits.
  package init(match: UInt32 = 100_000, depth: UInt32 = 100_000, heapKiB: UInt32 = 8_192) {
    self.match = match
    self.depth = depth
    self.heapKiB = heapKiB
  }
}
