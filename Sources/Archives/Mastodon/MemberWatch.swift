/// Hands on the bytes of a JSON object and notes the number that one of its own members holds.
final class MemberWatch: ByteSource {
  private let source: any ByteSource
  private let member: [UInt8]
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string of the outermost object; longer than the member's name it is of no interest.
  private var name: [UInt8] = []
  private var digits: [UInt8] = []
  private var state = State.before

  private enum State {
    case before, afterColon, after
  }

  /// Watches for a member of the outermost object.
  init(_ source: any ByteSource, member: String) {
    self.source = source
    self.member = Array(member.utf8)
  }

  /// The number, when the member has come and holds one.
  var number: Int? { Int(String(decoding: digits, as: UTF8.self)) }

  var share: Double? { source.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    let bytes = try source.read()
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if isInString {
          readString(bytes, &at)
        } else {
          readBetween(bytes[at])
          at += 1
        }
      }
    }
    return bytes
  }

  /// Goes on after the end of the string, or to that of the bytes.
  private func readString(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    let start = at
    var isEscaped = self.isEscaped
    while at < bytes.count {
      let byte = bytes[at]
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == .quote || byte == .lineFeed {
        isInString = false
        break
      }
      at += 1
    }
    self.isEscaped = isEscaped
    // A longer name is not the one that is looked for, whatever follows.
    if depth == 1, name.count <= member.count { name += bytes[start..<at].prefix(member.count + 1) }
    if !isInString { at += 1 }
  }

  private func readBetween(_ byte: UInt8) {
    switch byte {
    case .quote:
      isInString = true
      if depth == 1 { name = [] }
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: ":") where depth == 1 && state == .before && name == member:
      state = .afterColon
      return
    case _ where state == .afterColon && (byte.isDigit || byte == UInt8(ascii: "-")):
      // No count has more digits.
      if digits.count < 16 { digits.append(byte) }
      return
    case _ where byte.isBlank && digits.isEmpty: return
    default: break
    }
    if state == .afterColon { state = .after }
  }
}
