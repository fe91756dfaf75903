extension PatternParser {
  /// Reads a group, an option setting or a comment, from its opening bracket on.
  ///
  /// - Returns: `nil` for what matches nothing: a comment, or options for the rest of the group.
  mutating func group() throws(NotUnderstood) -> PatternSyntax.Node? {
    index += 1
    guard take("?") else { return try body() }
    if take("#") {
      while index < scalars.count, !isAt(")") { index += 1 }
      return try closed(nil)
    }
    if take(":") { return try body() }
    if take(">") { return .atomic(try body()) }
    if take("=") { return try look(ahead: true, negative: false) }
    if take("!") { return try look(ahead: true, negative: true) }
    if take("<=") { return try look(ahead: false, negative: false) }
    if take("<!") { return try look(ahead: false, negative: true) }
    if take("P=") {
      let offset = offsets[index]
      try skip(to: ")")
      return .backreference(offset: offset)
    }
    if take("P<") || take("<") {
      try skip(to: ">")
      return try body()
    }
    if take("'") {
      try skip(to: "'")
      return try body()
    }
    return try options()
  }

  /// Moves to just after the next such scalar.
  mutating func skip(to end: Unicode.Scalar) throws(NotUnderstood) {
    while index < scalars.count {
      index += 1
      if scalars[index - 1] == end.value { return }
    }
    throw NotUnderstood()
  }

  private mutating func body() throws(NotUnderstood) -> PatternSyntax.Node {
    let node = try alternatives()
    guard take(")") else { throw NotUnderstood() }
    return node
  }

  private mutating func closed(
    _ node: PatternSyntax.Node?
  ) throws(NotUnderstood) -> PatternSyntax.Node? {
    guard take(")") else { throw NotUnderstood() }
    return node
  }

  private mutating func look(
    ahead: Bool, negative: Bool
  ) throws(NotUnderstood) -> PatternSyntax.Node {
    .look(.init(body: try body(), isAhead: ahead, isNegative: negative))
  }

  /// Reads `(?i)`, `(?-i)`, `(?i:…)` and the like.
  private mutating func options() throws(NotUnderstood) -> PatternSyntax.Node? {
    let outerCaseless = caseless
    var turnsOn = true
    while index < scalars.count {
      if take("-") {
        turnsOn = false
      } else if take("i") {
        caseless = turnsOn
      } else if take(")") {
        return nil
      } else if take(":") {
        defer { caseless = outerCaseless }
        return try body()
      } else if !(take("s") || take("m") || take("n") || take("U") || take("J")) {
        throw NotUnderstood()
      }
    }
    throw NotUnderstood()
  }
}
