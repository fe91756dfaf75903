package import PCRE2

/// Says which of many patterns a text could match at all, by one pass over the text.
///
/// It may only ever rule a pattern out: whatever it lets through, PCRE2 decides. The same object serves a server
/// for months and, read ready-made in no time, a single draft.
package final class Prefilter: Sendable {
  /// What the prefilter has to know about a pattern.
  package struct Subject: Sendable {
    /// What the pattern is.
    package let body: Body
    /// The kinds of segment that the pattern reads, a bit each.
    package let kinds: UInt32
    /// Its number among the patterns whose places are reckoned with, of which the scanned ones come first; `nil` for
    /// any other.
    package let slot: Int?
    /// Whether every text is scanned for it; otherwise a slot is looked for when somebody asks.
    package let isScanned: Bool

    /// What a pattern is.
    package enum Body: Sendable {
      /// An expression, with what a text must contain for it to match.
      case expression(Requirement)
      /// A list of other patterns, by number.
      case anyOf([Int])
      /// Something that literals say nothing of.
      case other
    }

    /// Makes the subject of an expression.
    package init(_ requirement: Requirement, kinds: UInt32, slot: Int?) {
      self.init(.expression(requirement), kinds: kinds, slot: slot, isScanned: true)
    }

    /// Makes a subject.
    package init(_ body: Body, kinds: UInt32, slot: Int?, isScanned: Bool) {
      self.body = body
      self.kinds = kinds
      self.slot = slot
      self.isScanned = isScanned
    }
  }

  /// What must hold of a text for an expression to match, side by side for the cache's sake.
  struct Need: BitwiseCopyable, Sendable {
    /// The least counts of bytes, as ``ByteMinimums``.
    let minimums: UInt64
    /// The kinds of segment that the pattern reads.
    let kinds: UInt32
    /// How many sets of literals it has.
    let gates: UInt8
    /// How many banks look for its windows; none when it has no window.
    let bankCount: UInt8
    /// The first of the banks.
    let firstBank: UInt16
  }

  /// A scanned pattern that may match, or has a term that may match, wherever no literal stands.
  struct Ungated: BitwiseCopyable, Sendable {
    /// Its slot.
    let slot: UInt32
    /// The pattern.
    let pattern: UInt32
  }

  /// The tables of literals, by the number of their probe.
  private let tables: [(probe: Probe, table: LiteralTable)]
  /// Where the tables lie, and where in a text they look.
  let layouts: FrozenBuffer<LiteralTable.Layout>
  /// The windows, those that need the most digits first.
  let banks: [WindowBank]
  /// The literals of every expression, to be looked for when it is asked for.
  let sets: LiteralSets
  /// The slots that are looked for when somebody asks.
  let asked: AskedSlots
  /// The terms of every list that have no literals.
  let openTerms: FrozenBuffer<UInt32>
  /// Where each pattern's open terms begin, and the end of the last.
  let firstOpenTerms: FrozenBuffer<UInt32>
  /// What counts bytes.
  let tally = ByteTally()
  /// What each pattern needs.
  let needs: FrozenBuffer<Need>
  /// The scanned patterns that may match, or have a term that may match, wherever no literal stands.
  let ungated: FrozenBuffer<Ungated>
  /// How many patterns there are.
  package let count: Int

  /// Builds a prefilter; a pattern's number is its place in the list.
  package convenience init(_ subjects: [Subject]) {
    var layout = PrefilterLayout()
    for (pattern, subject) in subjects.enumerated() { layout.add(subject, pattern, of: subjects) }
    let banks = layout.banks
    let ranges = PrefilterLayout.ranges(of: banks, patternCount: subjects.count)
    let slotCount = (subjects.compactMap(\.slot).max() ?? -1) + 1
    self.init(
      tables: layout.tables, banks: banks,
      sets: LiteralSets(
        subjects.map { ($0.requirement?.literals ?? []).map { $0.map { .init(literal: $0) } } }),
      asked: AskedSlots(layout.asked, count: slotCount),
      openTerms: FrozenBuffer(layout.openTerms),
      firstOpenTerms: FrozenBuffer(layout.firstOpenTerms),
      needs: FrozenBuffer(zip(subjects, ranges).map { Need($0, banks: $1) }),
      ungated: FrozenBuffer(layout.ungated))
  }

  private init(
    tables: [(probe: Probe, table: LiteralTable)], banks: [WindowBank], sets: LiteralSets,
    asked: AskedSlots, openTerms: FrozenBuffer<UInt32>, firstOpenTerms: FrozenBuffer<UInt32>,
    needs: FrozenBuffer<Need>, ungated: FrozenBuffer<Ungated>
  ) {
    self.tables = tables
    self.layouts = FrozenBuffer(tables.map { $0.table.layout($0.probe) })
    self.banks = banks
    self.sets = sets
    self.asked = asked
    self.openTerms = openTerms
    self.firstOpenTerms = firstOpenTerms
    self.needs = needs
    self.ungated = ungated
    self.count = needs.count
  }

  // MARK: - Ready-made

  /// The prefilter as bytes, which ``init(serialised:)`` reads on a machine of the same byte order.
  package func serialised() -> [UInt8] {
    var writer = TableWriter()
    writer.write(needs.elements)
    writer.write([UInt64(asked.slots.lowerBound), UInt64(asked.slots.upperBound)])
    writer.write(tables.map { UInt64($0.probe.rawValue) })
    for (_, table) in tables { table.write(to: &writer) }
    writer.write([UInt64(banks.count)])
    for bank in banks { bank.write(to: &writer) }
    sets.write(to: &writer)
    asked.write(to: &writer)
    writer.write(openTerms.elements)
    writer.write(firstOpenTerms.elements)
    writer.write(ungated.elements)
    return writer.bytes
  }

  /// Reads what ``serialised()`` wrote; `nil` when it does not hold together.
  package convenience init?(serialised: FrozenBuffer<UInt8>) {
    var reader = TableReader(serialised)
    guard let needs = reader.read(Need.self), let slots = reader.read(UInt64.self),
      slots.count == 2, slots.start[0] <= slots.start[1], slots.start[1] <= needs.count,
      let probes = reader.read(UInt64.self)
    else { return nil }
    var tables: [(probe: Probe, table: LiteralTable)] = []
    for number in probes.elements {
      guard let probe = Probe(rawValue: Int(truncatingIfNeeded: number)),
        let table = LiteralTable(&reader, slotCount: Int(slots.start[1]), termCount: needs.count)
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
    guard let sets = LiteralSets(&reader, patternCount: needs.count),
      let asked = AskedSlots(
        &reader, slots: Int(slots.start[0])..<Int(slots.start[1]), termCount: needs.count),
      let openTerms = reader.read(UInt32.self),
      openTerms.elements.allSatisfy({ $0 < needs.count }),
      let firstOpenTerms = reader.read(UInt32.self), firstOpenTerms.count == needs.count + 1,
      let ungated = reader.read(Ungated.self),
      ungated.elements.allSatisfy({ $0.slot < slots.start[0] && $0.pattern < needs.count })
    else { return nil }
    self.init(
      tables: tables, banks: banks, sets: sets, asked: asked, openTerms: openTerms,
      firstOpenTerms: firstOpenTerms, needs: needs, ungated: ungated)
  }
}

extension Prefilter.Need {
  /// What a pattern needs, whose windows some banks look for.
  fileprivate init(_ subject: Prefilter.Subject, banks: Range<Int>) {
    let requirement = subject.requirement ?? .always
    minimums = requirement.minimums.lanes
    kinds = subject.kinds
    gates = UInt8(clamping: requirement.literals.count)
    firstBank = UInt16(clamping: banks.lowerBound)
    bankCount = UInt8(clamping: banks.count)
  }
}
