extension PatternSyntax.Node {
  /// Whether no ASCII word character stands where every match of it ends, given whether one may stand before it.
  func endsParted(after isParted: Bool) -> Bool {
    switch self {
    case .scalar(let scalar, _): scalar >= 128 || !ASCIISet.word.contains(UInt8(scalar))
    case .set(let set): set.ascii.intersection(ASCIISet.word).isEmpty
    case .sequence(let nodes): nodes.reduce(isParted) { $1.endsParted(after: $0) }
    case .choice(let nodes): nodes.allSatisfy { $0.endsParted(after: isParted) }
    case .atomic(let body): body.endsParted(after: isParted)
    case .loop(let loop):
      // Only the first round stands where the loop does, and there may be none.
      loop.body.endsParted(after: isParted && loop.most == 1) && (loop.least > 0 || isParted)
    case .place(.wordBoundary), .place(.lineStart): true
    case .place(.other): isParted
    case .look(let look): isParted || look.forbidsWordBefore
    case .backreference, .opaque: false
    }
  }
}

extension PatternSyntax.Look {
  /// Whether it forbids word characters before the place where it stands.
  var forbidsWordBefore: Bool { isNegative && !isAhead && isOfWords }
  /// Whether it forbids word characters after the place where it stands.
  var forbidsWordAfter: Bool { isNegative && isAhead && isOfWords }

  private var isOfWords: Bool {
    if case .set(let set) = body { ASCIISet.word.isSubset(of: set.ascii) } else { false }
  }
}
