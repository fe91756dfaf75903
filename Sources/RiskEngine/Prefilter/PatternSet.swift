package import PCRE2
internal import Synchronization

/// Many patterns, asked at once which of them match a segment of text.
///
/// It can be shared between threads; each thread needs a ``Scratch`` of its own.
package final class PatternSet: Sendable {
  /// One pattern of a set; its number is its place in the list.
  package struct Entry: Sendable {
    /// The pattern.
    package let source: String
    /// Whether letters match in either case.
    package let isCaseless: Bool
    /// What a text must contain for it to match.
    package let requirement: Requirement
    /// The kinds of segment that it is looked for in, a bit each; 0 when it is only asked by number.
    package let kinds: UInt32
    /// Whether a match is asked for, or, where patterns are compiled late, that one is possible will do.
    package let isConfirmed: Bool

    /// Makes an entry.
    package init(
      source: String, isCaseless: Bool, requirement: Requirement, kinds: UInt32,
      isConfirmed: Bool = true
    ) {
      self.source = source
      self.isCaseless = isCaseless
      self.requirement = requirement
      self.kinds = kinds
      self.isConfirmed = isConfirmed
    }
  }

  /// When and how patterns are compiled.
  package enum Mode: Sendable {
    /// All at once, to machine code: for servers and archives.
    case eager
    /// Each when it is first needed, without machine code: for one draft.
    case lazy
  }

  /// A pattern that does not compile.
  package struct Fault: Error, Sendable, Equatable {
    /// The pattern's number.
    package let pattern: Int
    /// What is wrong with it.
    package let error: PatternError
  }

  /// What one thread needs to ask a set; it may serve only the set that made it.
  package struct Scratch: ~Copyable {
    let match: MatchScratch
    let candidates: CandidateScratch
  }

  let entries: [Entry]
  /// Whether the prefilter decides which patterns run; without it every pattern of the kind does.
  let usesPrefilter: Bool
  let prefilter: Prefilter
  /// All patterns, when they were compiled at once.
  private let eager: [Pattern]
  /// Of patterns whose literals tell where a match begins, the same tried at one place only.
  let anchored: [Pattern?]
  private let late: Mutex<[Pattern?]>

  /// Makes a set.
  ///
  /// - Parameters:
  ///   - entries: The patterns.
  ///   - mode: Whether to compile everything now, for many posts, or each pattern when it is needed.
  ///   - usesPrefilter: Whether texts are scanned first, which changes the cost and nothing else.
  /// - Throws: The first pattern that does not compile, unless patterns are compiled when needed.
  package init(
    _ entries: [Entry], mode: Mode, usesPrefilter: Bool = true
  ) throws(Fault) {
    self.entries = entries
    self.usesPrefilter = usesPrefilter
    self.prefilter = Prefilter(entries.map { .init($0.requirement, kinds: $0.kinds) })
    var eager: [Pattern] = []
    var anchored: [Pattern?] = []
    if mode == .eager {
      for (number, entry) in entries.enumerated() {
        do throws(PatternError) {
          eager.append(try entry.compiled(jit: true))
          anchored.append(
            entry.beginsWithLiteral ? try entry.compiled(jit: true, anchored: true) : nil)
        } catch {
          throw Fault(pattern: number, error: error)
        }
      }
    }
    self.eager = eager
    self.anchored = anchored
    self.late = Mutex([Pattern?](repeating: nil, count: mode == .lazy ? entries.count : 0))
  }

  /// Makes scratch for a thread.
  package func makeScratch(limits: MatchLimits = .init()) -> Scratch {
    Scratch(
      match: MatchScratch(limits: limits),
      candidates: CandidateScratch(patternCount: entries.count))
  }

  /// Answers a pattern by its number, and compiles it first if that has not been done.
  ///
  /// - Throws: ``MatchFailure/unusable(_:)`` when it does not compile.
  package func pattern(_ number: Int) throws(MatchFailure) -> Pattern {
    if !eager.isEmpty { return eager[number] }
    if let pattern = late.withLock({ $0[number] }) { return pattern }
    do throws(PatternError) {
      let pattern = try entries[number].compiled(jit: false)
      late.withLock { $0[number] = pattern }
      return pattern
    } catch {
      throw .unusable(error)
    }
  }
}

extension PatternSet.Entry {
  /// Whether some hit of its literals tells where a match begins.
  fileprivate var beginsWithLiteral: Bool {
    kinds != 0
      && requirement.literals.first?.contains { $0.flags.contains(.beginsMatch) } ?? false
  }

  fileprivate func compiled(
    jit: Bool, anchored: Bool = false
  ) throws(PatternError) -> Pattern {
    try Pattern(source, options: .init(caseless: isCaseless, anchored: anchored, jit: jit))
  }
}
