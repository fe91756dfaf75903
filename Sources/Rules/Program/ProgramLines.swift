/// The lines of a program's compact form, each cut into fields at its tabs.
struct ProgramLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var fields: [Range<Int>] = []

  /// The number of the current line, counted from 1.
  private(set) var number = 0

  /// Starts before a line, usually the first.
  ///
  /// - Parameters:
  ///   - bytes: The program; it must outlive this value.
  ///   - start: Where the line begins; beyond the end there is none.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// The letter that says what the line holds; 0 when it is empty.
  var kind: UInt8 {
    fields.first.flatMap { $0.count == 1 ? bytes[$0.lowerBound] : nil } ?? 0
  }

  /// Goes to the next line, if there is one.
  mutating func next() -> Bool {
    guard position < bytes.count else { return false }
    number += 1
    fields.removeAll(keepingCapacity: true)
    var start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == UInt8(ascii: "\t") {
        fields.append(start..<position)
        start = position + 1
      }
      position += 1
    }
    fields.append(start..<position)
    position += 1
    return true
  }

  /// A field as text; empty when the line is shorter.
  func field(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    let range = fields[index]
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    guard raw.contains(UInt8(ascii: "`")) else { return String(decoding: raw, as: UTF8.self) }
    return Self.unescaped(raw)
  }

  /// A field's own bytes, escapes and all.
  func raw(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    fields.indices.contains(index) ? bytes[fields[index]] : bytes[0..<0]
  }

  /// Whether a field is empty, or missing.
  func isEmpty(_ index: Int) -> Bool {
    !fields.indices.contains(index) || fields[index].isEmpty
  }

  /// The only byte of a field; 0 when it has more or none.
  func byte(_ index: Int) -> UInt8 {
    let raw = raw(index)
    return raw.count == 1 ? raw[raw.startIndex] : 0
  }

  /// A field as whole numbers between spaces; `nil` when one is none.
  func integers(_ index: Int) -> [Int]? {
    var tokens = ProgramTokens(raw(index))
    var numbers: [Int] = []
    while let token = tokens.next() {
      guard let number = token.number else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// A field as text, or `nil` when it is empty.
  func optional(_ index: Int) -> String? {
    let text = field(index)
    return text.isEmpty ? nil : text
  }

  /// A field as a whole number; `nil` when it is none or out of bounds.
  func integer(_ index: Int, in bounds: ClosedRange<Int> = 0...1_000_000) -> Int? {
    raw(index).number.flatMap { bounds ~= $0 ? $0 : nil }
  }

  /// A field as words between spaces.
  func words(_ index: Int) -> [String] {
    field(index).split(separator: " ").map(String.init)
  }

  /// All fields from one on.
  func fields(from index: Int) -> [String] {
    (index..<max(index, fields.count)).map(field)
  }

  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "`"), index + 1 < raw.count else {
        result.append(raw[index])
        index += 1
        continue
      }
      switch raw[index + 1] {
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
      default: result.append(raw[index + 1])
      }
      index += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}
