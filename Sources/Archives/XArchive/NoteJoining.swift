internal import Glibc
internal import JSON
internal import PostText

/// The notes of an archive that tweets were found for.
struct JoinedNotes: Sendable {
  /// The whole texts of tweets, by their identifiers.
  var texts: [String: XText] = [:]
  /// The notes that are in `texts`, and so are no posts of their own.
  var places: Set<Place> = []

  /// No note.
  static let none = JoinedNotes()

  /// Where a note stands.
  struct Place: Hashable {
    /// The number of the file among those of the archive.
    var file: Int
    /// The number of the record in it.
    var record: Int
  }
}

/// Finds the tweet that shows the first part of each note; the archive has no field that says so.
///
/// They belong together when the tweet begins as the note does, mentions before it and links aside, and both are of
/// the same second, or else of about the same time.
struct NoteJoining {
  private var notes: [Note] = []
  private var isSorted = false
  private var bytesLeft: Int
  /// The notes that were too many to be kept.
  private(set) var passedOver = 0

  /// What is kept of a note until all tweets have been seen.
  private struct Note {
    var place: JoinedNotes.Place
    var seconds: Int
    var id: UInt64
    var text: XText
    var key: NoteKey
    var matches: [Match] = []
  }

  private struct Match {
    var tweet: String
    /// The seconds and the identifiers between the two.
    var distance: (Int, UInt64)
  }

  /// The seconds that a tweet may be away from its note.
  private static let window = 60
  /// The notes of about the same time that a tweet is held against, and the tweets that are kept for a note.
  private static let most = 64
  private static let mostMatches = 8
  /// What a note costs beside its text.
  private static let overhead = 256

  /// Keeps up to so many bytes of notes.
  init(bytes: Int) {
    bytesLeft = bytes
  }

  // MARK: - Gathering

  /// Adds a note; one that cannot be read is left to be told as a record that failed.
  mutating func add(note bytes: [UInt8], at place: JoinedNotes.Place, _ scratch: DecodingScratch) {
    guard let value = try? scratch.parse(bytes), let note = try? XNote(value), let time = note.time
    else { return }
    let key = NoteKey(note.stored)
    let text = note.text
    let cost = text.text.utf8.count + key.bytes.count + Self.overhead
    guard cost <= bytesLeft else {
      passedOver += 1
      return
    }
    bytesLeft -= cost
    notes.append(
      Note(
        place: place, seconds: time.seconds, id: note.id.flatMap { UInt64($0) } ?? 0, text: text,
        key: key))
  }

  /// Holds a tweet against the notes of its time.
  mutating func add(tweet bytes: [UInt8], _ scratch: DecodingScratch) {
    sort()
    guard !notes.isEmpty, mayBeNear(bytes), let value = try? XTweet.unwrapped(scratch.parse(bytes)),
      let seconds = value["created_at"]?.string.flatMap({ PostTime($0) })?.seconds
    else { return }
    var place = firstNote(from: seconds - Self.window)
    guard place < notes.count, notes[place].seconds <= seconds + Self.window,
      let tweet = try? XTweet(value), let id = tweet.id, RetweetMark(in: tweet.stored) == nil
    else { return }
    let key = NoteKey(tweet.stored)
    let limit = min(notes.count, place + Self.most)
    while place < limit, notes[place].seconds <= seconds + Self.window {
      if notes[place].key.begins(as: key) { add(id, seconds, to: place) }
      place += 1
    }
  }

  private mutating func add(_ tweet: String, _ seconds: Int, to place: Int) {
    let id = UInt64(tweet) ?? 0
    let apart = notes[place].id > id ? notes[place].id - id : id - notes[place].id
    notes[place].matches.append(
      Match(tweet: tweet, distance: (abs(notes[place].seconds - seconds), apart)))
    guard notes[place].matches.count > Self.mostMatches else { return }
    notes[place].matches.sort { $0.distance < $1.distance }
    notes[place].matches.removeLast()
  }

  /// True when one of the times in the bytes is near that of a note; most tweets need not be parsed then.
  private func mayBeNear(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let end = rest.endOfTimeName {
      rest = rest[end...]
      let value = rest.drop { $0.isBlank || $0 == UInt8(ascii: ":") }.dropFirst()
      let word = value.prefix(while: { $0 != UInt8(ascii: "\"") }).prefix(64)
      guard let seconds = PostTime(String(decoding: word, as: UTF8.self))?.seconds else {
        return true
      }
      let place = firstNote(from: seconds - Self.window)
      if place < notes.count, notes[place].seconds <= seconds + Self.window { return true }
    }
    return false
  }

  private mutating func sort() {
    guard !isSorted else { return }
    notes.sort { ($0.seconds, $0.id) < ($1.seconds, $1.id) }
    isSorted = true
  }

  private func firstNote(from seconds: Int) -> Int {
    var (low, high) = (0, notes.count)
    while low < high {
      let middle = (low + high) / 2
      if notes[middle].seconds < seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Joining

  /// The notes and their tweets, the nearest first; no note has two tweets, and no tweet two notes.
  func joined() -> JoinedNotes {
    let pairs = notes.indices.flatMap { note in
      notes[note].matches.map { (note: note, match: $0) }
    }
    var joined = JoinedNotes()
    for (note, match) in pairs.sorted(by: { $0.match.distance < $1.match.distance })
    where joined.texts[match.tweet] == nil && !joined.places.contains(notes[note].place) {
      joined.texts[match.tweet] = notes[note].text
      joined.places.insert(notes[note].place)
    }
    return joined
  }
}

/// The start of a text without what differs between a tweet and its note: mentions before it, links and blanks.
struct NoteKey: Equatable {
  /// The bytes, as many as the first part of a note can have.
  let bytes: [UInt8]
  private static let longest = 1_200

  /// Makes the key of a text as it is stored.
  init(_ stored: String) {
    // Notes are kept plain or escaped; tweets are escaped.
    let text = XEscapes.undone(in: Array(stored.utf8))
    var bytes: [UInt8] = []
    var at = Self.endOfMentions(in: text)
    while at < text.count, bytes.count < Self.longest {
      if text[at] == UInt8(ascii: "h"), let link = ShortLink(in: text[...], at: at) {
        at = link.range.upperBound
      } else {
        if !text[at].isBlank { bytes.append(text[at]) }
        at += 1
      }
    }
    let cut = Array("…".utf8)
    if at == text.count, bytes.suffix(cut.count).elementsEqual(cut) {
      bytes.removeLast(cut.count)
      bytes.removeLast(XEscapes.unfinished(at: bytes))
    }
    self.bytes = bytes
  }

  private static func endOfMentions(in text: [UInt8]) -> Int {
    var at = 0
    while at < text.count {
      if text[at].isBlank {
        at += 1
      } else if text[at] == UInt8(ascii: "@") {
        let end = text[(at + 1)...].firstIndex { !$0.isAlphanumeric && $0 != UInt8(ascii: "_") }
        guard let end, text[end].isBlank else { return at }
        at = end
      } else {
        return at
      }
    }
    return at
  }

  /// True when the text of this key begins as that of a tweet; one without a letter begins as none.
  func begins(as tweet: NoteKey) -> Bool {
    guard !tweet.bytes.isEmpty else { return false }
    let isCapped = bytes.count >= Self.longest
    return bytes.starts(with: isCapped ? tweet.bytes.prefix(bytes.count) : tweet.bytes[...])
  }
}

extension ArraySlice<UInt8> {
  /// The end of the first name of a member that says when a post was published.
  fileprivate var endOfTimeName: Int? {
    let name = Array("\"created_at\"".utf8)
    // Of its letters the underscore is the rarest.
    let offset = 8
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var at = offset
      while at < bytes.count, let found = memchr(base + at, Int32(name[offset]), bytes.count - at) {
        let place = UnsafeRawPointer(found) - base
        let start = place - offset
        if start + name.count <= bytes.count, memcmp(base + start, name, name.count) == 0 {
          return startIndex + start + name.count
        }
        at = place + 1
      }
      return nil
    }
  }
}
