import Rules

/// Reads JSON strictly and remembers where every value stands.
///
/// Members that are null are left out, as if they were not written.
struct JSONParser {
  /// Why bytes are not JSON.
  struct Fault: Error, Equatable {
    /// Where.
    let place: SourcePlace
    /// What is wrong, in one sentence.
    let message: String
  }

  private static let deepest = 32

  private let bytes: [UInt8]
  private let file: String
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// How many scalars of the line have been passed over.
  private var column = 0

  /// Takes UTF-8 bytes; a mark of byte order at their start is passed over.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = offset
  }

  /// Passes over white space; false at the end.
  mutating func skipToValue() -> Bool {
    skipBlanks()
    return offset < bytes.count
  }

  /// Passes over a broken value, up to the next line that begins with an object.
  mutating func skipToNextObject() {
    while offset < bytes.count {
      advance()
      if offset == lineStart, current == UInt8(ascii: "{") { return }
    }
  }

  /// Reads the value that begins here.
  mutating func value() throws(Fault) -> YAMLValue {
    try value(depth: 0)
  }

  private mutating func value(depth: Int) throws(Fault) -> YAMLValue {
    guard depth <= Self.deepest else {
      throw fault("The JSON is nested deeper than \(Self.deepest) levels.")
    }
    let start = place
    let content: YAMLValue.Content
    switch current {
    case UInt8(ascii: "{"): content = .mapping(try members(depth: depth))
    case UInt8(ascii: "["): content = .sequence(try elements(depth: depth))
    case UInt8(ascii: "\""):
      content = .scalar(YAMLScalar(text: try string(), style: .doubleQuoted, kind: .text))
    default: content = .scalar(try word())
    }
    let isOneLine = start.line == line
    return YAMLValue(
      content: content, place: start, width: isOneLine ? place.column - start.column : 1)
  }

  private mutating func members(depth: Int) throws(Fault) -> [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = []
    var names: Set<String> = []
    advance()
    skipBlanks()
    if take(UInt8(ascii: "}")) { return [] }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else {
        throw fault("A key in quotation marks is missing.")
      }
      let key = try value(depth: depth + 1)
      let name = key.scalar?.text ?? ""
      guard names.insert(name).inserted else {
        throw Fault(place: key.place, message: "The key `\(name)` stands twice.")
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault("A colon is missing after a key.") }
      skipBlanks()
      let value = try value(depth: depth + 1)
      if !value.isNothing {
        entries.append(YAMLValue.Entry(name: name, key: key, value: value))
      }
      skipBlanks()
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw fault("A comma or `}` is missing.") }
    }
  }

  private mutating func elements(depth: Int) throws(Fault) -> [YAMLValue] {
    var values: [YAMLValue] = []
    advance()
    skipBlanks()
    if take(UInt8(ascii: "]")) { return [] }
    while true {
      skipBlanks()
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return values }
      guard take(UInt8(ascii: ",")) else { throw fault("A comma or `]` is missing.") }
    }
  }

  private mutating func word() throws(Fault) -> YAMLScalar {
    let start = offset
    let place = place
    while let byte = current, Self.isWord(byte) { advance() }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch text {
    case "null": return YAMLScalar(text: text, style: .plain, kind: .nothing)
    case "true", "false": return YAMLScalar(text: text, style: .plain, kind: .boolean)
    default:
      guard let isWhole = JSONNumber.isWhole(bytes[start..<offset]) else {
        throw Fault(place: place, message: "No JSON value begins here.")
      }
      return YAMLScalar(text: text, style: .plain, kind: isWhole ? .integer : .decimal)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  // MARK: - Moving

  /// The byte that comes next, or `nil` at the end.
  var current: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  private var place: SourcePlace {
    SourcePlace(file: file, line: line, column: column + 1)
  }

  /// Passes over one byte.
  mutating func advance() {
    if current == UInt8(ascii: "\n") {
      line += 1
      lineStart = offset + 1
      column = 0
    } else if let byte = current, byte & 0xC0 != 0x80 {
      column += 1
    }
    offset += 1
  }

  /// Passes over the byte if it comes next, and tells whether it did.
  mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    advance()
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, [0x09, 0x0A, 0x0D, 0x20].contains(byte) { advance() }
  }

  /// A fault at what comes next.
  func fault(_ message: String) -> Fault {
    Fault(place: place, message: message)
  }
}
