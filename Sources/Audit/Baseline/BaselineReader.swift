import JSON
import Reports

/// Reads a baseline line by line, and takes nothing for granted.
package struct BaselineReader {
  /// Why a line is not what it should be.
  package struct Fault: Error, Equatable {
    /// What is wrong and how to mend it.
    package let message: String
  }

  private let document: JSONDocument
  private var keyID: String?
  private var rules: [String] = []
  private var entries: [Baseline.Entry] = []
  private var last: BaselineMark?

  /// Makes a reader; fails when there is no memory.
  package init?() {
    guard let document = JSONDocument() else { return nil }
    self.document = document
  }

  /// Takes the next line.
  package mutating func add(_ line: [UInt8]) throws(Fault) {
    guard !Self.isConflict(line) else {
      throw Fault(
        message: "Here stands a mark of a merge conflict. Take out the marks, keep the entries of "
          + "both sides, and sort them below the first line; an audit with --update-baseline then "
          + "takes out what is stale.")
    }
    let value: JSONValue
    do throws(JSONDocument.Fault) {
      value = try document.parse(line)
    } catch {
      throw Fault(message: "It is no line of a baseline: \(error.message)")
    }
    if keyID == nil { keyID = try head(value) } else { try entry(value) }
  }

  /// The baseline, once all lines have been taken.
  package consuming func finish() throws(Fault) -> Baseline {
    guard let keyID else {
      throw Fault(message: "The file is empty; remove it to begin a new baseline.")
    }
    let baseline = Baseline(keyID: keyID, rules: rules, entries: entries)
    if let twice = baseline.repeatedRule {
      throw Fault(message: "Two entries have the same hash, one of the rule \(twice).")
    }
    return baseline
  }

  private func head(_ value: JSONValue) throws(Fault) -> String {
    guard value["schema"]?.string == Baseline.schema else {
      throw Fault(
        message: "It is no baseline that this version reads: "
          + "the first line does not name \(Baseline.schema).")
    }
    guard value.count == 2, let keyID = value["key_id"]?.string, keyID.utf8.count == 16,
      keyID.utf8.allSatisfy(Self.isDigit)
    else {
      throw Fault(message: "The first line lacks its key_id of 16 hexadecimal digits.")
    }
    return keyID
  }

  private mutating func entry(_ value: JSONValue) throws(Fault) {
    guard value.count == 3, let rule = value["rule"]?.string, !rule.utf8.isEmpty,
      let hash = value["hash"]?.string.flatMap(ContentHash.init(hex:)),
      let number = value["count"], number.kind == .number,
      let count = number.integer.flatMap(UInt32.init(exactly:)), count > 0
    else {
      throw Fault(
        message: "An entry has a rule, a hash of 32 hexadecimal digits and a count from 1, "
          + "and nothing else.")
    }
    if let last {
      guard last.rule != rule || last.hash != hash else {
        throw Fault(message: "The entry stands there twice. Keep one of the two.")
      }
      guard
        last.rule == rule
          ? last.hash < hash : last.rule.utf8.lexicographicallyPrecedes(rule.utf8)
      else {
        throw Fault(
          message: "The entries are not sorted. "
            + "Sort the lines below the first by their bytes (LC_ALL=C sort).")
      }
    }
    if last?.rule != rule { rules.append(rule) }
    last = BaselineMark(rule: rule, hash: hash)
    entries.append(Baseline.Entry(hash: hash, rule: UInt32(rules.count - 1), count: count))
  }

  private static func isConflict(_ line: [UInt8]) -> Bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
