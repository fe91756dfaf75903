import Digests
import JSON

/// What the log was at a moment, signed: kept elsewhere, it shows later whether entries were cut off at the end.
package struct LogHead: Sendable, Equatable {
  /// What tells this form of a head from others.
  private static let schema = "tweetlint.log-head/1"

  /// The name of the log.
  package var log: String
  /// The last entry.
  package var sequence: Int
  /// The code of the last entry.
  package var mac: String
  /// The moment, in milliseconds since 1970.
  package var at: Int64
  /// How many entries there were.
  package var entries: Int
  /// What the signature is checked with, in hexadecimal digits.
  package var publicKey: String
  /// The Ed25519 signature of ``signedBytes``, in hexadecimal digits.
  package var signature: String

  /// What is signed: the head without its signature, as JSON in one line.
  package var signedBytes: [UInt8] {
    EntryBody.written(members)
  }

  /// The head as JSON in one line: what is signed, with the signature as the last member.
  package var json: [UInt8] {
    EntryBody.written { json in
      members(&json)
      json.member("signature", signature)
    }
  }

  /// Reads a head; `nil` when it is none.
  package init?(json: [UInt8]) {
    guard let document = JSONDocument(), let value = try? document.parse(json),
      value["schema"]?.string == Self.schema, let log = value["log"]?.string,
      let sequence = value["sequence"]?.integer, let mac = value["mac"]?.string,
      let at = value["at"]?.integer, let entries = value["entries"]?.integer,
      let publicKey = value["public_key"]?.string, let signature = value["signature"]?.string
    else { return nil }
    self.init(
      log: log, sequence: sequence, mac: mac, at: Int64(at), entries: entries,
      publicKey: publicKey, signature: signature)
  }

  init(
    log: String, sequence: Int, mac: String, at: Int64, entries: Int, publicKey: String,
    signature: String = ""
  ) {
    self.log = log
    self.sequence = sequence
    self.mac = mac
    self.at = at
    self.entries = entries
    self.publicKey = publicKey
    self.signature = signature
  }

  /// True when the signature was made with the secret of a public key in hexadecimal digits.
  package func isSigned(by publicKey: String) -> Bool {
    guard let key = Hexadecimal.bytes(publicKey.utf8),
      let signature = Hexadecimal.bytes(signature.utf8)
    else { return false }
    return SigningKey.isSignature(signature, of: signedBytes, by: key)
  }

  private func members(_ json: inout JSONWriter) {
    json.member("schema", Self.schema)
    json.member("log", log)
    json.member("sequence", sequence)
    json.member("mac", mac)
    json.member("at", Int(at))
    json.member("entries", entries)
    json.member("public_key", publicKey)
  }
}
