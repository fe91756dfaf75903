/// Looks up which of many spellings lie inside a text, token for token.
struct SpellingIndex {
  private var numbers: [String: Int32] = [:]
  private var words: [String] = []
  /// The spellings without open words, by the hash of their tokens.
  private var closed: [UInt64: [Entry]] = [:]
  /// The spellings with open words.
  private var open: [Entry] = []
  private var longest = 0

  private struct Entry {
    let owner: Int
    let tokens: [Int32]
  }

  /// Adds a spelling under the number of what it belongs to.
  mutating func add(_ spelling: Spelling, of owner: Int) {
    let entry = Entry(owner: owner, tokens: spelling.tokens.map { number(of: $0) })
    if spelling.tokens.contains(where: Self.isOpen) {
      open.append(entry)
    } else {
      longest = max(longest, entry.tokens.count)
      closed[entry.tokens.reduce(Self.seed, Self.mix), default: []].append(entry)
    }
  }

  /// Says what covers a spelling.
  ///
  /// - Parameters:
  ///   - spelling: The spelling.
  ///   - isWhole: True when another must cover all of it, false when a part is enough.
  ///   - isAccepted: Which owners may cover it.
  /// - Returns: The first owner that may, and does; `nil` when none does.
  func owner(
    covering spelling: Spelling, isWhole: Bool, where isAccepted: (Int) -> Bool
  ) -> Int? {
    // A token that no spelling has is in none of them.
    let tokens = spelling.tokens.map { numbers[$0] ?? -1 }
    let starts = isWhole ? 0..<min(1, tokens.count) : 0..<tokens.count
    for start in starts {
      var hash = Self.seed
      for end in start..<min(tokens.count, start + longest) {
        hash = Self.mix(hash, tokens[end])
        guard !isWhole || end == tokens.count - 1, let found = closed[hash] else { continue }
        let part = tokens[start...end]
        if let entry = found.first(where: { $0.tokens[...] == part && isAccepted($0.owner) }) {
          return entry.owner
        }
      }
    }
    return open.first { entry in
      isAccepted(entry.owner)
        && starts.contains { covers(entry.tokens, spelling.tokens[$0...], isWhole: isWhole) }
    }?.owner
  }

  private func covers(_ cover: [Int32], _ rest: ArraySlice<String>, isWhole: Bool) -> Bool {
    guard isWhole ? cover.count == rest.count : cover.count <= rest.count else { return false }
    return zip(cover, rest).allSatisfy { number, token in
      let word = words[Int(number)]
      guard Self.isOpen(word) else { return word == token }
      return token.utf8.starts(with: word.utf8.dropLast())
    }
  }

  private mutating func number(of token: String) -> Int32 {
    if let known = numbers[token] { return known }
    let number = Int32(truncatingIfNeeded: words.count)
    words.append(token)
    numbers[token] = number
    return number
  }

  private static func isOpen(_ token: String) -> Bool {
    token.utf8.last == UInt8(ascii: "*")
  }

  private static let seed: UInt64 = 14_695_981_039_346_656_037

  private static func mix(_ hash: UInt64, _ token: Int32) -> UInt64 {
    (hash ^ UInt64(UInt32(bitPattern: token))) &* 1_099_511_628_211
  }
}
