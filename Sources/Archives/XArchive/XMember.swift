/// A file of an X archive that is read; what none of these kinds is named by is never opened.
struct XMember: Equatable {
  /// What a file holds, in the order in which files are read.
  enum Kind: Int, Comparable {
    case article, manifest, monthIndex, account, userDetails
    case month, tweets, deletedTweets, communityTweets, circleTweets
    case notes, deletedNotes

    static func < (left: Kind, right: Kind) -> Bool {
      left.rawValue < right.rawValue
    }

    /// True for the long texts that posts were cut from.
    var isNotes: Bool { self == .notes || self == .deletedNotes }

    /// The name that a file of the kind has in an archive.
    var fileName: String {
      switch self {
      case .article: "article.js"
      case .manifest: "manifest.js"
      case .monthIndex: "js/tweet_index.js"
      case .account: "account.js"
      case .userDetails: "user_details.js"
      case .month: "js/tweets/2006_03.js"
      case .tweets: "tweets.js"
      case .deletedTweets: "deleted-tweets.js"
      case .communityTweets: "community-tweet.js"
      case .circleTweets: "twitter-circle-tweet.js"
      case .notes: "note-tweet.js"
      case .deletedNotes: "deleted-note-tweet.js"
      }
    }

    /// True for files whose records are posts.
    var isPosts: Bool { self >= .month }
  }

  /// What it holds.
  let kind: Kind
  /// Its number among the parts of its kind; 0 for the first.
  let part: Int
  /// The name of the file itself, in small letters: whoever unpacks an archive may write the others.
  let name: String
  /// The folder of the archive that it belongs to, within what holds it.
  let root: [String]
  /// True when the file lies in `data`, as X packs it, and not beside it.
  let isInData: Bool
  /// True when the path leads nowhere but down.
  let isSafe: Bool
  /// True for the name of a copy, such as `tweets (1).js`, of which nobody knows what it is a copy of.
  let isCopy: Bool

  /// Reads the path of a file; fails for one that is not read.
  init?(path: String) {
    // Old programs of Windows write the other slash.
    let slash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    let names = path.utf8.split(omittingEmptySubsequences: false, whereSeparator: slash)
      .map { String(decoding: $0, as: UTF8.self) }
      // It leads nowhere: some programs write every name as `./data/tweets.js`.
      .filter { $0 != "." }
    guard let last = names.last else { return nil }
    let name = String(decoding: last.utf8.map(\.lowercased), as: UTF8.self)
    var folders = Array(names.dropLast())
    if let month = Self.month(name), folders.suffix(2) == ["js", "tweets"] {
      (kind, part) = (.month, month)
      folders.removeLast(2)
    } else if let kind = Self.besideMonths[name], folders.last == "js" {
      (self.kind, part) = (kind, 0)
      folders.removeLast()
    } else if let (kind, part) = Self.kind(name) {
      (self.kind, self.part) = (kind, part)
    } else if let kind = Self.kind(ofCopy: name) {
      (self.kind, part) = (kind, 0)
    } else {
      return nil
    }
    isCopy = kind.isPosts && kind != .month && Self.kind(name) == nil
    self.name = name
    isInData = folders.last == "data"
    root = isInData ? folders.dropLast() : folders
    isSafe =
      names.allSatisfy { !["", ".."].contains($0) && !$0.utf8.contains(0) }
      && names.first?.utf8.contains(UInt8(ascii: ":")) == false
  }

  private static let kinds: [String: Kind] = [
    "manifest": .manifest, "account": .account, "tweets": .tweets, "tweet": .tweets,
    "deleted-tweets": .deletedTweets, "deleted-tweet": .deletedTweets,
    "community-tweet": .communityTweets, "twitter-circle-tweet": .circleTweets,
    "note-tweet": .notes, "deleted-note-tweet": .deletedNotes, "article": .article,
  ]

  private static let besideMonths: [String: Kind] = [
    "user_details.js": .userDetails, "tweet_index.js": .monthIndex,
  ]

  /// The kind of the variable that a file assigns to, such as `deleted_tweets`.
  static func kind(variable: String) -> Kind? {
    if variable.utf8.starts(with: "tweets_".utf8), month(variable.utf8.dropFirst(7)) != nil {
      return .month
    }
    let name = variable.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    let kind = kinds[String(decoding: name, as: UTF8.self)]
    return kind?.isPosts == true ? kind : nil
  }

  private static func kind(_ name: String) -> (Kind, part: Int)? {
    guard name.utf8.suffix(3).elementsEqual(".js".utf8) else { return nil }
    let stem = name.utf8.dropLast(3)
    let digits = stem.reversed().prefix(while: \.isDigit).count
    let mark = "-part"
    if digits > 0, stem.dropLast(digits).suffix(mark.utf8.count).elementsEqual(mark.utf8),
      let part = Int(String(Substring(stem.suffix(digits)))), part > 0,
      let kind = kinds[String(Substring(stem.dropLast(digits + mark.utf8.count)))],
      kind.isPosts || kind == .article
    {
      return (kind, part)
    }
    return kinds[String(Substring(stem))].map { ($0, 0) }
  }

  /// The kind of what a name is made of by programs that keep both files of one name: `tweets (1).js`, `tweets copy.js`.
  private static func kind(ofCopy name: String) -> Kind? {
    guard name.utf8.suffix(3).elementsEqual(".js".utf8) else { return nil }
    var stem = Array(name.utf8.dropLast(3))
    let marks = Array(" ()-_.".utf8)
    func dropMarks() {
      while let last = stem.last, last.isDigit || marks.contains(last) { stem.removeLast() }
    }
    dropMarks()
    for word in ["copy", "part"] where stem.suffix(4).elementsEqual(word.utf8) {
      stem.removeLast(4)
      dropMarks()
    }
    return kinds[String(decoding: stem, as: UTF8.self)].flatMap { $0.isPosts ? $0 : nil }
  }

  /// The months since the year 0 of a name such as `2012_05.js`.
  private static func month(_ name: String) -> Int? {
    guard name.utf8.suffix(3).elementsEqual(".js".utf8) else { return nil }
    return month(name.utf8.dropLast(3))
  }

  private static func month(_ name: Substring.UTF8View) -> Int? {
    let parts = name.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let year = Int(String(Substring(parts[0]))), let month = Int(String(Substring(parts[1])))
    else { return nil }
    return year * 12 + month
  }
}
