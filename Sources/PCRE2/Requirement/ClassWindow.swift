/// A few places in a row, each with the characters it accepts: the shape of a pattern without words.
///
/// A text fits when some characters of it are accepted one after the other; between a place and the
/// next, any number of the characters of the place's `gap` may stand.
package struct ClassWindow: Sendable, Hashable {
  /// The most places that a window has.
  package static let capacity = 8

  /// The places, in order.
  package var places: [Place]

  /// One place of a window.
  package struct Place: Sendable, Hashable, BitwiseCopyable {
    /// The characters it accepts.
    package var accepted: Members
    /// The characters that may follow it before the next place.
    package var gap: Members

    /// Makes a place.
    package init(accepted: Members, gap: Members) {
      self.accepted = accepted
      self.gap = gap
    }
  }

  /// Characters of ASCII, with or without all others.
  package struct Members: Sendable, Hashable, BitwiseCopyable {
    /// Those of ASCII.
    package var ascii: ASCIISet
    /// Whether every character beyond ASCII is among them.
    package var includesOthers: Bool

    /// Makes a set.
    package init(_ ascii: ASCIISet = ASCIISet(), includesOthers: Bool = false) {
      self.ascii = ascii
      self.includesOthers = includesOthers
    }

    /// Takes over a pattern's set, without digits of other scripts.
    init(_ set: ScalarSet) {
      self.init(set.ascii, includesOthers: set.beyond != .none && set.beyond != .digits)
    }

    func union(_ other: Members) -> Members {
      Members(ascii.union(other.ascii), includesOthers: includesOthers || other.includesOthers)
    }

    /// How much it tells when such a character stands somewhere, in bits.
    var information: Double {
      var share = includesOthers ? 0.03 : 0
      for byte in ascii.members {
        switch byte {
        case 0x20: share += 0.17
        case 0x61...0x7A: share += 0.027
        case 0x30...0x39, 0x41...0x5A: share += 0.003
        default: share += 0.004
        }
      }
      return share >= 1 ? 0 : max(0, (1 - share) * 8 - (share > 0.1 ? 3 : 0))
    }
  }

  /// Makes a window of places.
  package init(places: [Place]) {
    self.places = places
  }

  /// The most telling window of each branch of a pattern; none when some branch has no telling one.
  static func windows(of root: PatternSyntax.Node) -> [ClassWindow] {
    let whole = ClassWindow(of: root).map { [$0] } ?? []
    let branches: [[ClassWindow]]
    switch root {
    case .choice(let nodes): branches = nodes.map(Self.windows)
    case .sequence(let nodes):
      // The branches of its first choice, each with what stands around it; more choices would make too many.
      branches = Self.branches(of: nodes).map { ClassWindow(of: $0).map { [$0] } ?? [] }
    default: branches = []
    }
    guard !branches.isEmpty, branches.allSatisfy({ !$0.isEmpty }) else { return whole }
    let all = branches.flatMap { $0 }
    return all.count <= branchLimit ? all : whole
  }

  /// What a sequence comes to with each branch of its first choice.
  private static func branches(of nodes: [PatternSyntax.Node]) -> [PatternSyntax.Node] {
    for (index, node) in nodes.enumerated() {
      guard case .choice(let branches) = node, branches.count <= branchLimit else { continue }
      return branches.map { .sequence(nodes[..<index] + [$0] + nodes[(index + 1)...]) }
    }
    return []
  }

  /// The most windows of one pattern.
  private static let branchLimit = 12

  /// Finds the most telling window of a pattern; `nil` when none tells enough.
  ///
  /// Digits of other scripts are left out, as are U+017F and U+212A where case is ignored: who
  /// scans a text that holds one of them must take every window as found.
  init?(of root: PatternSyntax.Node) {
    var best: [Place] = []
    for stretch in Self.stretches(ClassElement.elements(of: root)) {
      for start in stretch.indices {
        let window = Array(stretch[start...].prefix(Self.capacity))
        if Self.information(window) > Self.information(best) { best = window }
      }
    }
    // Few posts lack a character that is not rare by itself.
    guard best.count > 1, Self.information(best) >= 5 else { return nil }
    best[best.count - 1].gap = Members()
    self.places = best
  }

  private static func information(_ places: [Place]) -> Double {
    places.reduce(0) { sum, place in
      let gap = place.gap.ascii.count
      return sum + place.accepted.information - (gap == 0 ? 0 : gap < 64 ? 1 : 3)
    }
  }

  private static func stretches(_ elements: [ClassElement]) -> [[Place]] {
    var stretches: [[Place]] = [[]]
    for element in elements {
      let last = stretches.count - 1
      switch element {
      case .one(let set):
        stretches[last].append(Place(accepted: Members(set), gap: Members()))
      case .gap(let set):
        guard let end = stretches[last].indices.last else { continue }
        stretches[last][end].gap = stretches[last][end].gap.union(Members(set))
      case .unknown: stretches.append([])
      }
    }
    return stretches
  }
}

/// A pattern laid out as a line of character sets.
enum ClassElement: Equatable {
  /// Exactly one character.
  case one(ScalarSet)
  /// Any number of characters.
  case gap(ScalarSet)
  /// Anything.
  case unknown

  /// How many copies of a repeated piece are laid out at most.
  private static let copies = 8

  /// Lays out a piece of a pattern; every text it matches fits the line.
  static func elements(of node: PatternSyntax.Node) -> [ClassElement] {
    switch node {
    case .scalar(let scalar, let caseless): [.one(set(scalar, caseless))]
    case .set(let set): [.one(set)]
    case .sequence(let nodes): nodes.flatMap(elements)
    case .choice(let branches): choice(branches.map(elements))
    case .atomic(let body): elements(of: body)
    case .loop(let loop): self.loop(loop)
    case .place, .look: []
    case .backreference, .opaque: [.unknown]
    }
  }

  /// The set of one character of a pattern.
  static func set(_ scalar: UInt32, _ caseless: Bool) -> ScalarSet {
    guard scalar < 128 else { return ScalarSet(ASCIISet(), beyond: .any).withASCII(scalar) }
    let ascii = ASCIISet(UInt8(scalar)...UInt8(scalar))
    return ScalarSet(caseless ? ascii.caseClosed : ascii)
  }

  /// Every character that may stand in a line; `nil` when that is not known.
  static func alphabet(_ elements: [ClassElement]) -> ScalarSet? {
    var union = ScalarSet.empty
    for element in elements {
      switch element {
      case .one(let set), .gap(let set): union = union.union(set)
      case .unknown: return nil
      }
    }
    return union
  }

  private static func loop(_ loop: PatternSyntax.Loop) -> [ClassElement] {
    let body = elements(of: loop.body)
    let count = min(loop.least, copies)
    var line = Array(repeating: body, count: count).flatMap { $0 }
    if loop.most != count {
      line.append(alphabet(body).map(ClassElement.gap) ?? .unknown)
    }
    return line
  }

  private static func choice(_ branches: [[ClassElement]]) -> [ClassElement] {
    let length = branches.first?.count ?? 0
    let sets = branches.map { branch in
      branch.compactMap { if case .one(let set) = $0 { set } else { nil } }
    }
    if sets.allSatisfy({ $0.count == length }), branches.allSatisfy({ $0.count == length }) {
      return (0..<length).map { place in
        .one(sets.reduce(ScalarSet.empty) { $0.union($1[place]) })
      }
    }
    guard let union = alphabet(branches.flatMap { $0 }) else { return [.unknown] }
    return sets.allSatisfy { !$0.isEmpty } ? [.one(union), .gap(union)] : [.gap(union)]
  }
}

extension ScalarSet {
  /// Adds the ASCII letter that a character beyond ASCII folds to, if it is one of the two.
  fileprivate func withASCII(_ scalar: UInt32) -> ScalarSet {
    switch scalar {
    case 0x17F: union(ScalarSet(ASCIISet("sS")))
    case 0x212A: union(ScalarSet(ASCIISet("kK")))
    default: self
    }
  }
}
