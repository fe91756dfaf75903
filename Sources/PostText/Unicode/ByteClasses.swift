/// The sets of ASCII characters that the entity rules speak of; bytes of other scalars are in none.
struct ByteClasses: OptionSet {
  let rawValue: UInt8

  /// A letter or digit.
  static let alphanumeric = ByteClasses(rawValue: 1 << 0)
  /// The underscore.
  static let underscore = ByteClasses(rawValue: 1 << 1)
  /// The hyphen.
  static let hyphen = ByteClasses(rawValue: 1 << 2)
  /// A character of paths, brackets in pairs aside.
  static let path = ByteClasses(rawValue: 1 << 3)
  /// A character that a path may end with.
  static let pathEnd = ByteClasses(rawValue: 1 << 4)
  /// A character of queries.
  static let query = ByteClasses(rawValue: 1 << 5)

  /// What account names are made of.
  static let name: ByteClasses = [.alphanumeric, .underscore]
  /// What may join the letters of a label, but neither begin nor end it.
  static let joiner: ByteClasses = [.underscore, .hyphen]
  /// What labels of a domain are made of.
  static let label: ByteClasses = [.alphanumeric, .underscore, .hyphen]

  @inline(__always)
  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Looks a byte up.
  @inline(__always)
  init(of byte: UInt8) {
    rawValue = Self.sets.utf8Start[Int(byte)] &- 48
  }

  /// True when a byte is in any of some sets.
  @inline(__always)
  static func has(_ byte: UInt8, _ classes: ByteClasses) -> Bool {
    (sets.utf8Start[Int(byte)] &- 48) & classes.rawValue != 0
  }
}
