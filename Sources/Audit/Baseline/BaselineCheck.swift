package import Digests
import PostText
import Reports
import RiskEngine
import Rules

/// Tells findings that a baseline knows from new ones; shared by all tasks.
package struct BaselineCheck: Sendable {
  private let baseline: Baseline
  private let key: HashKey

  /// Takes a baseline and the key that it was made with.
  package init(_ baseline: Baseline, key: HashKey) {
    self.baseline = baseline
    self.key = key
  }

  /// True when the baseline knows a finding, however often it occurs.
  func knows(_ mark: BaselineMark) -> Bool {
    baseline.place(of: mark.hash) != nil
  }

  /// What a baseline knows a finding by: its rule, the words that matched, and the text of the post and the part around
  /// them.
  ///
  /// Where the post stands in an export, its identifier and its time are no part of it, nor is white space, so that
  /// another export of the same posts is known again.
  func mark(of finding: Finding, in source: AuthorText) -> BaselineMark {
    let part = source.bytes(of: finding.part)
    let span = finding.span.clamped(to: 0..<part.count)
    var pieces = [
      Array(finding.rule.id.utf8), Array(Self.kind(of: finding.part).utf8),
      Self.plain(part[span]), Self.plain(source.bytes(of: .text)[...]),
    ]
    if finding.part != .text { pieces.append(Self.plain(part[...])) }
    return BaselineMark(rule: finding.rule.id, hash: ContentHash(key.code(of: pieces)))
  }

  /// The kind of a part; which picture or which post of a thread it is says nothing, since its text is told too.
  private static func kind(of part: PartName) -> String {
    switch part {
    case .text: "text"
    case .thread: "thread"
    case .spoiler: "spoiler_text"
    case .choice: "poll"
    case .alt: "alt"
    case .replyTo: "reply_to"
    case .quote: "quote"
    }
  }

  /// A text with one space for each run of white space inside it and none at its ends; a byte of nought, which parts the
  /// pieces that are hashed, counts as white space.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isBehindSpace = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\0" || scalar.properties.isWhitespace {
        isBehindSpace = true
        continue
      }
      if isBehindSpace, !plain.isEmpty { plain.append(UInt8(ascii: " ")) }
      isBehindSpace = false
      plain += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
    }
    return plain
  }
}
