package import PCRE2

/// Says which of many patterns a text could match at all, by one pass over the text.
///
/// It may only ever rule a pattern out: whatever it lets through, PCRE2 decides. The same object
/// serves a server for months and a single draft: it is built in well under a millisecond.
package final class Prefilter: Sendable {
  /// What the prefilter has to know about a pattern.
  package struct Subject: Sendable {
    /// What a text must contain for the pattern to match.
    package let requirement: Requirement
    /// The kinds of segment that the pattern reads, a bit each.
    package let kinds: UInt32

    /// Makes a subject.
    package init(_ requirement: Requirement, kinds: UInt32) {
      self.requirement = requirement
      self.kinds = kinds
    }
  }

  /// The gate that stands for a pattern's window.
  static let windowGate: UInt8 = 8

  /// The tables of literals.
  private let tables: [LiteralTable]
  /// Where the tables lie, and where in a text they look.
  let layouts: FrozenBuffer<LiteralTable.Layout>
  /// The windows, those that need the most digits first.
  let banks: [WindowBank]
  /// The counts of bytes, where some pattern needs them.
  let tally: ByteTally?
  /// The gates that must be open, by pattern.
  let gates: FrozenBuffer<UInt8>
  /// The least counts of bytes, by pattern.
  let minimums: FrozenBuffer<UInt64>
  /// The kinds of segment read, by pattern.
  let kinds: FrozenBuffer<UInt32>
  /// The patterns without any gate.
  let ungated: FrozenBuffer<UInt32>
  /// How many patterns there are.
  package let count: Int

  /// Builds a prefilter; a pattern's number is its place in the list.
  package init(_ subjects: [Subject]) {
    var items = [[LiteralTable.Item]](repeating: [], count: LiteralTable.Probe.allCases.count)
    var windows: [WindowBank.Window] = []
    var gates: [UInt8] = []
    gates.reserveCapacity(subjects.count)
    let beginsMatch = Literal.Flags.beginsMatch.rawValue
    for (pattern, subject) in subjects.enumerated() {
      let requirement = subject.requirement
      var needed: UInt8 = 0
      defer { gates.append(needed) }
      // A pattern that no text is searched for needs no place in any table.
      guard subject.kinds != 0 else { continue }
      for (gate, set) in requirement.literals.prefix(Requirement.setCount).enumerated() {
        needed |= 1 << UInt8(gate)
        for literal in set {
          let begins = gate == 0 && literal.flags.rawValue & beginsMatch != 0
          let posting = Posting(pattern: pattern, gate: gate, beginsMatch: begins)
          let probe = literal.probe
          items[probe.rawValue].append(.init(literal, posting, probe))
        }
      }
      if let window = requirement.window {
        needed |= Self.windowGate
        windows.append(.init(pattern: pattern, places: window.places))
      }
    }
    // Windows that need many digits are then rarely in a bank with those that need none.
    windows.sort { left, right in
      let digits = [left, right].map { subjects[$0.pattern].requirement.minimums[.digit] }
      return digits[0] != digits[1] ? digits[0] > digits[1] : left.pattern < right.pattern
    }
    let used = LiteralTable.Probe.allCases.filter { !items[$0.rawValue].isEmpty }
    self.tables = used.map { LiteralTable(items[$0.rawValue]) }
    self.layouts = FrozenBuffer(zip(used, tables).map { $1.layout($0) })
    self.banks = WindowBank.banks(of: windows)
    let isTallied = subjects.contains { $0.requirement.minimums.lanes != 0 }
    self.tally = isTallied ? ByteTally() : nil
    self.gates = FrozenBuffer(gates)
    self.minimums = FrozenBuffer(subjects.map(\.requirement.minimums.lanes))
    self.kinds = FrozenBuffer(subjects.map(\.kinds))
    let ungated = gates.indices.filter { gates[$0] == 0 && subjects[$0].kinds != 0 }
    self.ungated = FrozenBuffer(ungated.map(UInt32.init))
    self.count = subjects.count
  }
}
