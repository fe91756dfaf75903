/// How a pattern is compiled; UTF-8 is always on and `\C` always off.
package struct PatternOptions: Sendable, Equatable, Hashable {
  /// Whether letters match in either case, by Unicode's simple case folding.
  package var caseless: Bool
  /// Whether a match may only begin at the very offset where matching starts.
  package var anchored: Bool
  /// Whether machine code is made as well: several times as fast, for some 17 µs a pattern.
  package var jit: Bool
  /// Whether `\d`, `\w`, `\s` and `\b` go by Unicode's properties rather than ASCII's.
  package var ucp: Bool

  /// Makes options; left alone, they are those of a case-sensitive pattern that is interpreted.
  package init(
    caseless: Bool = false, anchored: Bool = false, jit: Bool = false, ucp: Bool = true
  ) {
    self.caseless = caseless
    self.anchored = anchored
    self.jit = jit
    self.ucp = ucp
  }
}
