/// The outline of what a piece of a pattern matches.
struct Extent {
  /// Whether it may match the empty text.
  let mayBeEmpty: Bool
  /// Whether it always matches exactly one character, in one way.
  let isOneCharacter: Bool
  /// The characters with which a text that it matches may begin.
  let first: ScalarSet
  /// The characters with which a text that it matches may end.
  let last: ScalarSet

  /// Works out the outline of a piece.
  init(of node: PatternSyntax.Node) {
    switch node {
    case .scalar(let scalar, let caseless):
      self.init(oneOf: ClassElement.set(scalar, caseless))
    case .set(let set): self.init(oneOf: set)
    case .sequence(let nodes): self.init(sequence: nodes.map(Extent.init))
    case .choice(let branches):
      let extents = branches.map(Extent.init)
      self.init(
        mayBeEmpty: extents.contains(where: \.mayBeEmpty), isOneCharacter: false,
        first: extents.reduce(.empty) { $0.union($1.first) },
        last: extents.reduce(.empty) { $0.union($1.last) })
    case .atomic(let body): self.init(of: body)
    case .loop(let loop):
      let body = Extent(of: loop.body)
      self.init(
        mayBeEmpty: loop.least == 0 || body.mayBeEmpty, isOneCharacter: false,
        first: body.first, last: body.last)
    case .place, .look:
      self.init(mayBeEmpty: true, isOneCharacter: false, first: .empty, last: .empty)
    case .backreference, .opaque:
      self.init(mayBeEmpty: true, isOneCharacter: false, first: .all, last: .all)
    }
  }

  private init(oneOf set: ScalarSet) {
    self.init(mayBeEmpty: false, isOneCharacter: true, first: set, last: set)
  }

  private init(sequence extents: [Extent]) {
    self.init(
      mayBeEmpty: extents.allSatisfy(\.mayBeEmpty),
      isOneCharacter: extents.count == 1 && extents[0].isOneCharacter,
      first: Self.edge(extents) { $0.first },
      last: Self.edge(extents.reversed()) { $0.last })
  }

  private init(mayBeEmpty: Bool, isOneCharacter: Bool, first: ScalarSet, last: ScalarSet) {
    self.mayBeEmpty = mayBeEmpty
    self.isOneCharacter = isOneCharacter
    self.first = first
    self.last = last
  }

  private static func edge(_ extents: [Extent], _ side: (Extent) -> ScalarSet) -> ScalarSet {
    var edge = ScalarSet.empty
    for extent in extents {
      edge = edge.union(side(extent))
      if !extent.mayBeEmpty { break }
    }
    return edge
  }
}
