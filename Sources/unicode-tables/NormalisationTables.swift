/// Decompositions, combining classes and composition pairs.
struct NormalisationTables {
  /// What normalisation needs to know of one scalar.
  struct Record: Hashable {
    /// The canonical combining class.
    var combiningClass = 0
    /// The full canonical decomposition, empty when there is none.
    var canonical: [UInt32] = []
    /// The full compatibility decomposition, empty when it is the canonical one.
    var compatibility: [UInt32] = []
    /// True when the scalar may compose with the one before it.
    var composesBackwards = false
    /// True when text may be cut before the scalar, for NFC and NFKC.
    var isBoundary = [true, true]
    /// True when the scalar stands in normal text, for NFC and NFKC.
    var isNormal = [true, true]
  }

  /// The records that say something, by scalar.
  private(set) var records: [UInt32: Record] = [:]
  /// The first and second scalar of a primary composite, and the composite.
  private(set) var pairs: [(UInt32, UInt32, UInt32)] = []

  private let data: UnicodeData

  /// Works the tables out of the database.
  init(_ data: UnicodeData) {
    self.data = data
    findPairs()
    let seconds = Set(pairs.map { $0.1 }).union(0x1161...0x1175).union(0x11A8...0x11C2)
    for (scalar, entry) in data.records {
      var record = Record()
      record.combiningClass = entry.combiningClass
      record.composesBackwards = seconds.contains(scalar)
      let canonical = decomposition(of: scalar, compatibility: false)
      let compatibility = decomposition(of: scalar, compatibility: true)
      if canonical != [scalar] { record.canonical = canonical }
      if compatibility != canonical { record.compatibility = compatibility }
      for (form, text) in [canonical, compatibility].enumerated() {
        let head = text[0]
        record.isBoundary[form] = combiningClass(head) == 0 && !seconds.contains(head)
      }
      record.isNormal = ["NFC_QC", "NFKC_QC"].map { form in
        !data.has(scalar, form + "=N") && !data.has(scalar, form + "=M")
      }
      if record != Record() { records[scalar] = record }
    }
  }

  /// The full decomposition of a scalar other than a Hangul syllable.
  func decomposition(of scalar: UInt32, compatibility: Bool) -> [UInt32] {
    guard let entry = data.records[scalar], !entry.decomposition.isEmpty,
      compatibility || !entry.isCompatibility
    else { return [scalar] }
    let parts = entry.decomposition.flatMap { decomposition(of: $0, compatibility: compatibility) }
    return reordered(parts)
  }

  private func combiningClass(_ scalar: UInt32) -> Int {
    data.records[scalar]?.combiningClass ?? 0
  }

  private func reordered(_ parts: [UInt32]) -> [UInt32] {
    var parts = parts
    for end in parts.indices.dropFirst() {
      var place = end
      while place > 0, combiningClass(parts[place]) != 0,
        combiningClass(parts[place - 1]) > combiningClass(parts[place])
      {
        parts.swapAt(place, place - 1)
        place -= 1
      }
    }
    return parts
  }

  private mutating func findPairs() {
    for (scalar, entry) in data.records
    where entry.decomposition.count == 2 && !entry.isCompatibility
      && !data.has(scalar, "Full_Composition_Exclusion")
    {
      pairs.append((entry.decomposition[0], entry.decomposition[1], scalar))
    }
    pairs.sort { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// Makes the files that hold the tables.
  func files() throws -> [GeneratedFile] {
    var records: [Record: Int] = [Record(): 0]
    var recordText = PackedText()
    var pool = DecompositionPool()
    var values = [Int](repeating: 0, count: 0x11_0000)
    pool.write(Record(), to: &recordText)
    for scalar in self.records.keys.sorted() {
      guard let record = self.records[scalar] else { continue }
      let number = records[record] ?? records.count
      if number == records.count {
        records[record] = number
        pool.write(record, to: &recordText)
      }
      values[Int(scalar)] = number
    }
    guard pool.text.count < 1 << 18 else { throw TableFault.size("decompositions") }
    let source = "Debian's unicode-data"
    var trie = GeneratedFile(extending: "NormalisationData", aspect: "Stages", source: source)
    ThreeStageTable(values, width: 3).add(to: &trie, value: "The number of the record")
    var rest = GeneratedFile(extending: "NormalisationData", aspect: "Records", source: source)
    rest.add("records", "Class, flags and two places in the pool.", recordText.text)
    rest.add("pool", "Decompositions: their length, then four characters a scalar.", pool.text.text)
    var pairText = PackedText()
    for (first, second, composite) in pairs {
      for scalar in [first, second, composite] { pairText.append(Int(scalar), width: 4) }
    }
    rest.add("pairs", "First, second and composite, four characters each.", pairText.text)
    rest.add("pairCount", "How many pairs there are.", pairs.count)
    return [trie.closed(), rest.closed()]
  }
}

/// The scalars of all decompositions, equal ones stored once.
struct DecompositionPool {
  /// What has been stored; place 0 is kept for "no decomposition".
  private(set) var text = PackedText()
  private var places: [[UInt32]: Int] = [:]

  /// Starts a pool.
  init() {
    text.append(0, width: 1)
  }

  /// Writes a record: class (2 characters), flags (1), canonical and compatibility place (3 each).
  mutating func write(_ record: NormalisationTables.Record, to records: inout PackedText) {
    records.append(record.combiningClass, width: 2)
    let bits = [record.composesBackwards] + record.isBoundary + record.isNormal
    records.append(bits.enumerated().reduce(0) { $0 | ($1.1 ? 1 << $1.0 : 0) }, width: 1)
    let canonical = place(of: record.canonical)
    records.append(canonical, width: 3)
    records.append(
      record.compatibility.isEmpty ? canonical : place(of: record.compatibility), width: 3)
  }

  private mutating func place(of scalars: [UInt32]) -> Int {
    guard !scalars.isEmpty else { return 0 }
    if let place = places[scalars] { return place }
    let place = text.count
    places[scalars] = place
    text.append(scalars.count, width: 1)
    for scalar in scalars { text.append(Int(scalar), width: 4) }
    return place
  }
}
