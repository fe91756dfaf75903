extension Literal {
  /// The literals in order, with one for each group of three and more that are forms of one word.
  ///
  /// *Kick*, *kicks* and *kicking* become *kick* with anything after it: a table a third the size is worth a
  /// *kickstart* now and then.
  static func sharingStems(_ literals: [Literal]) -> [Literal] {
    var result: [Literal] = []
    var group: [Literal] = []
    var stem: Literal?
    func close() {
      if group.count > 2, let stem { result.append(stem) } else { result += group }
    }
    for literal in literals.sorted() {
      if let wider = stem.flatMap({ $0.stem(with: literal) }) {
        stem = wider
        group.append(literal)
      } else {
        close()
        group = [literal]
        stem = literal
      }
    }
    close()
    return result.sorted()
  }

  /// What both begin with, when it is four bytes or more and all of the shorter one but its last byte.
  private func stem(with other: Literal) -> Literal? {
    let own = bytes
    let shared = zip(own, other.bytes).prefix { $0 == $1 }.count
    let surroundings = Flags([.boundaryBefore, .beginsMatch])
    guard shared >= max(4, own.count - 1),
      flags.intersection(surroundings) == other.flags.intersection(surroundings)
    else { return nil }
    return Literal(own[..<shared], flags: flags.intersection(surroundings))
  }
}
