@testable import PostText

/// A post as a view reads it, copied out for tests.
struct ReadPost {
  /// One reading.
  struct Reading {
    let view: SegmentKinds.View
    let origin: SegmentKinds.Origin
    let part: String
    let isUnmasked: Bool
    let bytes: [UInt8]
    /// The pieces: the reading's bytes, the author's bytes.
    let pieces: [(view: Range<Int>, source: Range<Int>, isIdentity: Bool)]
    /// The author's bytes for every pair of places in the reading.
    let source: @Sendable (Range<Int>) -> Range<Int>

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let readings: [Reading]
  let sources: [[UInt8]]
  let measures: [Measures]
  let measured: [Range<Int>]

  init(_ text: String) {
    self.init(Draft(text))
  }

  init(_ draft: Draft) {
    var view = PostView()
    view.read(draft)
    self.init(view)
  }

  init(_ view: borrowing PostView) {
    readings = view.segments.map { segment in
      let pieces = Array(view.reading.pieces.elements[segment.pieces])
      let start = segment.range.lowerBound
      let kind = SegmentKinds.View.allCases.lazy.flatMap { view in
        SegmentKinds.Origin.allCases.map { (view, $0) }
      }.first { SegmentKinds($0.0, $0.1) == segment.kind }
      return Reading(
        view: kind?.0 ?? .text, origin: kind?.1 ?? .own,
        part: view.parts[segment.part].name.description, isUnmasked: segment.isUnmasked,
        bytes: Array(view.bytes[segment.range]),
        pieces: pieces.indices.map { index in
          let piece = pieces[index]
          let end =
            index + 1 < pieces.count ? Int(pieces[index + 1].viewStart) : segment.range.upperBound
          let places = Int(piece.viewStart) - start..<end - start
          return (
            places, piece.sourceStart(at: Int(piece.viewStart))..<piece.sourceEnd(before: end),
            piece.isIdentity
          )
        },
        source: { range in
          pieces.withUnsafeBufferPointer {
            $0.source(of: range.lowerBound + start..<range.upperBound + start)
          }
        })
    }
    sources = view.parts.map { Array(view.source(of: $0)) }
    measures = view.parts.map(\.measures)
    measured = Array(view.measured)
  }

  /// The reading of a kind, or an empty text.
  func text(_ view: SegmentKinds.View = .text, isUnmasked: Bool = false) -> String {
    readings.first { $0.view == view && $0.isUnmasked == isUnmasked }?.text ?? ""
  }

  /// What the author wrote for the first occurrence of some text in a reading.
  func written(
    for text: String, in view: SegmentKinds.View = .text, isUnmasked: Bool = false
  ) -> String? {
    guard let reading = readings.first(where: { $0.view == view && $0.isUnmasked == isUnmasked })
    else { return nil }
    let wanted = Array(text.utf8)
    guard reading.bytes.count >= wanted.count else { return nil }
    for place in 0...reading.bytes.count - wanted.count
    where Array(reading.bytes[place..<place + wanted.count]) == wanted {
      let range = reading.source(place..<place + wanted.count)
      return String(decoding: sources[0][range], as: UTF8.self)
    }
    return nil
  }

  /// The author's text of measured ranges.
  func written(_ numbers: Range<Int>) -> [String] {
    numbers.map { String(decoding: sources[0][measured[$0]], as: UTF8.self) }
  }
}
