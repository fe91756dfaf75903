import Synchronization

/// How much memory all bodies that are being read may take together.
final class BodyBudget: Sendable {
  private let rest: Atomic<Int>

  init(_ bytes: Int) {
    rest = Atomic(bytes)
  }

  /// Takes some of it; false, and nothing is taken, when there is not enough.
  func take(_ bytes: Int) -> Bool {
    if rest.subtract(bytes, ordering: .relaxed).newValue >= 0 { return true }
    give(bytes)
    return false
  }

  /// Gives back what was taken.
  func give(_ bytes: Int) {
    rest.add(bytes, ordering: .relaxed)
  }
}
