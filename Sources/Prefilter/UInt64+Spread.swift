extension UInt64 {
  /// The bits, and those at most so far from one of them.
  package func spread(by distance: Int) -> UInt64 {
    var (bits, left, step) = (self, Swift.min(distance, 63), 1)
    while left > 0 {
      let now = Swift.min(step, left)
      bits |= bits << UInt64(now) | bits >> UInt64(now)
      left -= now
      step *= 2
    }
    return bits
  }
}
