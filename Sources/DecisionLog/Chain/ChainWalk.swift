import Digests

/// Walks along the entries and holds each against the one before it.
struct ChainWalk {
  private let key: HashKey
  private var previous: [UInt8]
  private var next = 1
  /// Entries without a body, and those without the words that were kept with them.
  private var gone: (bodies: [Int], texts: [Int]) = ([], [])
  /// What purges tell of.
  private var purged = PurgeRanges()
  /// How many entries were walked past.
  private(set) var count = 0

  /// Begins before the first entry.
  init(origin: [UInt8], key: HashKey) {
    previous = origin
    self.key = key
  }

  /// How many bodies are gone.
  var goneBodies: Int { gone.bodies.count }

  /// The code of the entry that was walked past last.
  var last: [UInt8] { previous }

  /// The place that the next entry should have.
  var expected: Int { next }

  /// Takes the next entry with the sealed words that are kept with it; gives back what is wrong with it.
  mutating func take(_ entry: StoredEntry, sealed: [UInt8]?) -> LogFlaw.Kind? {
    guard entry.link.sequence == next else { return .missing }
    guard entry.link.mac(after: previous, key: key) == entry.mac else { return .changed }
    guard entry.hasOwnBody else { return .bodyChanged }
    if let body = entry.body {
      if entry.kind == .purge { purged.add(body, before: next) }
    } else {
      guard let kind = entry.kind, PurgeRanges.kinds.contains(kind) else { return .bodyMissing }
      gone.bodies.append(next)
    }
    switch (entry.link.textSHA256, sealed) {
    case (nil, nil): break
    case (nil, _?): return .textAdded
    case (_?, nil): gone.texts.append(next)
    case (let digest?, let sealed?):
      guard Array(Digests.sha256(sealed).utf8) == digest else { return .textChanged }
    }
    previous = entry.mac
    next += 1
    count += 1
    return nil
  }

  /// What is gone without a purge that tells of it.
  var unexplained: LogFlaw? {
    let body = gone.bodies.first { !purged.bodies.contains($0) }
    let text = gone.texts.first { !purged.texts.contains($0) }
    if let body, body <= text ?? .max {
      return LogFlaw(entry: EntryID(sequence: body), kind: .bodyMissing)
    }
    return text.map { LogFlaw(entry: EntryID(sequence: $0), kind: .textMissing) }
  }
}
