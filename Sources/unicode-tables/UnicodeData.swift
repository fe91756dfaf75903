import Foundation

/// The parts of the Unicode Character Database that the tables are made from.
struct UnicodeData {
  /// What `UnicodeData.txt` says of one scalar.
  struct Record {
    /// The character's name.
    let name: String
    /// The general category, two letters.
    let category: String
    /// The canonical combining class.
    let combiningClass: Int
    /// The decomposition's scalars, one step deep.
    let decomposition: [UInt32]
    /// True when the decomposition is for compatibility only.
    let isCompatibility: Bool
  }

  /// The records of the assigned scalars, ranges spelt out.
  private(set) var records: [UInt32: Record] = [:]
  /// The scalars of each property, script, emoji property and composition exclusion.
  private(set) var sets: [String: Set<UInt32>] = [:]

  /// Reads the database from a folder laid out as Debian's.
  init(folder: String) throws {
    try readRecords(Self.lines(folder + "/UnicodeData.txt"))
    for file in [
      "PropList.txt", "DerivedCoreProperties.txt", "Scripts.txt", "DerivedNormalizationProps.txt",
      "emoji/emoji-data.txt",
    ] {
      try readProperties(Self.lines(folder + "/" + file))
    }
  }

  /// The lines of a file, without comments, blanks at the ends and empty lines.
  static func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let kept = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let text = kept.trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }
  }

  /// Reads a hexadecimal scalar value.
  static func scalar(_ text: some StringProtocol) throws -> UInt32 {
    guard let value = UInt32(text, radix: 16) else { throw TableFault.line(String(text)) }
    return value
  }

  private mutating func readRecords(_ lines: [String]) throws {
    var rangeStart: UInt32?
    for line in lines {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 15, let combiningClass = Int(fields[3]) else {
        throw TableFault.line(line)
      }
      let scalar = try Self.scalar(fields[0])
      var parts = fields[5].split(separator: " ")
      let isCompatibility = parts.first?.hasPrefix("<") ?? false
      if isCompatibility { parts.removeFirst() }
      let record = try Record(
        name: String(fields[1]), category: String(fields[2]), combiningClass: combiningClass,
        decomposition: parts.map(Self.scalar), isCompatibility: isCompatibility)
      for member in (rangeStart ?? scalar)...scalar { records[member] = record }
      rangeStart = fields[1].hasSuffix(", First>") ? scalar : nil
    }
  }

  private mutating func readProperties(_ lines: [String]) throws {
    for line in lines {
      let fields = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count >= 2 else { throw TableFault.line(line) }
      let ends = try fields[0].split(separator: ".").map(Self.scalar)
      guard let low = ends.first, let high = ends.last else { throw TableFault.line(line) }
      let name = fields.count > 2 ? "\(fields[1])=\(fields[2])" : fields[1]
      sets[name, default: []].formUnion(low...high)
    }
  }

  /// True when a scalar has a property.
  func has(_ scalar: UInt32, _ property: String) -> Bool {
    sets[property]?.contains(scalar) ?? false
  }
}
