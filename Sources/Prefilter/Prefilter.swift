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

  /// The tables of literals, by the number of their probe.
  private let tables: [(probe: LiteralTable.Probe, table: LiteralTable)]
  /// Where the tables lie, and where in a text they look.
  let layouts: FrozenBuffer<LiteralTable.Layout>
  private let windows: [WindowBank.Window]
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
  package convenience init(_ subjects: [Subject]) {
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
    self.init(
      tables: LiteralTable.Probe.allCases.compactMap { probe in
        let items = items[probe.rawValue]
        return items.isEmpty ? nil : (probe, LiteralTable(items))
      }, windows: windows, gates: FrozenBuffer(gates),
      minimums: FrozenBuffer(subjects.map(\.requirement.minimums.lanes)),
      kinds: FrozenBuffer(subjects.map(\.kinds)))
  }

  private init(
    tables: [(probe: LiteralTable.Probe, table: LiteralTable)], windows: [WindowBank.Window],
    gates: FrozenBuffer<UInt8>, minimums: FrozenBuffer<UInt64>, kinds: FrozenBuffer<UInt32>
  ) {
    self.tables = tables
    self.layouts = FrozenBuffer(tables.map { $0.table.layout($0.probe) })
    self.windows = windows
    self.banks = WindowBank.banks(of: windows)
    self.tally = minimums.elements.contains { $0 != 0 } ? ByteTally() : nil
    self.gates = gates
    self.minimums = minimums
    self.kinds = kinds
    var ungated: [UInt32] = []
    for (index, needed) in gates.elements.enumerated() where needed == 0 && kinds.start[index] != 0
    {
      ungated.append(UInt32(index))
    }
    self.ungated = FrozenBuffer(ungated)
    self.count = gates.count
  }

  // MARK: - Ready-made

  /// The prefilter as bytes, which ``init(serialised:)`` reads on a machine of the same byte order.
  package func serialised() -> [UInt8] {
    var writer = TableWriter()
    writer.write(gates.elements)
    writer.write(kinds.elements)
    writer.write(minimums.elements)
    writer.write(tables.map { UInt64($0.probe.rawValue) })
    for (_, table) in tables { table.write(to: &writer) }
    writer.write(windows.map { UInt64($0.pattern) })
    for window in windows { writer.write(window.places) }
    return writer.bytes
  }

  /// Reads what ``serialised()`` wrote; `nil` when it does not hold together.
  package convenience init?(serialised: FrozenBuffer<UInt8>) {
    var reader = TableReader(serialised)
    guard let gates = reader.read(UInt8.self), let kinds = reader.read(UInt32.self),
      let minimums = reader.read(UInt64.self), kinds.count == gates.count,
      minimums.count == gates.count, let probes = reader.read(UInt64.self)
    else { return nil }
    var tables: [(probe: LiteralTable.Probe, table: LiteralTable)] = []
    for number in probes.elements {
      guard let probe = LiteralTable.Probe(rawValue: Int(truncatingIfNeeded: number)),
        let table = LiteralTable(&reader)
      else { return nil }
      tables.append((probe, table))
    }
    guard let patterns = reader.read(UInt64.self) else { return nil }
    var windows: [WindowBank.Window] = []
    for pattern in patterns.elements {
      guard pattern < gates.count, let places = reader.read(ClassWindow.Place.self),
        1...ClassWindow.capacity ~= places.count
      else { return nil }
      windows.append(.init(pattern: Int(pattern), places: Array(places.elements)))
    }
    self.init(tables: tables, windows: windows, gates: gates, minimums: minimums, kinds: kinds)
  }
}
