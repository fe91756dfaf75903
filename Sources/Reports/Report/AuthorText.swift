import JSON
package import PostText
package import RiskEngine
import Rules

/// The author's own parts of one draft, with what must not be shown of them.
package struct AuthorText {
  private let draft: Draft
  private let hidden: [PartName: [Range<Int>]]

  /// Takes the parts from a draft that was checked; nothing is hidden when sensitive words are shown.
  ///
  /// A rule names one place, though its like may stand in others; so when there is a finding of a sensitive
  /// rule, every word of the draft that has a digit or is an e-mail address is hidden too.
  ///
  /// With `hidesContacts`, accounts, addresses and long numbers are hidden wherever they stand, as in reports that are
  /// passed on. With `replayed`, what other rules found is hidden like the rest, and the text is shown even when the
  /// first rules found nothing in it.
  package init(
    _ checked: Record.Checked, showsSensitive: Bool, hidesContacts: Bool = false,
    replayed: Assessment? = nil
  ) {
    draft = checked.draft
    var hidden: [PartName: [Range<Int>]] = [:]
    let findings = checked.assessment.allFindings + (replayed?.allFindings ?? [])
    let shown = Set(findings.map(\.part)).union(replayed == nil ? [] : [.text])
    let sensitive = showsSensitive ? [] : findings.filter(\.rule.isSensitive)
    for finding in sensitive {
      hidden[finding.part, default: []].append(finding.span)
    }
    for part in sensitive.isEmpty ? [] : shown {
      hidden[part, default: []] += Self.telltaleWords(of: Self.bytes(of: part, in: draft))
    }
    if hidesContacts, !showsSensitive {
      for part in shown {
        hidden[part, default: []] += ContactWords.ranges(in: Self.bytes(of: part, in: draft))
      }
    }
    self.hidden = hidden
  }

  /// The words with a digit, or with an at sign after their first letter.
  private static func telltaleWords(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { [0x09, 0x0A, 0x0D, 0x20].contains(bytes[$0]) }
      .map { $0.startIndex..<$0.endIndex }
      .filter { word in
        bytes[word].contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
          || bytes[word].dropFirst().contains(UInt8(ascii: "@"))
      }
  }

  /// The bytes of a part as the author wrote it, or none when the draft has no such part.
  package func bytes(of part: PartName) -> [UInt8] {
    Self.bytes(of: part, in: draft)
  }

  private static func bytes(of part: PartName, in draft: Draft) -> [UInt8] {
    switch part {
    case .text: Array(draft.text.utf8)
    case .thread(let index):
      draft.thread.indices.contains(index - 1) ? Array(draft.thread[index - 1].utf8) : []
    case .spoiler: Array((draft.spoilerText ?? "").utf8)
    case .choice(let index):
      draft.poll.indices.contains(index) ? Array(draft.poll[index].utf8) : []
    case .alt(let index):
      draft.media.indices.contains(index) ? Array((draft.media[index].alt ?? "").utf8) : []
    case .replyTo: Array((draft.replyTo?.text ?? "").utf8)
    case .quote: Array((draft.quote?.text ?? "").utf8)
    }
  }

  /// True when something inside the span must not be shown.
  package func isHidden(_ span: Range<Int>, of part: PartName) -> Bool {
    hidden[part]?.contains { $0.overlaps(span) } ?? false
  }

  /// The words of a span; of what must not be shown, a bullet stands for each scalar that is not white space.
  package func words(in span: Range<Int>, of part: PartName) -> String {
    let bytes = bytes(of: part)
    let clamped = span.clamped(to: 0..<bytes.count)
    var shown = Bytes()
    var offset = clamped.lowerBound
    for scalar in String(decoding: bytes[clamped], as: UTF8.self).unicodeScalars {
      shown.append(shownScalar(scalar, at: offset, of: part))
      offset += UTF8.width(scalar)
    }
    return shown.string
  }

  /// The scalar that stands in output for the author's one whose first byte within the part is at `offset`.
  package func shownScalar(
    _ scalar: Unicode.Scalar, at offset: Int, of part: PartName
  ) -> Unicode.Scalar {
    guard let spans = hidden[part], !scalar.properties.isWhitespace,
      spans.contains(where: { $0.contains(offset) })
    else { return scalar }
    return "•"
  }
}

extension Assessment {
  /// Everything that was found, whether it counts or not.
  var allFindings: [Finding] {
    findings + trials + waived.map(\.finding)
  }
}
