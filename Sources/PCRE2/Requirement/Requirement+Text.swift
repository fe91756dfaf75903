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
    var description = description
    let read = description.withUTF8 { Requirement(ascii: $0) }
    guard let read else { return nil }
    self = read
  }

  /// Reads the bytes of what ``description`` wrote; `nil` for anything else.
  ///
  /// A pack has some ten thousand literals, and one draft has to wait for them all: each byte is
  /// looked at once.
  package init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
    self.init()
    if bytes.elementsEqual("-".utf8) { return }
    var place = 0
    repeat {
      guard place < bytes.count else { return nil }
      let kind = bytes[place]
      place += 1
      switch kind {
      case UInt8(ascii: "L"):
        guard let set = Self.literals(bytes, &place) else { return nil }
        self.literals.append(set)
      case UInt8(ascii: "M"):
        guard let lanes = Self.number(Self.field(bytes, &place)[...]) else { return nil }
        self.minimums = ByteMinimums(lanes: lanes & 0x7F7F_7F7F_7F7F_7F7F)
      case UInt8(ascii: "W"):
        let places = Self.field(bytes, &place).split(separator: UInt8(ascii: ",")).map(Self.place)
        let known = places.compactMap { $0 }
        guard 1...ClassWindow.capacity ~= places.count, known.count == places.count else {
          return nil
        }
        self.window = ClassWindow(places: known)
      default: return nil
      }
      place += 1
    } while place <= bytes.count
    guard literals.count <= Self.setCount, !isAlways else { return nil }
  }

  /// The rest of a field, up to the next space.
  private static func field(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> [UInt8] {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: " ") { place += 1 }
    return Array(bytes[start..<place])
  }

  /// The literals of a set, up to the next space.
  private static func literals(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> [Literal]? {
    var set: [Literal] = []
    while true {
      guard place < bytes.count, (0x30...0x37).contains(bytes[place]) else { return nil }
      var literal = StoredLiteral(flags: .init(rawValue: bytes[place] - 0x30))
      place += 1
      while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != 0x20 {
        var byte = bytes[place]
        if byte == UInt8(ascii: "%") {
          guard place + 2 < bytes.count,
            let number = number(Array(bytes[place + 1...place + 2])[...])
          else { return nil }
          byte = UInt8(number)
          place += 2
        }
        guard literal.append(byte) else { return nil }
        place += 1
      }
      guard let read = literal.literal else { return nil }
      set.append(read)
      guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { return set }
      place += 1
    }
  }

  private static func text(_ literal: Literal) -> String {
    var text = String(literal.flags.rawValue)
    for byte in literal.bytes {
      let isPlain = (0x21...0x7E).contains(byte) && byte != 0x2C && byte != 0x25 && byte != 0x60
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
