/// The digits of a British telephone number as dialled within the country, however it was written.
///
/// `+44`, `(+44)` or `0044`, with or without a `0` after it, comes to one leading 0. Between two
/// digits may stand two spaces and a hyphen or a dot. A bracket in front may close after the area
/// code, or after the number and so outside the candidate.
struct DialledDigits {
  /// The digits as one number, in which the leading 0 does not show.
  private(set) var number = 0
  /// How many digits there are, the leading 0 included.
  private(set) var count = 0

  private var isBracketOpen = false
  /// The spaces since the last digit.
  private var spaces = 0
  /// The hyphens and dots since the last digit.
  private var marks = 0

  /// Reads a candidate, or gives `nil` for one that is not written as such a number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    if rest.drop("+44") || rest.drop("(+44)") || rest.drop("0044") {
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
    guard spaces + marks == 0, !isFirst else { return nil }
  }

  private mutating func read(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case ASCIIByte.space:
      spaces += 1
      return !isFirst && spaces <= 2
    case ASCIIByte.hyphen, UInt8(ascii: "."):
      marks += 1
      return !isFirst && marks == 1
    case UInt8(ascii: "("):
      isBracketOpen = true
      return isFirst
    case UInt8(ascii: ")"):
      defer { isBracketOpen = false }
      return isBracketOpen && spaces + marks == 0
    default:
      guard ASCIIByte.isDigit(byte), count < 12 else { return false }
      number = number * 10 + Int(byte) - 0x30
      count += 1
      (spaces, marks) = (0, 0)
      return true
    }
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
