import Foundation

/// The English names of emoji, found by a hash of their scalars.
struct EmojiNameTables {
  /// The scalars of an emoji without presentation selectors.
  typealias Key = [UInt32]

  /// How many places the hash table has.
  static let slotCount = 8192

  private var names: [(key: Key, name: String)] = []

  /// Reads the names from the emoji test file.
  init(folder: String) throws {
    var seen: Set<Key> = []
    let path = folder + "/emoji/emoji-test.txt"
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let halves = line.split(separator: "#", maxSplits: 1)
      let fields = halves[0].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let words = halves.count == 2 ? halves[1].split(separator: " ", maxSplits: 2) : []
      guard fields.count == 2, words.count == 3 else { throw TableFault.line(String(line)) }
      let key = try fields[0].split(separator: " ").map(UnicodeData.scalar).filter { $0 != 0xFE0F }
      if seen.insert(key).inserted { names.append((key, String(words[2]))) }
    }
    guard names.count < 4095 else { throw TableFault.size("emoji names") }
  }

  /// The place of a key in the hash table before collisions; `EmojiName` computes the same.
  static func slot(of key: Key) -> Int {
    var hash: UInt32 = 0
    for scalar in key { hash = (hash ^ scalar) &* 0x9E37_79B1 }
    return Int(hash >> 19)
  }

  /// Makes the file that holds the tables.
  func file() throws -> GeneratedFile {
    var slots = [Int](repeating: 0, count: Self.slotCount)
    var entries = PackedText()
    var keys = PackedText()
    var text = ""
    for (number, (key, name)) in names.enumerated() {
      var slot = Self.slot(of: key)
      while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
      slots[slot] = number + 1
      entries.append(keys.count, width: 3)
      entries.append(text.utf8.count, width: 3)
      entries.append(name.utf8.count, width: 2)
      keys.append(key.count, width: 1)
      for scalar in key { keys.append(Int(scalar), width: 4) }
      text += name
    }
    var table = PackedText()
    for slot in slots { table.append(slot, width: 2) }
    var file = GeneratedFile(
      extending: "EmojiName", aspect: "Names", source: "Debian's unicode-data")
    file.add("slots", "The number of an entry, from 1, for every hash.", table.text)
    file.add(
      "entries", "Place of the key and the name (3 each), length of the name (2).", entries.text)
    file.add("keys", "Length, then four characters a scalar.", keys.text)
    file.add("names", "The names, one after another, in plain UTF-8.", text)
    return file.closed()
  }
}
