extension PatternSyntax.Node {
  /// The most stretches of a match that can part its words; `nil` when there is no telling how many, or when
  /// something is required outside the match.
  ///
  /// Letters are here what ``ASCIISet/word`` holds, the apostrophe, and the characters of two bytes from U+00C0 on.
  var partings: Int? {
    switch self {
    case .scalar(let scalar, _): return Self.isLetter(scalar) ? 0 : 1
    case .set(let set): return Self.holdsLettersOnly(set) ? 0 : 1
    case .sequence(let nodes): return Self.sum(nodes)
    case .choice(let nodes): return Self.most(nodes)
    case .atomic(let body): return body.partings
    case .loop(let loop):
      guard let each = loop.body.partings else { return nil }
      // However long, a row of what is no letter parts words once.
      if each == 0 || loop.body.isNoLetter { return each }
      return loop.most.flatMap { $0 > Self.limit ? nil : each * $0 }
    case .place: return 0
    case .look(let look): return look.isNegative ? 0 : nil
    case .backreference, .opaque: return nil
    }
  }

  /// The most repetitions that are reckoned with.
  private static let limit = 100

  private static func sum(_ nodes: [Self]) -> Int? {
    var sum = 0
    for node in nodes {
      guard let partings = node.partings else { return nil }
      sum += partings
    }
    return sum
  }

  private static func most(_ nodes: [Self]) -> Int? {
    var most = 0
    for node in nodes {
      guard let partings = node.partings else { return nil }
      most = max(most, partings)
    }
    return most
  }

  /// Whether it is one character, and that never a letter.
  private var isNoLetter: Bool {
    switch self {
    case .scalar(let scalar, _): !Self.isLetter(scalar)
    case .set(let set):
      set.ascii.intersection(Self.letters).isEmpty && (set.beyond == .none || set.beyond == .spaces)
    default: false
    }
  }

  private static let letters = ASCIISet.word.union(ASCIISet("'"))

  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar < 128 ? letters.contains(UInt8(scalar)) : 0xC0..<0x800 ~= scalar
  }

  private static func holdsLettersOnly(_ set: ScalarSet) -> Bool {
    set.ascii.isSubset(of: letters) && set.beyond == .none
  }
}
