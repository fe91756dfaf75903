package import PCRE2
internal import Synchronization

/// Many patterns, asked at once which of them match a segment of text.
///
/// It can be shared between threads; each thread needs a ``PatternScratch`` of its own.
package final class PatternSet: Sendable {
  /// One pattern of a set; its number is its place in the list.
  package struct Entry: Sendable {
    /// The pattern.
    package let source: String
    /// How it is compiled; whether with machine code is the set's affair.
    package let options: PatternOptions
    /// What a text must contain for it to match.
    package let requirement: Requirement
    /// The kinds of segment that it reads, a bit each.
    package let kinds: UInt32

    /// Makes an entry.
    package init(_ source: String, options: PatternOptions, requirement: Requirement, kinds: UInt32)
    {
      self.source = source
      self.options = options
      self.requirement = requirement
      self.kinds = kinds
    }

    /// Makes an entry, and works out the requirement from the pattern.
    package init(_ source: String, options: PatternOptions = .init(), kinds: UInt32 = .max) {
      let requirement = Requirement(of: source, caseless: options.caseless)
      self.init(source, options: options, requirement: requirement, kinds: kinds)
    }
  }

  /// When and how patterns are compiled.
  package enum Compilation: Sendable {
    /// All at once, to machine code: for servers and archives.
    case eager
    /// Each when it is first needed, without machine code: for one draft.
    case late
  }

  /// A pattern that does not compile, by number.
  package struct Fault: Error, Sendable, Equatable {
    /// The pattern's number.
    package let pattern: Int
    /// What is wrong with it.
    package let error: PatternError
  }

  /// The patterns, as they were given.
  package let entries: [Entry]
  /// Whether the prefilter decides which patterns run; without it every pattern of the kind does.
  package let usesPrefilter: Bool
  let prefilter: Prefilter
  /// All patterns, when they were compiled at once.
  let eager: [Pattern]
  /// The same patterns, to be tried at one place only, where literals tell where a match begins.
  let anchored: [Pattern?]
  private let late: Mutex<[Pattern?]>

  /// Makes a set.
  ///
  /// - Throws: The first pattern that does not compile, unless patterns are compiled late.
  package init(
    _ entries: [Entry], compilation: Compilation, usesPrefilter: Bool = true
  ) throws(Fault) {
    self.entries = entries
    self.usesPrefilter = usesPrefilter
    self.prefilter = Prefilter(entries.map { .init($0.requirement, kinds: $0.kinds) })
    switch compilation {
    case .eager:
      var patterns: [Pattern] = []
      var anchored: [Pattern?] = []
      for (number, entry) in entries.enumerated() {
        var options = entry.options
        options.jit = true
        do {
          patterns.append(try Pattern(entry.source, options: options))
          options.anchored = true
          anchored.append(
            entry.beginsWithLiteral ? try Pattern(entry.source, options: options) : nil)
        } catch {
          throw Fault(pattern: number, error: error)
        }
      }
      self.eager = patterns
      self.anchored = anchored
      self.late = Mutex([])
    case .late:
      self.eager = []
      self.anchored = []
      self.late = Mutex([Pattern?](repeating: nil, count: entries.count))
    }
  }

  /// Makes scratch for a thread.
  package func makeScratch(limits: MatchLimits = .init()) -> PatternScratch {
    PatternScratch(patternCount: entries.count, limits: limits)
  }

  /// Answers a pattern by its number, and compiles it first if that has not been done.
  ///
  /// - Throws: What is wrong with it, if it was to be compiled late.
  package func pattern(_ number: Int) throws(PatternError) -> Pattern {
    if !eager.isEmpty { return eager[number] }
    if let pattern = late.withLock({ $0[number] }) { return pattern }
    let pattern = try Pattern(entries[number].source, options: entries[number].options)
    late.withLock { $0[number] = pattern }
    return pattern
  }
}

extension PatternSet.Entry {
  /// Whether some hit of its literals tells where a match begins.
  fileprivate var beginsWithLiteral: Bool {
    requirement.literals.first?.contains { $0.flags.contains(.beginsMatch) } ?? false
  }
}
