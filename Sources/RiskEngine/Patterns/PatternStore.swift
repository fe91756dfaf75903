internal import PCRE2
internal import Synchronization

/// Patterns that are compiled when they are first needed, and then shared by all threads.
///
/// Reading costs one load; when two threads compile the same pattern, the later one takes the earlier's.
final class PatternStore: Sendable {
  /// What a pattern is compiled from.
  struct Recipe: Sendable {
    let source: String
    let isCaseless: Bool
  }

  private let count: Int
  private let recipe: @Sendable (Int) -> Recipe
  private let usesJIT: Bool
  /// Two slots a pattern, for it as it is and for it tried at one place only; each owns the pattern in it.
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Atomic<UnsafeRawPointer?>>

  /// Makes a store that has compiled nothing yet.
  ///
  /// - Parameters:
  ///   - count: How many patterns there are.
  ///   - usesJIT: Whether they are compiled to machine code.
  ///   - recipe: What the pattern of a number is compiled from.
  init(count: Int, usesJIT: Bool, recipe: @escaping @Sendable (Int) -> Recipe) {
    self.count = count
    self.recipe = recipe
    self.usesJIT = usesJIT
    slots = .allocate(capacity: count * 2 + 1)
    for slot in 0..<count * 2 { (slots + slot).initialize(to: Atomic(nil)) }
  }

  deinit {
    for slot in 0..<count * 2 {
      if let known = slots[slot].load(ordering: .acquiring) {
        Unmanaged<Pattern>.fromOpaque(known).release()
      }
      (slots + slot).deinitialize(count: 1)
    }
    slots.deallocate()
  }

  /// The pattern of a number.
  ///
  /// - Parameters:
  ///   - number: Its place in the list.
  ///   - isAnchored: Whether it is to be tried at one place only.
  /// - Returns: The pattern, compiled.
  /// - Throws: ``MatchFailure/unusable(_:)`` when it does not compile.
  @inline(__always)
  func pattern(_ number: Int, isAnchored: Bool = false) throws(MatchFailure) -> Pattern {
    precondition(number >= 0 && number < count, "there is no such pattern")
    let slot = number * 2 + (isAnchored ? 1 : 0)
    if let known = slots[slot].load(ordering: .acquiring) {
      return Unmanaged<Pattern>.fromOpaque(known).takeUnretainedValue()
    }
    return try compile(number, isAnchored, slot)
  }

  @inline(never)
  private func compile(
    _ number: Int, _ isAnchored: Bool, _ slot: Int
  ) throws(MatchFailure) -> Pattern {
    let recipe = recipe(number)
    let pattern: Pattern
    do throws(PatternError) {
      pattern = try Pattern(
        recipe.source,
        options: .init(caseless: recipe.isCaseless, anchored: isAnchored, jit: usesJIT))
    } catch {
      throw .unusable(error)
    }
    let owned = Unmanaged.passRetained(pattern)
    let (isStored, earlier) = slots[slot].compareExchange(
      expected: nil, desired: UnsafeRawPointer(owned.toOpaque()), ordering: .acquiringAndReleasing)
    guard !isStored, let earlier else { return pattern }
    owned.release()
    return Unmanaged<Pattern>.fromOpaque(earlier).takeUnretainedValue()
  }
}
