import JSON
internal import Rules

extension FormatDetector {
  /// Refuses keys that none of the first records has and that seem to be misspelt; that of the text must be there.
  func refuseUnknownKeys(of columns: [MappedRole: String]) throws(ArchiveFailure) {
    let known = knownKeys
    guard !known.isEmpty else { return }
    for role in MappedRole.allCases {
      guard let key = columns[role], !known.contains(key) else { continue }
      let nearest = Nearest.to(key, among: known)
      guard role == .text || nearest != nil else { continue }
      let keys = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
      let hint = nearest.map { "Did you mean `\($0)`?" } ?? "They have the keys \(keys)."
      throw ArchiveFailure(
        code: "no-column", message: "None of the first records has a key `\(key)`. \(hint)")
    }
  }

  /// The keys of the first records, each once, with those of objects in them behind a dot.
  private var knownKeys: [String] {
    guard let document = JSONDocument() else { return [] }
    var keys: [String] = []
    var seen: Set<String> = []
    func add(_ value: JSONValue, below path: String) {
      for member in value.members {
        let key = path + member.name
        if seen.insert(key).inserted { keys.append(key) }
        add(member.value, below: key + ".")
      }
    }
    for piece in firstPieces {
      if let value = try? document.parse(piece, mendsSurrogates: true) { add(value, below: "") }
    }
    return keys
  }
}
