/// Reads numbers from the tables' printable ASCII, six bits a character.
enum PackedDigits {
  /// The number in one character at a place.
  @inline(__always)
  static func one(_ table: StaticString, _ place: Int) -> Int {
    Int(table.utf8Start[place]) &- 48
  }

  /// The number in two characters at a place.
  @inline(__always)
  static func two(_ table: StaticString, _ place: Int) -> Int {
    let start = table.utf8Start + place
    return Int(start[0]) &<< 6 &+ Int(start[1]) &- (48 &<< 6 &+ 48)
  }

  /// The number in three characters at a place.
  @inline(__always)
  static func three(_ table: StaticString, _ place: Int) -> Int {
    let start = table.utf8Start + place
    return Int(start[0]) &<< 12 &+ Int(start[1]) &<< 6 &+ Int(start[2])
      &- (48 &<< 12 &+ 48 &<< 6 &+ 48)
  }

  /// The number in four characters at a place.
  @inline(__always)
  static func four(_ table: StaticString, _ place: Int) -> Int {
    two(table, place) &<< 12 &+ two(table, place &+ 2)
  }
}
