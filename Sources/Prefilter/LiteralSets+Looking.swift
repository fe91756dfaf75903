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
    guard let start = Start(rawValue: group.startNumber) else { return false }
    switch start {
    case .stem, .word:
      let hashes = start == .stem ? text.stemHashes : text.startHashes
      return group.isSmall
        ? smallHits(of: group, among: hashes, in: text, visit)
        : largeHits(of: group, among: hashes, in: text, visit)
    case .letter, .sign:
      return hits(of: group, at: start == .letter ? text.words : text.signs, in: text, visit)
    }
  }

  /// Looks for each of few literals among the beginnings of words.
  @inline(__always)
  private func smallHits(
    of group: Group, among hashes: UnsafePointer<UInt32>, in text: ScannedText,
    _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    for index in Int(group.firstTest)..<Int(group.firstTest) &+ Int(group.count) {
      let hash = self.hashes.start[index]
      guard text.startBits[Int(hash &>> 26)] &>> UInt64(hash &>> 20 & 63) & 1 == 1 else {
        continue
      }
      for start in 0..<text.startCount where hashes[start] == hash {
        let test = tests.start[index]
        let place = Int(text.starts[start]) &- test.keyOffset
        if test.holds(at: place, of: text), !visit(test, place) { return false }
      }
    }
    return true
  }

  /// Looks for the beginning of each word among many literals.
  @inline(__always)
  private func largeHits(
    of group: Group, among hashes: UnsafePointer<UInt32>, in text: ScannedText,
    _ visit: (LiteralTest, Int) -> Bool
  ) -> Bool {
    for start in 0..<text.startCount {
      let place = Int(text.starts[start])
      guard compare(group, hashes[start], at: place, in: text, visit) else {
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
        let hash = isSign ? Self.hash(UInt32(text.folded[place])) : text.hash(at: place)
        guard compare(group, hash, at: place, in: text, visit) else { return false }
      }
    }
    return true
  }

  /// Compares the literals that begin with a hash.
  @inline(__always)
  private func compare(
    _ group: Group, _ hash: UInt32, at keyPlace: Int, in text: ScannedText,
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
      let place = keyPlace &- test.keyOffset
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
