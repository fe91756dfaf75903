/// Remembers the last line with something in it of an output that comes in pieces.
struct LastLine {
  /// The longest line that is remembered whole, in bytes; the address of a post is far shorter.
  private static let longest = 64 << 10

  private var line: [UInt8] = []
  private var isEnded = false

  /// Takes the next piece.
  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        isEnded = true
      } else {
        if isEnded { line.removeAll(keepingCapacity: true) }
        isEnded = false
        if line.count < Self.longest { line.append(byte) }
      }
    }
  }

  /// The line.
  var text: String { String(decoding: line, as: UTF8.self) }
}
