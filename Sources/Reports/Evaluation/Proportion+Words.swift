import JSON
import RiskEngine

extension Proportion {
  /// The share as `3.03 %`, or a dash where there are no posts.
  var percent: String {
    hundredthsOfPercent.map { Self.decimal($0) + " %" } ?? "–"
  }

  /// The number in 1,000 posts, as `0.57`.
  var perThousand: String {
    Self.decimal(hundredthsPerThousand)
  }

  /// The bounds of the interval in hundredths of a post in 1,000.
  var boundsPerThousand: (low: Int, high: Int) {
    let interval = interval
    let hundredths = { (share: Double) in Int((share * 100_000).rounded()) }
    return (hundredths(interval.lowerBound), hundredths(interval.upperBound))
  }

  /// Hundredths as a number with two decimals.
  static func decimal(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "−" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension JSONWriter {
  /// Writes a share in per cent, or null where there are no posts.
  mutating func member(_ name: String, percent share: Proportion) {
    if let hundredths = share.hundredthsOfPercent {
      member(name, hundredths: hundredths)
    } else {
      member(name, nil as String?)
    }
  }
}
