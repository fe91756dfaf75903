/// A text in pieces, some of them marked, cut around the first mark when it is long.
package struct MarkedText: Sendable, Equatable {
  /// A stretch of the text that is marked throughout, or not at all.
  package struct Piece: Sendable, Equatable {
    /// The words.
    package var text: String
    /// True when they are marked.
    package var isMarked: Bool
  }

  /// The pieces from left to right.
  package private(set) var pieces: [Piece] = []

  /// Divides a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - marks: What is marked, in Unicode scalars, in any order; what lies outside the text is passed over.
  ///   - most: The most scalars that are shown; an ellipsis stands for what is cut off.
  package init(_ text: String, marks: [Range<Int>], most: Int) {
    let scalars = Array(text.unicodeScalars)
    let sorted = marks.map { $0.clamped(to: 0..<scalars.count) }.filter { !$0.isEmpty }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let window = Self.window(of: scalars.count, around: sorted.first, most: most)
    if window.lowerBound > 0 { pieces.append(Piece(text: "…", isMarked: false)) }
    var end = window.lowerBound
    for mark in sorted {
      let start = max(end, mark.lowerBound)
      let stop = min(mark.upperBound, window.upperBound)
      guard start < stop else { continue }
      add(scalars[end..<start], isMarked: false)
      add(scalars[start..<stop], isMarked: true)
      end = stop
    }
    add(scalars[end..<window.upperBound], isMarked: false)
    if window.upperBound < scalars.count { pieces.append(Piece(text: "…", isMarked: false)) }
  }

  /// What is shown of a text: a quarter of the room before the first mark, the rest from there on.
  private static func window(of count: Int, around mark: Range<Int>?, most: Int) -> Range<Int> {
    guard count > most else { return 0..<count }
    let start = max(0, (mark?.lowerBound ?? 0) - most / 4)
    let end = min(count, start + most)
    return max(0, end - most)..<end
  }

  private mutating func add(_ scalars: ArraySlice<Unicode.Scalar>, isMarked: Bool) {
    guard !scalars.isEmpty else { return }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    // Marks that touch are one mark.
    if let last = pieces.last, last.isMarked, isMarked {
      pieces[pieces.count - 1].text.unicodeScalars.append(contentsOf: view)
    } else {
      pieces.append(Piece(text: String(view), isMarked: isMarked))
    }
  }
}
