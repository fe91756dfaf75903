/// The digits of a British telephone number as dialled within the country, however it was written.
///
/// `+44` or `0044`, with or without a `0` behind it, comes to one leading 0. Between two digits may
/// stand a space, a hyphen or a dot, or a hyphen or dot with a space on either side; one pair of
/// brackets may hold the area code.
struct DialledDigits {
  /// The digits as one number, in which the leading 0 does not show.
  private(set) var number = 0
  /// How many digits there are, the leading 0 included.
  private(set) var count = 0

  private var gap = Gap.none
  private var isBracketOpen = false

  /// What was read since the last digit.
  private enum Gap {
    case none, space, mark, markAndSpace
  }

  /// Reads a candidate, or gives `nil` for one that is not written as such a number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    if rest.drop("+44") || rest.drop("0044") {
      Self.dropTrunkZero(from: &rest)
      count = 1
    } else if !rest.begins(with: "0"), !rest.begins(with: "(0") {
      return nil
    }
    var isFirst = true
    for byte in rest {
      guard read(byte, isFirst: isFirst) else { return nil }
      isFirst = false
    }
    guard gap == .none, !isBracketOpen, !isFirst else { return nil }
  }

  private mutating func read(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case ASCIIByte.space where gap == .none && !isFirst: gap = .space
    case ASCIIByte.space where gap == .mark: gap = .markAndSpace
    case ASCIIByte.hyphen, UInt8(ascii: "."):
      guard gap == .none || gap == .space, !isFirst else { return false }
      gap = .mark
    case UInt8(ascii: "("):
      guard isFirst else { return false }
      isBracketOpen = true
    case UInt8(ascii: ")"):
      guard isBracketOpen, gap == .none else { return false }
      isBracketOpen = false
    default:
      guard ASCIIByte.isDigit(byte), count < 12 else { return false }
      number = number * 10 + Int(byte) - 0x30
      count += 1
      gap = .none
    }
    return true
  }

  private static func dropTrunkZero(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    dropGap(from: &rest)
    if rest.drop("(0)") {
      dropGap(from: &rest)
    } else {
      _ = rest.drop("0")
    }
  }

  private static func dropGap(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    _ = rest.drop(" ") || rest.drop("-") || rest.drop(".")
  }
}
