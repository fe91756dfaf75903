internal import PCRE2

extension LiteralSets {
  /// Visits the places where literals of a group stand.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - text: The text.
  ///   - visit: Gets the literal and its place in the folded text, and answers whether to go on.
  /// - Returns: Whether every visit asked to go on.
  @inline(__always)
  func forEachHit(
    of group: Group, in text: ScannedText, _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    switch Start(rawValue: group.startNumber) {
    case .word where group.isSmall: smallHits(of: group, in: text, visit)
    case .word: hits(of: group, in: text, visit)
    case .letter: hits(of: group, at: text.words, in: text, visit)
    case .sign: hits(of: group, at: text.signs, in: text, visit)
    case nil: false
    }
  }

  /// Looks for each literal among the beginnings of words.
  @inline(__always)
  private func smallHits(
    of group: Group, in text: ScannedText, _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    for index in Int(group.firstTest)..<Int(group.firstTest) &+ Int(group.count) {
      let hash = hashes.start[index]
      guard text.startBits[Int(hash &>> 26)] &>> UInt64(hash &>> 20 & 63) & 1 == 1 else {
        continue
      }
      for start in 0..<text.startCount where text.startHashes[start] == hash {
        let place = Int(text.starts[start])
        let test = tests.start[index]
        if test.holds(at: place, of: text), !visit(test, place) { return false }
      }
    }
    return true
  }

  /// Looks for the beginning of each word among the literals.
  @inline(__always)
  private func hits(
    of group: Group, in text: ScannedText, _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    for start in 0..<text.startCount {
      let place = Int(text.starts[start])
      guard compare(group, text.startHashes[start], at: place, in: text, visit) else {
        return false
      }
    }
    return true
  }

  /// Looks for what stands at marked places among the literals.
  @inline(__always)
  private func hits(
    of group: Group, at marks: UnsafePointer<UInt64>, in text: ScannedText,
    _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    let isSign = marks == UnsafePointer(text.signs)
    for block in 0..<text.foldedBlocks {
      var rest = marks[block]
      while rest != 0 {
        let place = block &* 64 &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        let hash = isSign ? Self.hash(text.folded[place], 0) : text.hash(at: place)
        guard compare(group, hash, at: place, in: text, visit) else { return false }
      }
    }
    return true
  }

  /// Compares the literals that begin with a hash.
  @inline(__always)
  private func compare(
    _ group: Group, _ hash: UInt32, at place: Int, in text: ScannedText,
    _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    if !group.isSmall {
      let bit = Int(hash &>> UInt32(group.bitShift))
      guard bits.start[Int(group.firstBits) &+ bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 else {
        return true
      }
    }
    let end = Int(group.firstTest) &+ Int(group.count)
    var index = firstTest(of: group, notBefore: hash)
    while index < end, hashes.start[index] == hash {
      let test = tests.start[index]
      index &+= 1
      if test.holds(at: place, of: text), !visit(test, place) { return false }
    }
    return true
  }

  /// The first test of a group whose hash is no smaller than another.
  @inline(__always)
  private func firstTest(of group: Group, notBefore hash: UInt32) -> Int {
    var low = Int(group.firstTest)
    var count = Int(group.count)
    while count > 0 {
      let half = count &>> 1
      if hashes.start[low &+ half] < hash {
        low &+= half &+ 1
        count &-= half &+ 1
      } else {
        count = half
      }
    }
    return low
  }
}
