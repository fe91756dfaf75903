extension PatternParser {
  /// Reads a character class, from its opening bracket on.
  mutating func characterClass() throws(NotUnderstood) -> ScalarSet {
    index += 1
    let isNegated = take("^")
    var members = ClassMembers()
    var isFirst = true
    while isFirst || !isAt("]") {
      guard index < scalars.count else { throw NotUnderstood() }
      if isFirst, isAt("\\Q") || isAt("\\E") { throw NotUnderstood() }
      isFirst = false
      if isAt("[:") || isAt("[.") || isAt("[=") {
        try namedClass()
        members.addUnknown()
      } else if take("\\Q") {
        while !take("\\E") {
          guard index < scalars.count else { throw NotUnderstood() }
          members.add(scalars[index], caseless: caseless)
          index += 1
        }
      } else if take("\\E") {
        continue
      } else if let low = try member(&members) {
        try range(from: low, into: &members)
      }
    }
    index += 1
    return isNegated ? members.negated : members.set
  }

  /// Reads one member: answers a scalar, or adds a whole set and answers `nil`.
  private mutating func member(_ members: inout ClassMembers) throws(NotUnderstood) -> UInt32? {
    guard take("\\") else {
      index += 1
      return scalars[index - 1]
    }
    guard index < scalars.count else { throw NotUnderstood() }
    let letter = peek()
    if let set = setEscape() {
      let isProperty = letter | 0x20 == UInt32(ascii: "p")
      if isProperty { members.addUnknown() } else { members.add(set) }
      return nil
    }
    if take("b") { return 0x08 }
    if let digit = digit(peek()), digit != 0 { throw NotUnderstood() }
    guard let value = try scalarEscape() else { throw NotUnderstood() }
    return value
  }

  private mutating func range(
    from low: UInt32, into members: inout ClassMembers
  ) throws(NotUnderstood) {
    guard isAt("-"), peek(1) != UInt32(ascii: "]"), peek(1) != 0 else {
      return members.add(low, caseless: caseless)
    }
    index += 1
    if isAt("[:") || isAt("\\Q") || isAt("\\E") { throw NotUnderstood() }
    guard let high = try member(&members) else {
      // `[a-\d]`: the hyphen stands for itself, or the pattern does not compile.
      members.add(low, caseless: caseless)
      return members.add(UInt32(ascii: "-"), caseless: caseless)
    }
    guard low <= high else { throw NotUnderstood() }
    members.add(low...high, caseless: caseless)
  }

  /// Moves past `[:name:]`; gives up where PCRE2 may see a plain bracket instead.
  private mutating func namedClass() throws(NotUnderstood) {
    guard take("[:") else { throw NotUnderstood() }
    _ = take("^")
    while (0x61...0x7A).contains(peek()) { index += 1 }
    guard take(":]") else { throw NotUnderstood() }
  }
}

/// The members of a character class while it is read.
private struct ClassMembers {
  /// At least the members, with both cases of letters where case is ignored.
  private(set) var set = ScalarSet.empty
  /// Whether the ASCII of ``set`` is exact, so that what is outside it is known too.
  private var isExact = true

  /// What a negated class matches.
  var negated: ScalarSet { isExact ? set.complement : .all }

  mutating func add(_ other: ScalarSet) {
    set = set.union(other)
  }

  mutating func addUnknown() {
    set = .all
    isExact = false
  }

  mutating func add(_ scalar: UInt32, caseless: Bool) {
    add(scalar...scalar, caseless: caseless)
  }

  mutating func add(_ range: ClosedRange<UInt32>, caseless: Bool) {
    var ascii = ASCIISet()
    if range.lowerBound < 128 {
      ascii = ASCIISet(UInt8(range.lowerBound)...UInt8(min(range.upperBound, 127)))
    }
    if caseless { ascii = ascii.caseClosed }
    var beyond = ScalarSet.Beyond.none
    if range.upperBound >= 128 {
      let isOne = range.count == 1
      let isListable = isOne && (!caseless || CaseFolding.hasNoCase(range.lowerBound))
      beyond = isListable ? .listed([range.lowerBound]) : .any
      // Beyond ASCII only U+017F and U+212A fold to ASCII letters.
      if caseless, range.contains(0x17F) { ascii = ascii.union(ASCIISet("sS")) }
      if caseless, range.contains(0x212A) { ascii = ascii.union(ASCIISet("kK")) }
    }
    add(ScalarSet(ascii, beyond: beyond))
  }
}
