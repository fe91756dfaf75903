import Digests

/// What ties an entry to the one before it.
struct ChainLink {
  /// The entry's place in the log, from 1.
  var sequence: Int
  /// When it was written, in milliseconds since 1970.
  var at: Int64
  /// What it tells of, as it is stored.
  var kind: [UInt8]
  /// The digest of its body, in hexadecimal digits.
  var bodySHA256: [UInt8]
  /// The digest of the sealed words that belong to it, when there are some.
  var textSHA256: [UInt8]?

  /// The code that only the key makes of this entry after the one with the code `previous`, in hexadecimal digits.
  func mac(after previous: [UInt8], key: HashKey) -> [UInt8] {
    var pieces = [
      previous, Array(String(sequence).utf8), Array(String(at).utf8), kind, bodySHA256,
    ]
    if let textSHA256 { pieces.append(textSHA256) }
    return Array(Hexadecimal.text(key.code(of: [Self.joined(pieces)])).utf8)
  }

  /// The code that the first entry follows.
  static func origin(of log: [UInt8], key: HashKey) -> [UInt8] {
    Array(Hexadecimal.text(key.code(of: [joined([Array("log".utf8), log])])).utf8)
  }

  /// Pieces, each after its length in eight bytes, so that no two lists of pieces look alike.
  static func joined(_ pieces: [[UInt8]]) -> [UInt8] {
    pieces.reduce(into: []) { joined, piece in
      withUnsafeBytes(of: UInt64(piece.count).bigEndian) { joined.append(contentsOf: $0) }
      joined += piece
    }
  }
}
