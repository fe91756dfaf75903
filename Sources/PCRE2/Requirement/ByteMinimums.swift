/// How many bytes of each of eight classes there are, or must be: eight counts of 0 to 127 in a word.
package struct ByteMinimums: Sendable, Hashable, BitwiseCopyable {
  /// The counts, one a byte, in the order of ``Kind``.
  package var lanes: UInt64

  /// A class of bytes that is counted.
  package enum Kind: Int, Sendable, CaseIterable {
    case digit, upper, at, hash, others, exclamation, fullStop, hyphen

    /// The bytes of ASCII in the class.
    package var members: ASCIISet {
      switch self {
      case .digit: .digits
      case .upper: .upper
      case .at: ASCIISet("@")
      case .hash: ASCIISet("#")
      case .others: ASCIISet()
      case .exclamation: ASCIISet("!")
      case .fullStop: ASCIISet(".")
      case .hyphen: ASCIISet("-")
      }
    }

    /// Whether a byte is counted; of a character beyond ASCII the first.
    package func counts(_ byte: UInt8) -> Bool {
      self == .others ? byte >= 0xC0 : byte < 0x80 && members.contains(byte)
    }
  }

  /// The largest count of a pattern, well below what a lane can hold.
  package static let limit = 100

  /// Makes counts from their word.
  @inlinable
  package init(lanes: UInt64 = 0) {
    self.lanes = lanes
  }

  /// What a text must hold for a piece of a pattern to match.
  package init(of node: PatternSyntax.Node) {
    self.init()
    for kind in Kind.allCases {
      self[kind] = Self.counts(node, kind).seen
    }
  }

  /// The count of one class.
  package subscript(kind: Kind) -> Int {
    get { Int(lanes >> UInt64(kind.rawValue * 8) & 0x7F) }
    set {
      let shift = UInt64(kind.rawValue * 8)
      lanes = lanes & ~(0x7F << shift) | UInt64(min(newValue, Self.limit)) << shift
    }
  }

  /// Whether these counts reach all of some others.
  @inlinable
  package func reach(_ least: ByteMinimums) -> Bool {
    // A lane keeps its top bit exactly when nothing had to be borrowed from it.
    let tops: UInt64 = 0x8080_8080_8080_8080
    return ((lanes | tops) &- least.lanes) & tops == tops
  }

  /// What a piece consumes at least, and what it sees at least, look-around included.
  ///
  /// What is looked at may be consumed by the pieces around it, so that the two must not be added.
  private static func counts(
    _ node: PatternSyntax.Node, _ kind: Kind
  ) -> (consumed: Int, seen: Int) {
    switch node {
    case .scalar, .set:
      let count = isMember(node, kind) ? 1 : 0
      return (count, count)
    case .sequence(let nodes):
      let parts = nodes.map { counts($0, kind) }
      let consumed = min(limit, parts.reduce(0) { $0 + $1.consumed })
      return (consumed, max(consumed, parts.map(\.seen).max() ?? 0))
    case .choice(let nodes):
      let parts = nodes.map { counts($0, kind) }
      return (parts.map(\.consumed).min() ?? 0, parts.map(\.seen).min() ?? 0)
    case .atomic(let body): return counts(body, kind)
    case .loop(let loop):
      guard loop.least > 0 else { return (0, 0) }
      let body = counts(loop.body, kind)
      let consumed = min(limit, loop.least * body.consumed)
      return (consumed, max(consumed, body.seen))
    case .look(let look):
      return (0, look.isNegative ? 0 : counts(look.body, kind).seen)
    case .place, .backreference, .opaque: return (0, 0)
    }
  }

  private static func isMember(_ node: PatternSyntax.Node, _ kind: Kind) -> Bool {
    switch node {
    case .scalar(let scalar, let caseless):
      // Two letters beyond ASCII fold to letters of ASCII.
      guard scalar < 128 else {
        return kind == .others && !(caseless && (scalar == 0x17F || scalar == 0x212A))
      }
      let byte = ASCIISet(UInt8(scalar)...UInt8(scalar))
      return (caseless ? byte.caseClosed : byte).isSubset(of: kind.members)
    case .set(let set):
      return kind == .others ? set.ascii == ASCIISet() : set.lies(within: kind.members)
    default: return false
    }
  }
}
