internal import PCRE2

/// The tables of a prefilter while patterns are added to them.
struct PrefilterLayout {
  /// The scanned patterns that may match, or have a term that may match, wherever no literal stands.
  private(set) var ungated: [Prefilter.Ungated] = []
  /// The terms of every list that have no literals.
  private(set) var openTerms: [UInt32] = []
  /// Where each pattern's open terms begin, and the end of the last.
  private(set) var firstOpenTerms: [UInt32] = [0]
  /// The slots that are looked for when somebody asks.
  private(set) var asked: [AskedSlots.Slot] = []

  private var items = [[LiteralTable.Item]](repeating: [], count: Probe.allCases.count)
  private var windows: [(window: WindowBank.Window, rank: Rank)] = []

  /// How rarely posts are asked for the windows of a pattern, by a rough guess.
  private struct Rank {
    /// 0 when it needs neither a literal nor many rare bytes, 1 when it needs no literal, else 2.
    let group: Int
    /// Its slot: those that lead to a rule come first.
    let slot: Int

    init(of subject: Prefilter.Subject) {
      let least = subject.requirement?.minimums ?? ByteMinimums()
      // Nearly every post has some capitals, but few have signs beyond ASCII.
      let rare = ByteMinimums.Kind.allCases.filter { $0 != .upper }.reduce(4 * least[.others]) {
        $0 + least[$1]
      }
      group = subject.hasLiterals ? 2 : rare > 2 ? 1 : 0
      slot = subject.slot ?? .max
    }
  }

  /// Adds the next pattern, which is one of some subjects.
  mutating func add(_ subject: Prefilter.Subject, _ pattern: Int, of subjects: [Prefilter.Subject])
  {
    if case .anyOf(let terms) = subject.body {
      openTerms += terms.filter { !subjects[$0].hasLiterals }.map { UInt32($0) }
    }
    firstOpenTerms.append(UInt32(openTerms.count))
    guard subject.kinds != 0 else { return }
    if let requirement = subject.requirement {
      for window in requirement.windows {
        windows.append((.init(pattern: pattern, places: window.places), Rank(of: subject)))
      }
    }
    guard let slot = subject.slot else { return }
    let terms = subject.terms(number: pattern)
    let isOpen = !terms.allSatisfy { subjects[$0].hasLiterals }
    let literals = terms.flatMap { Self.literals(of: subjects[$0], $0, slot, of: subject) }
    guard subject.isScanned else {
      asked.append(.init(number: slot, literals: literals, isOpen: isOpen))
      return
    }
    if isOpen { ungated.append(.init(slot: UInt32(slot), pattern: UInt32(pattern))) }
    for (literal, posting) in literals {
      let key = LiteralKey(of: literal)
      items[key.probe.rawValue].append(.init(literal: literal, key: key, posting: posting))
    }
  }

  /// The literals by which a term says that the pattern of a slot may match.
  private static func literals(
    of term: Prefilter.Subject, _ number: Int, _ slot: Int, of subject: Prefilter.Subject
  ) -> [(literal: Literal, posting: Posting)] {
    guard let requirement = term.requirement else { return [] }
    let posting = Posting(
      // One more, since a literal may begin beside its word.
      slot: slot, words: requirement.partings.map { $0 + 1 }, term: number, kinds: subject.kinds,
      isCertain: term.isCertain(in: subject.kinds))
    return (requirement.literals.first ?? []).map { ($0, posting) }
  }

  /// The tables of literals.
  var tables: [(probe: Probe, table: LiteralTable)] {
    Probe.allCases.compactMap { probe in
      let items = items[probe.rawValue]
      return items.isEmpty ? nil : (probe, LiteralTable(items))
    }
  }

  /// The windows; a bank is read when the first of its patterns is asked for, so that those that most posts are asked for
  /// lie together.
  var banks: [WindowBank] {
    let sorted = windows.sorted {
      ($0.rank.group, $0.rank.slot, $0.window.pattern)
        < ($1.rank.group, $1.rank.slot, $1.window.pattern)
    }
    return WindowBank.banks(of: sorted.map(\.window))
  }

  /// The banks that look for each pattern's windows, by their numbers.
  static func ranges(of banks: [WindowBank], patternCount: Int) -> [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: patternCount)
    for (number, bank) in banks.enumerated() {
      for pattern in bank.patterns.elements.map({ Int($0) }) {
        let first = ranges[pattern].isEmpty ? number : ranges[pattern].lowerBound
        ranges[pattern] = first..<number + 1
      }
    }
    return ranges
  }
}

extension Prefilter.Subject {
  /// What an expression requires; `nil` for any other pattern.
  var requirement: Requirement? {
    if case .expression(let requirement) = body { requirement } else { nil }
  }

  /// The patterns whose literals say that this one may match: its terms, or an expression itself.
  fileprivate func terms(number: Int) -> [Int] {
    switch body {
    case .expression: [number]
    case .anyOf(let terms): terms
    case .other: []
    }
  }

  /// Whether a literal of its first set is all that it requires of texts of some kinds.
  fileprivate func isCertain(in kinds: UInt32) -> Bool {
    guard let requirement else { return false }
    return requirement.literals.count == 1 && requirement.windows.isEmpty
      && requirement.minimums == ByteMinimums() && self.kinds & kinds == kinds
  }

  /// Whether a match contains one of some literals.
  fileprivate var hasLiterals: Bool { requirement?.literals.first?.isEmpty == false }
}
