/// Works out which literals a text must contain for a pattern to match.
///
/// Each set it finds is required on its own: of every set, at least one literal must occur.
struct LiteralFinder {
  /// What is known of a piece of a pattern.
  struct Findings {
    /// The ways in which the piece can begin.
    var beginnings: [Strand]
    /// Further sets of which a match contains at least one literal each.
    var sets: [[Literal]]

    /// Whether the beginnings are all that the piece matches.
    var isExact: Bool { beginnings.allSatisfy { !$0.isOpen } }

    static let unknown = Findings(beginnings: [.unknown], sets: [])
    static let empty = Findings(beginnings: [Strand()], sets: [])
  }

  /// The largest set that is kept.
  let limit: Int
  /// How many sets of a piece are carried along; the cheapest are kept.
  private static let carried = 4

  /// Answers everything that is required for the whole pattern, the beginnings first.
  func requiredSets(of root: PatternSyntax.Node) -> [[Literal]] {
    let findings = find(root)
    let first = set(of: findings.beginnings, beginsMatch: true)
    return (first.map { [$0] } ?? []) + findings.sets
  }

  /// Answers what is known of one piece.
  ///
  /// - Parameters:
  ///   - node: The piece.
  ///   - isParted: Whether no ASCII word character stands before it.
  /// - Returns: How it can begin, and what else it requires.
  func find(_ node: PatternSyntax.Node, isParted: Bool = false) -> Findings {
    switch node {
    case .scalar(let scalar, let caseless): scalarFindings(scalar, caseless)
    case .set(let set): setFindings(set)
    case .sequence(let nodes): sequence(nodes, isParted)
    case .choice(let nodes): choice(nodes.map { find($0, isParted: isParted) }, isParted)
    case .atomic(let body): find(body, isParted: isParted)
    case .loop(let loop): self.loop(loop, isParted)
    case .place(.wordBoundary): Findings(beginnings: [.boundary], sets: [])
    case .place(.lineStart): Findings(beginnings: [Strand(before: true)], sets: [])
    case .place(.other): .empty
    case .look(let look): self.look(look)
    case .backreference, .opaque: .unknown
    }
  }

  private func scalarFindings(_ scalar: UInt32, _ caseless: Bool) -> Findings {
    let isCertain = scalar < 128 || !caseless || CaseFolding.hasNoCase(scalar)
    guard isCertain, let value = Unicode.Scalar(scalar) else { return .unknown }
    let bytes = UTF8.encode(value).map { $0.map(Literal.folded) }
    return bytes.map { Findings(beginnings: [Strand(bytes: $0)], sets: []) } ?? .unknown
  }

  private func setFindings(_ set: ScalarSet) -> Findings {
    if set.isGap { return Findings(beginnings: [.gap], sets: []) }
    var scalars = Set(set.ascii.members.map { UInt32(CaseFolding.lower($0)) })
    switch set.beyond {
    case .none: break
    case .listed(let others): scalars.formUnion(others)
    case .digits, .spaces, .any: return .unknown
    }
    guard !scalars.isEmpty, scalars.count <= 8 else { return .unknown }
    let strands = scalars.sorted().compactMap(Unicode.Scalar.init).compactMap(UTF8.encode)
    return Findings(
      beginnings: Array(Set(strands.map { Strand(bytes: $0.map(Literal.folded)) })), sets: [])
  }

  private func look(_ look: PatternSyntax.Look) -> Findings {
    guard look.isNegative else {
      let inner = find(look.body)
      let first = set(of: inner.beginnings, beginsMatch: false)
      return Findings(
        beginnings: [Strand()], sets: cheapest((first.map { [$0] } ?? []) + inner.sets))
    }
    return Findings(
      beginnings: [Strand(before: look.forbidsWordBefore, after: look.forbidsWordAfter)], sets: [])
  }

  private func loop(_ loop: PatternSyntax.Loop, _ isParted: Bool) -> Findings {
    // However many of them: a text is scanned with each run of them made one space.
    if loop.most != 0, Self.isGap(loop.body) {
      return Findings(beginnings: loop.least > 0 ? [.gap] : [.gap, Strand()], sets: [])
    }
    // Only the first round stands where the loop does.
    let body = find(loop.body, isParted: isParted && loop.most == 1)
    guard loop.least > 0 else {
      if loop.most == 0 { return .empty }
      let strands = body.beginnings.map { strand in
        var strand = strand
        strand.isOpen = strand.isOpen || loop.most != 1
        return strand
      }
      return Findings(beginnings: bounded(strands + [Strand()]), sets: [])
    }
    var pieces = [Piece](
      repeating: Piece(findings: body, endsParted: loop.body.endsParted(after: false)),
      count: min(loop.least, 4))
    if loop.least > 4 || loop.most != loop.least {
      pieces.append(Piece(findings: .unknown, endsParted: false))
    }
    var findings = sequence(of: pieces, isParted)
    findings.sets = cheapest(findings.sets)
    return findings
  }

  private static func isGap(_ node: PatternSyntax.Node) -> Bool {
    switch node {
    case .set(let set): set.isGap
    case .scalar(let scalar, _): scalar < 128 && ASCIISet.gap.contains(UInt8(scalar))
    default: false
    }
  }

  private func choice(_ branches: [Findings], _ isParted: Bool) -> Findings {
    let beginnings = bounded(branches.flatMap(\.beginnings))
    let known = beginnings != [.unknown]
    // Where every branch is known to its end, its beginnings say all that there is to say.
    if known, branches.allSatisfy({ $0.isExact && $0.sets.isEmpty }) {
      return Findings(beginnings: beginnings, sets: [])
    }
    // A match takes one branch: a set of every branch, joined, is required of the choice. Costs add
    // up, so each branch's cheapest make the cheapest whole, and the next cheapest the next.
    let ranked = branches.map { branch in
      let start = Strand(before: isParted)
      let first = set(of: branch.beginnings.map(start.followed), beginsMatch: false)
      return cheapest((first.map { [$0] } ?? []) + branch.sets)
    }
    guard ranked.allSatisfy({ !$0.isEmpty }) else {
      return Findings(beginnings: beginnings, sets: [])
    }
    let joined = (0..<(ranked.map(\.count).max() ?? 0)).map { rank in
      ranked.flatMap { $0[min(rank, $0.count - 1)] }
    }
    return Findings(beginnings: beginnings, sets: cheapest(joined))
  }

  /// Finds pieces that follow each other, and joins them.
  private func sequence(_ nodes: [PatternSyntax.Node], _ isParted: Bool) -> Findings {
    var pieces: [Piece] = []
    var parts = isParted
    for node in nodes {
      let findings = find(node, isParted: parts)
      parts = node.endsParted(after: parts)
      pieces.append(Piece(findings: findings, endsParted: parts))
    }
    return sequence(of: pieces, isParted)
  }

  /// A piece of a sequence.
  private struct Piece {
    let findings: Findings
    /// Whether no ASCII word character stands at its end.
    let endsParted: Bool
  }

  /// Joins pieces that follow each other.
  ///
  /// A run is the ways to match from some piece on, up to where nothing more is known. The first
  /// run starts with the first piece; a new one starts wherever a run before it came to its end.
  private func sequence(of pieces: [Piece], _ isParted: Bool) -> Findings {
    var beginnings = [Strand()]
    var beginningsAreFinal = false
    var run: [Strand]?
    var sets: [[Literal]] = []
    // What a run starts with: of what came before it is only known whether a word can go on.
    var start = [Strand(before: isParted)]
    for (piece, endsParted) in pieces.lazy.map({ ($0.findings, $0.endsParted) }) {
      sets += piece.sets
      if !beginningsAreFinal {
        if let longer = extended(beginnings, by: piece.beginnings) {
          beginnings = longer
        } else {
          // Too many ways: what begins the run is kept, and the piece starts a run of its own.
          beginnings = beginnings.map { Strand($0, isOpen: true) }
          beginningsAreFinal = true
          run = start
        }
        if beginnings.allSatisfy(\.isOpen) { beginningsAreFinal = true }
      }
      if let current = run {
        if let longer = extended(current, by: piece.beginnings) {
          run = longer
        } else {
          sets +=
            set(of: current.map { Strand($0, isOpen: true) }, beginsMatch: false)
            .map { [$0] } ?? []
          run = extended(start, by: piece.beginnings) ?? piece.beginnings
        }
      }
      if !piece.isExact {
        sets += run.flatMap { set(of: $0, beginsMatch: false) }.map { [$0] } ?? []
        run = [Strand(before: endsParted)]
      }
      start = [Strand(before: endsParted)]
    }
    sets += run.flatMap { set(of: $0, beginsMatch: false) }.map { [$0] } ?? []
    return Findings(beginnings: beginnings, sets: cheapest(sets))
  }

  /// Every strand followed by every other; `nil` when there would be too many.
  private func extended(_ strands: [Strand], by others: [Strand]) -> [Strand]? {
    // Most pieces are letters that follow each other.
    if strands.count == 1, others.count == 1 { return [strands[0].followed(by: others[0])] }
    let closed = strands.count { !$0.isOpen }
    guard strands.count - closed + closed * others.count <= limit else { return nil }
    var result: Set<Strand> = []
    for strand in strands {
      if strand.isOpen {
        result.insert(strand)
      } else {
        for other in others { result.insert(strand.followed(by: other)) }
      }
    }
    return Array(result)
  }

  /// The strands without doubles, cut shorter if there are too many of them.
  private func bounded(_ strands: [Strand]) -> [Strand] {
    var kept = Set(strands)
    for length in [8, 5, 4, 3] where kept.count > limit {
      kept = Set(
        kept.map { strand in
          guard strand.bytes.count > length else { return strand }
          return Strand(
            bytes: Array(strand.bytes.prefix(length)), before: strand.before, isOpen: true)
        })
    }
    return kept.count > limit || kept.contains(.unknown) ? [.unknown] : Array(kept)
  }

  private func set(of strands: [Strand], beginsMatch: Bool) -> [Literal]? {
    var literals: Set<Literal> = []
    for strand in strands {
      guard let literal = strand.literal(beginsMatch: beginsMatch) else { return nil }
      literals.insert(literal)
    }
    return literals.isEmpty ? nil : Array(literals)
  }

  private func cheapest(_ sets: [[Literal]]) -> [[Literal]] {
    var seen: Set<Set<Literal>> = []
    let distinct = sets.map(Set.init).filter { 1...limit ~= $0.count && seen.insert($0).inserted }
    return Requirement.ranked(distinct.map(Array.init)).prefix(Self.carried).map { $0.set }
  }
}

extension Strand {
  /// The same strand, open or not.
  init(_ strand: Strand, isOpen: Bool) {
    self = strand
    self.isOpen = isOpen
  }
}
