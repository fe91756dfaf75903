/// Letters of other scripts and shapes that are read as ASCII letters or digits.
package enum LookAlikes {
  /// The one or two ASCII characters that a scalar is read as.
  ///
  /// Only scalars with ``ScalarProperties/lookAlike`` have any. Accents are dropped with the letter's
  /// case kept. What NFKC folds is not here: normalise first.
  ///
  /// - Parameter scalar: The scalar's value.
  /// - Returns: The characters; `second` is 0 when there is one.
  package static func ascii(for scalar: UInt32) -> (first: UInt8, second: UInt8)? {
    var low = 0
    var high = letterCount
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = UInt32(truncatingIfNeeded: PackedDigits.four(letters, 8 &* middle))
      if found == scalar {
        return (
          UInt8(truncatingIfNeeded: PackedDigits.two(letters, 8 &* middle &+ 4)),
          UInt8(truncatingIfNeeded: PackedDigits.two(letters, 8 &* middle &+ 6))
        )
      }
      if found < scalar { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }
}
