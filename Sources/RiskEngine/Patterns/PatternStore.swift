internal import PCRE2
internal import Prefilter
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
  private nonisolated(unsafe) let memory: ZeroedMemory<UInt>
  /// Two slots a pattern, for it as it is and for it tried at one place only; zero until it is compiled.
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Atomic<UnsafeRawPointer?>>
  /// The patterns in the slots.
  private let compiled = Mutex<[Pattern]>([])

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
    memory = ZeroedMemory(count: count * 2)
    // A pointer that is not there is a zero.
    slots = UnsafeMutableRawPointer(memory.start)
      .assumingMemoryBound(to: Atomic<UnsafeRawPointer?>.self)
  }

  deinit {
    memory.free()
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
    let (isStored, earlier) = slots[slot].compareExchange(
      expected: nil, desired: UnsafeRawPointer(Unmanaged.passUnretained(pattern).toOpaque()),
      ordering: .acquiringAndReleasing)
    if isStored { compiled.withLock { $0.append(pattern) } }
    guard !isStored, let earlier else { return pattern }
    return Unmanaged<Pattern>.fromOpaque(earlier).takeUnretainedValue()
  }
}
