/// A number of posts out of others, as shares are written: exact, and with how far chance may have moved it.
package struct Proportion: Sendable, Equatable {
  /// The posts that are counted.
  package var count: Int
  /// The posts that they are counted among.
  package var total: Int

  /// Counts posts among others.
  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The share in hundredths of a per cent, rounded half up, or `nil` when there are no posts.
  package var hundredthsOfPercent: Int? {
    total == 0 ? nil : (count * 20_000 + total) / (2 * total)
  }

  /// The number in 1,000 posts, in hundredths, rounded half up; nought when there are no posts.
  package var hundredthsPerThousand: Int {
    total == 0 ? 0 : (count * 200_000 + total) / (2 * total)
  }

  /// The interval that holds the true share in 95 of 100 such samples (Wilson 1927), from 0 to 1.
  ///
  /// It holds for the few hits in many posts that rules have, where the textbook's normal interval does not.
  package var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let z = 1.959963984540054
    let posts = Double(total)
    let share = Double(count) / posts
    let spread = z * z / posts
    let centre = (share + spread / 2) / (1 + spread)
    let half =
      z * ((share * (1 - share) + spread / 4) / posts).squareRoot() / (1 + spread)
    let low = count == 0 ? 0 : max(0, centre - half)
    let high = count == total ? 1 : min(1, centre + half)
    return low...high
  }
}
