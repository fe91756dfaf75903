import Foundation

/// The top-level domains, found by a hash of their UTF-8 bytes.
struct TopLevelDomainTables {
  /// How many places the hash table has.
  static let slotCount = 4096

  private let domains: [String]

  /// Reads the domains from the public suffix list, as far as its registry part reaches.
  init(file path: String) throws {
    var found: Set<String> = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      if line.contains("END ICANN DOMAINS") { break }
      guard !line.hasPrefix("//"), let last = line.split(separator: ".").last else { continue }
      let label = last.trimmingCharacters(in: .whitespaces)
      if !label.isEmpty { found.insert(label) }
    }
    // A name that resolves nowhere but is written and linked like a domain (RFC 7686).
    found.insert("onion")
    domains = found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The place of a label in the hash table before collisions; `TopLevelDomains` computes the same.
  static func slot(of label: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 0
    for byte in label { hash = (hash ^ UInt32(byte)) &* 0x9E37_79B1 }
    return Int(hash >> 20)
  }

  /// Makes the file that holds the tables.
  func file() -> GeneratedFile {
    var slots = [(Int, Int)](repeating: (0, 0), count: Self.slotCount)
    var text = ""
    for domain in domains {
      var slot = Self.slot(of: domain.utf8)
      while slots[slot].1 != 0 { slot = (slot + 1) % Self.slotCount }
      slots[slot] = (text.utf8.count, domain.utf8.count)
      text += domain
    }
    var table = PackedText()
    for (place, length) in slots {
      table.append(place, width: 3)
      table.append(length, width: 1)
    }
    var file = GeneratedFile(
      extending: "TopLevelDomains", aspect: "Labels", source: "Debian's publicsuffix")
    file.add(
      "slots", "Place (3) and length (1) of a label for every hash; length 0 for none.", table.text)
    file.add("labels", "The labels, one after another, in plain UTF-8.", text)
    let longest = domains.map(\.utf8.count).max() ?? 0
    file.add("longest", "The bytes of the longest label.", longest)
    return file.closed()
  }
}
