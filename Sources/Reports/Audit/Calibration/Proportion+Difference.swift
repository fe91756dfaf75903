import RiskEngine

extension Proportion {
  /// The share, from 0 to 1; nought when there are no posts.
  var share: Double {
    total == 0 ? 0 : Double(count) / Double(total)
  }

  /// How much larger the share is than another, from −1 to 1.
  func difference(from other: Proportion) -> Double {
    share - other.share
  }

  /// The interval that holds the true difference in 95 of 100 such samples (Newcombe 1998, from Wilson's intervals).
  func differenceInterval(from other: Proportion) -> ClosedRange<Double> {
    guard total > 0, other.total > 0 else { return -1...1 }
    let (own, others) = (interval, other.interval)
    let below = Self.length(share - own.lowerBound, others.upperBound - other.share)
    let above = Self.length(own.upperBound - share, other.share - others.lowerBound)
    let difference = difference(from: other)
    return max(-1, difference - below)...min(1, difference + above)
  }

  private static func length(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }

  /// A share or a difference in hundredths of a per cent, rounded half away from nought.
  static func hundredthsOfPercent(_ share: Double) -> Int {
    Int((share * 10_000).rounded())
  }

  /// An interval as `0.19 to 1.67 %`.
  static func words(_ interval: ClosedRange<Double>) -> String {
    let low = decimal(hundredthsOfPercent(interval.lowerBound))
    return low + " to " + decimal(hundredthsOfPercent(interval.upperBound)) + " %"
  }
}
