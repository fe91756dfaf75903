package import Reports

/// What tells one finding from another, so that an answer finds it again in another result of the same posts.
package struct ReviewKey: Sendable, Hashable {
  /// The SHA-256 of the post's text, in hexadecimal digits.
  package let textSHA256: String
  /// The rule's id.
  package let rule: String
  /// The part in which it was found.
  package let part: String
  /// Where in the part, half-open, in Unicode scalars.
  package let span: Range<Int>
  /// The post's identifier, where the digest says nothing of the part, as for the description of a picture.
  package let id: String?

  /// Gathers what tells a finding from others.
  package init(textSHA256: String, rule: String, part: String, span: Range<Int>, id: String?) {
    self.textSHA256 = textSHA256
    self.rule = rule
    self.part = part
    self.span = span
    self.id = part == "text" ? nil : id
  }

  /// The key of a finding in a record.
  package init(_ finding: AuditedFinding, in post: AuditedPost, id: String?) {
    self.init(
      textSHA256: post.textSHA256, rule: finding.rule, part: finding.part, span: finding.span,
      id: id)
  }

  /// A number that is the same in every run and looks like chance (FNV-1a, stirred as SplitMix64 does).
  func number(seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    let words = [textSHA256, rule, part, "\(span.lowerBound)", "\(span.upperBound)", id ?? ""]
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
