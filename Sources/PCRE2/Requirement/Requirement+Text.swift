extension Requirement: LosslessStringConvertible {
  /// One line of printable ASCII that ``init(_:)`` reads back.
  ///
  /// Fields are parted by spaces: `-` when nothing is required, `L` and a set of literals with their
  /// flags, `M` and the minimums in hexadecimal, `W` and the places of the window.
  package var description: String {
    if isAlways { return "-" }
    var fields = literals.map { "L" + $0.map(Self.text).joined(separator: ",") }
    if minimums.lanes != 0 { fields.append("M" + String(minimums.lanes, radix: 16)) }
    if let window {
      fields.append("W" + window.places.map(Self.text).joined(separator: ","))
    }
    return fields.joined(separator: " ")
  }

  /// Reads what ``description`` wrote; `nil` for anything else.
  package init?(_ description: String) {
    self.init(ascii: Array(description.utf8)[...])
  }

  /// Reads the bytes of what ``description`` wrote; `nil` for anything else.
  package init?(ascii bytes: ArraySlice<UInt8>) {
    self.init()
    if bytes.elementsEqual("-".utf8) { return }
    for field in bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let rest = field.dropFirst()
      switch field.first {
      case UInt8(ascii: "L"):
        let set = rest.split(separator: UInt8(ascii: ",")).map(Self.literal)
        let literals = set.compactMap { $0 }
        guard !literals.isEmpty, literals.count == set.count else { return nil }
        self.literals.append(literals)
      case UInt8(ascii: "M"):
        guard let lanes = Self.number(rest) else { return nil }
        self.minimums = ByteMinimums(lanes: lanes & 0x7F7F_7F7F_7F7F_7F7F)
      case UInt8(ascii: "W"):
        let places = rest.split(separator: UInt8(ascii: ",")).map(Self.place)
        let known = places.compactMap { $0 }
        guard 1...ClassWindow.capacity ~= places.count, known.count == places.count else {
          return nil
        }
        self.window = ClassWindow(places: known)
      default: return nil
      }
    }
    guard literals.count <= Self.setCount, !isAlways else { return nil }
  }

  private static func text(_ literal: Literal) -> String {
    var text = String(literal.flags.rawValue)
    for byte in literal.bytes {
      let isPlain = (0x21...0x7E).contains(byte) && byte != 0x2C && byte != 0x25
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return text
  }

  private static func text(_ place: ClassWindow.Place) -> String {
    text(place.accepted) + "." + text(place.gap)
  }

  private static func text(_ members: ClassWindow.Members) -> String {
    String(members.ascii.low, radix: 16) + "." + String(members.ascii.high, radix: 16) + "."
      + (members.includesOthers ? "1" : "0")
  }

  private static func literal(_ text: ArraySlice<UInt8>) -> Literal? {
    guard let flags = text.first, (0x30...0x37).contains(flags) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Literal.capacity) { bytes in
      var count = 0
      var rest = text.dropFirst()
      while let byte = rest.popFirst() {
        guard count < Literal.capacity else { return nil }
        var value = byte
        if byte == UInt8(ascii: "%") {
          guard let number = number(rest.prefix(2)), rest.count >= 2 else { return nil }
          value = UInt8(number)
          rest = rest.dropFirst(2)
        }
        bytes[count] = value
        count += 1
      }
      return Literal(bytes[..<count], flags: .init(rawValue: flags - 0x30))
    }
  }

  private static func place(_ text: ArraySlice<UInt8>) -> ClassWindow.Place? {
    let numbers = text.split(separator: UInt8(ascii: ".")).compactMap(number)
    guard numbers.count == 6 else { return nil }
    return ClassWindow.Place(
      accepted: .init(
        ASCIISet(low: numbers[0], high: numbers[1]), includesOthers: numbers[2] == 1),
      gap: .init(ASCIISet(low: numbers[3], high: numbers[4]), includesOthers: numbers[5] == 1))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard 1...16 ~= digits.count else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
