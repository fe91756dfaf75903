import Reports

/// A walk through findings, one at a time: what is shown, and what has been answered.
package struct ReviewSession: Sendable {
  /// The findings in the order in which they are shown.
  package let items: [ReviewItem]
  /// The answers, those of earlier days among them.
  package private(set) var answers: [ReviewKey: ReviewAnswer]
  /// True when the person asked to end.
  package private(set) var isOver = false
  /// The findings that were answered in this walk.
  package private(set) var answered = 0

  private var place: Int

  /// Begins at the first finding without an answer.
  package init(_ items: [ReviewItem], answers: [ReviewKey: ReviewAnswer]) {
    self.items = items
    self.answers = answers
    place = 0
    place = next(from: 0)
  }

  /// What a command led to.
  package enum Step: Sendable, Equatable {
    /// The finding that is current now is to be shown.
    case shows
    /// An answer is to be kept, and then the current finding shown.
    case keeps(ReviewLabel)
    /// There is none before the first.
    case isFirst
    /// There is nothing to answer after the last.
    case isLast
    /// What the keys mean is to be told.
    case helps
    /// The walk is over.
    case ends
  }

  /// The finding that is shown; `nil` after the last.
  package var current: ReviewItem? {
    place < items.count ? items[place] : nil
  }

  /// The number of the current finding, from 1.
  package var number: Int {
    place + 1
  }

  /// The answer to the current finding, when it has one.
  package var standing: ReviewAnswer? {
    current.flatMap { answers[$0.key] }
  }

  /// Follows a command.
  package mutating func follow(_ command: ReviewCommand) -> Step {
    switch command {
    case .help: return .helps
    case .quit:
      isOver = true
      return .ends
    case .back:
      guard place > 0 else { return .isFirst }
      place -= 1
      return .shows
    case .skip:
      guard current != nil else { return .isLast }
      place = next(from: place + 1)
      return .shows
    case .answer(let answer):
      guard let item = current else { return .isLast }
      if answers[item.key] == nil { answered += 1 }
      answers[item.key] = answer
      place = next(from: place + 1)
      return .keeps(ReviewLabel(id: item.record.id, key: item.key, answer: answer))
    }
  }

  /// The first place from one on that has no answer.
  private func next(from start: Int) -> Int {
    items[min(start, items.count)...].firstIndex { answers[$0.key] == nil } ?? items.count
  }
}
