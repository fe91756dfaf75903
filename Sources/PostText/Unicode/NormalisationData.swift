/// What normalisation needs to know of single scalars and of pairs.
enum NormalisationData {
  /// The place of a scalar's record, from which the other members read.
  @inline(__always)
  static func record(of scalar: UInt32) -> Int {
    guard scalar < 0x11_0000 else { return 0 }
    let page = PackedDigits.one(firstStage, Int(scalar &>> 12))
    let block = PackedDigits.two(secondStage, 2 &* (page &<< 6 &+ Int(scalar &>> 6 & 63)))
    return 9 &* PackedDigits.three(thirdStage, 3 &* (block &<< 6 &+ Int(scalar & 63)))
  }

  /// The canonical combining class.
  @inline(__always)
  static func combiningClass(_ record: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: PackedDigits.two(records, record))
  }

  /// True when the scalar may compose with one before it.
  static func composesBackwards(_ record: Int) -> Bool {
    PackedDigits.one(records, record &+ 2) & 1 != 0
  }

  /// True when text may be cut before the scalar without changing its normal form.
  static func isBoundary(_ record: Int, _ form: Normaliser.Form) -> Bool {
    PackedDigits.one(records, record &+ 2) &>> (1 &+ form.rawValue) & 1 != 0
  }

  /// True when the scalar occurs in normal text.
  static func isNormal(_ record: Int, _ form: Normaliser.Form) -> Bool {
    PackedDigits.one(records, record &+ 2) &>> (3 &+ form.rawValue) & 1 != 0
  }

  /// Appends the full decomposition of a scalar, or the scalar itself.
  static func decompose(
    _ scalar: UInt32, _ form: Normaliser.Form, into scalars: inout [UInt32]
  ) {
    if Hangul.decompose(scalar, into: &scalars) { return }
    let place = PackedDigits.three(records, record(of: scalar) &+ 3 &+ 3 &* form.rawValue)
    guard place != 0 else {
      scalars.append(scalar)
      return
    }
    for index in 0..<PackedDigits.one(pool, place) {
      scalars.append(UInt32(PackedDigits.four(pool, place &+ 1 &+ 4 &* index)))
    }
  }

  /// The primary composite of two scalars.
  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if let syllable = Hangul.composite(first, second) { return syllable }
    guard composesBackwards(record(of: second)) else { return nil }
    let wanted = (Int(first), Int(second))
    var low = 0
    var high = pairCount
    while low < high {
      let middle = (low + high) / 2
      let place = 12 * middle
      let pair = (PackedDigits.four(pairs, place), PackedDigits.four(pairs, place + 4))
      if pair == wanted { return UInt32(PackedDigits.four(pairs, place + 8)) }
      if pair < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
