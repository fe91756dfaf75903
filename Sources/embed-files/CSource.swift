/// Writes bytes as constants of C.
struct CSource {
  private(set) var text: [UInt8] = Array("// Written by embed-files at build time.\n".utf8)

  init() {
    text += Array("#include \"CStarterRules.h\"\n".utf8)
  }

  /// Adds lines as they are.
  mutating func add(_ line: String) {
    text += Array(line.utf8)
    text.append(UInt8(ascii: "\n"))
  }

  /// Adds an array of bytes, aligned for tables of numbers; after it stands a NUL.
  mutating func add(_ bytes: some Collection<UInt8>, named name: String) {
    add("static const unsigned char \(name)[] __attribute__((aligned(16))) =")
    var start = bytes.startIndex
    repeat {
      let end = bytes.index(start, offsetBy: 1_000, limitedBy: bytes.endIndex) ?? bytes.endIndex
      text.append(UInt8(ascii: "\""))
      for byte in bytes[start..<end] { add(byte) }
      add("\"")
      start = end
    } while start != bytes.endIndex
    add(";")
  }

  /// Adds a byte of a string literal; three octal digits never run into what follows.
  private mutating func add(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"), 0..<0x20, 0x7F...:
      text.append(UInt8(ascii: "\\"))
      for shift in [UInt8(6), 3, 0] { text.append(UInt8(ascii: "0") + (byte >> shift & 7)) }
    default: text.append(byte)
    }
  }
}
