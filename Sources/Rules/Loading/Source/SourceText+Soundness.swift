extension SourceText {
  /// What makes the bytes of a file unfit to be read as YAML at all.
  struct Unfitness {
    /// The kind of fault.
    let code: RuleProblem.Code
    /// Where it is.
    let place: SourcePlace
    /// What is wrong.
    let message: String
    /// How to mend it.
    let hint: String
  }

  /// The first thing that keeps the file from being read, or `nil` when it can be.
  func unfitness(of bytes: [UInt8]) -> Unfitness? {
    let start = SourcePlace(file: file, line: 1, column: 1)
    if bytes.count > Self.sizeLimit {
      return Unfitness(
        code: .unreadable, place: start,
        message: "The file has \(bytes.count) bytes; a file of a pack has at most 1 MiB.",
        hint: "Split it into several files.")
    }
    if bytes.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) {
      return Unfitness(
        code: .empty, place: start, message: "The file is empty.",
        hint: "Write it, or remove it.")
    }
    return unfitCharacter(in: bytes)
  }

  private func unfitCharacter(in bytes: [UInt8]) -> Unfitness? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    var previous: Unicode.Scalar = " "
    while true {
      let place = SourcePlace(file: file, line: line, column: column)
      switch decoder.decode(&iterator) {
      case .emptyInput: return nil
      case .error:
        return Unfitness(
          code: .unreadable, place: place, message: "The file is not UTF-8 from here on.",
          hint: "Save it as UTF-8.")
      case .scalarValue(let scalar):
        if let unfit = unfitness(of: scalar, at: place) { return unfit }
        switch scalar {
        case "\n" where previous == "\r": break
        case "\n", "\r": (line, column) = (line + 1, 1)
        default: column += 1
        }
        previous = scalar
      }
    }
  }

  private func unfitness(of scalar: Unicode.Scalar, at place: SourcePlace) -> Unfitness? {
    switch scalar.value {
    case 0xFEFF where place.line == 1 && place.column == 1:
      Unfitness(
        code: .unreadable, place: place, message: "The file begins with a byte order mark.",
        hint: "Save it as UTF-8 without one.")
    // These end a line for YAML but not for most editors, which would make every later place wrong.
    case 0x85, 0x2028, 0x2029:
      Unfitness(
        code: .unreadable, place: place,
        message: "The invisible line separator \(scalar.codeName) stands here.",
        hint: "Remove it; inside double quotes it may be written as an escape.")
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      nil
    default:
      Unfitness(
        code: .unreadable, place: place,
        message: "The character \(scalar.codeName) is not allowed in YAML.",
        hint: "Remove it; inside double quotes it may be written as an escape.")
    }
  }
}

extension Unicode.Scalar {
  /// The scalar's number as it is usually written, such as `U+00AD`.
  var codeName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
