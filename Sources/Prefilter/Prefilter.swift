package import PCRE2

/// Says which of many patterns a text could match at all, by one pass over the text.
///
/// It may only ever rule a pattern out: whatever it lets through, PCRE2 decides. The same object serves a server
/// for months and, read ready-made in no time, a single draft.
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

  /// What must hold of a text for a pattern to be a candidate, side by side for the cache's sake.
  struct Need: BitwiseCopyable, Sendable {
    /// The least counts of bytes, as ``ByteMinimums``.
    let minimums: UInt64
    /// The kinds of segment that the pattern reads.
    let kinds: UInt32
    /// The gates that must be open.
    let gates: UInt32
  }

  /// The gate that stands for a pattern's window.
  static let windowGate: UInt8 = 8

  /// The tables of literals, by the number of their probe.
  private let tables: [(probe: Probe, table: LiteralTable)]
  /// Where the tables lie, and where in a text they look.
  let layouts: FrozenBuffer<LiteralTable.Layout>
  /// The windows, those that need the most digits first.
  let banks: [WindowBank]
  /// What counts bytes.
  let tally = ByteTally()
  /// What each pattern needs.
  let needs: FrozenBuffer<Need>
  /// The patterns without any gate.
  let ungated: FrozenBuffer<UInt32>
  /// How many patterns there are.
  package let count: Int

  /// Builds a prefilter; a pattern's number is its place in the list.
  package convenience init(_ subjects: [Subject]) {
    var items = [[LiteralTable.Item]](repeating: [], count: Probe.allCases.count)
    var windows: [WindowBank.Window] = []
    var needs: [Need] = []
    needs.reserveCapacity(subjects.count)
    for (pattern, subject) in subjects.enumerated() {
      let requirement = subject.requirement
      var gates: UInt32 = 0
      // A pattern that no text is searched for needs no place in any table.
      if subject.kinds != 0 {
        for (gate, set) in requirement.literals.prefix(Requirement.setCount).enumerated() {
          gates |= 1 << UInt32(gate)
          for literal in set {
            let key = LiteralKey(of: literal)
            let begins = gate == 0 && literal.flags.contains(.beginsMatch)
            let posting = Posting(pattern: pattern, gate: gate, beginsMatch: begins)
            items[key.probe.rawValue].append(.init(literal: literal, key: key, posting: posting))
          }
        }
        for window in requirement.windows {
          gates |= UInt32(Self.windowGate)
          windows.append(.init(pattern: pattern, places: window.places))
        }
      }
      needs.append(
        Need(minimums: requirement.minimums.lanes, kinds: subject.kinds, gates: gates))
    }
    // Windows that need many digits are then rarely in a bank with those that need none.
    windows.sort { left, right in
      let digits = [left, right].map { subjects[$0.pattern].requirement.minimums[.digit] }
      return digits[0] != digits[1] ? digits[0] > digits[1] : left.pattern < right.pattern
    }
    self.init(
      tables: Probe.allCases.compactMap { probe in
        let items = items[probe.rawValue]
        return items.isEmpty ? nil : (probe, LiteralTable(items))
      }, banks: WindowBank.banks(of: windows), needs: FrozenBuffer(needs),
      ungated: FrozenBuffer(
        needs.indices.filter { needs[$0].gates == 0 && needs[$0].kinds != 0 }.map { UInt32($0) }))
  }

  private init(
    tables: [(probe: Probe, table: LiteralTable)], banks: [WindowBank],
    needs: FrozenBuffer<Need>, ungated: FrozenBuffer<UInt32>
  ) {
    self.tables = tables
    self.layouts = FrozenBuffer(tables.map { $0.table.layout($0.probe) })
    self.banks = banks
    self.needs = needs
    self.ungated = ungated
    self.count = needs.count
  }

  // MARK: - Ready-made

  /// The prefilter as bytes, which ``init(serialised:)`` reads on a machine of the same byte order.
  package func serialised() -> [UInt8] {
    var writer = TableWriter()
    writer.write(needs.elements)
    writer.write(tables.map { UInt64($0.probe.rawValue) })
    for (_, table) in tables { table.write(to: &writer) }
    writer.write([UInt64(banks.count)])
    for bank in banks { bank.write(to: &writer) }
    writer.write(ungated.elements)
    return writer.bytes
  }

  /// Reads what ``serialised()`` wrote; `nil` when it does not hold together.
  package convenience init?(serialised: FrozenBuffer<UInt8>) {
    var reader = TableReader(serialised)
    guard let needs = reader.read(Need.self), let probes = reader.read(UInt64.self) else {
      return nil
    }
    var tables: [(probe: Probe, table: LiteralTable)] = []
    for number in probes.elements {
      guard let probe = Probe(rawValue: Int(truncatingIfNeeded: number)),
        let table = LiteralTable(&reader)
      else { return nil }
      tables.append((probe, table))
    }
    guard let bankCount = reader.read(UInt64.self), bankCount.count == 1,
      bankCount.start[0] <= needs.count
    else { return nil }
    var banks: [WindowBank] = []
    for _ in 0..<bankCount.start[0] {
      guard let bank = WindowBank(&reader, patternCount: needs.count) else { return nil }
      banks.append(bank)
    }
    guard let ungated = reader.read(UInt32.self),
      ungated.elements.allSatisfy({ $0 < needs.count })
    else { return nil }
    self.init(tables: tables, banks: banks, needs: needs, ungated: ungated)
  }
}
