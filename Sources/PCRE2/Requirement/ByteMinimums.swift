/// How many bytes of each of eight classes there are, or must be: eight counts of 0 to 127 in a word.
package struct ByteMinimums: Sendable, Hashable {
  /// The counts, one a byte, in the order of ``Kind``.
  package var lanes: UInt64

  /// A class of bytes that is counted.
  package enum Kind: Int, Sendable, CaseIterable {
    case digit, upper, at, hash, star, exclamation, fullStop, hyphen

    /// The bytes of the class.
    package var members: ASCIISet {
      switch self {
      case .digit: .digits
      case .upper: .upper
      case .at: ASCIISet("@")
      case .hash: ASCIISet("#")
      case .star: ASCIISet("*")
      case .exclamation: ASCIISet("!")
      case .fullStop: ASCIISet(".")
      case .hyphen: ASCIISet("-")
      }
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
      self[kind] = Self.least(node, kind.members)
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

  private static func least(_ node: PatternSyntax.Node, _ members: ASCIISet) -> Int {
    switch node {
    case .scalar(let scalar, let caseless):
      guard scalar < 128 else { return 0 }
      let byte = ASCIISet(UInt8(scalar)...UInt8(scalar))
      return (caseless ? byte.caseClosed : byte).isSubset(of: members) ? 1 : 0
    case .set(let set): return set.lies(within: members) ? 1 : 0
    case .sequence(let nodes):
      return min(limit, nodes.reduce(0) { $0 + least($1, members) })
    case .choice(let nodes): return nodes.map { least($0, members) }.min() ?? 0
    case .atomic(let body): return least(body, members)
    case .loop(let loop):
      guard loop.least > 0 else { return 0 }
      return min(limit, loop.least * least(loop.body, members))
    case .place, .look, .backreference, .opaque: return 0
    }
  }
}
