import PostText

/// A month of a year.
package struct Month: Sendable, Hashable, Comparable {
  /// The months since the first of the year nought.
  let number: Int

  /// The year.
  package var year: Int {
    number / 12
  }

  /// The month that comes so many months after the first of the year nought.
  init(number: Int) {
    self.number = number
  }

  /// The month of a time such as `2024-05-01T12:00:00Z`, in London as everywhere else, or `nil` when the text does not
  /// begin like one.
  package init?(of time: String) {
    guard let day = CalendarDay(time) else { return nil }
    number = day.year * 12 + day.month - 1
  }

  /// The month as `2024-05`.
  package var shown: String {
    Self.padded(year, 4) + "-" + Self.padded(number % 12 + 1, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  package static func < (left: Month, right: Month) -> Bool {
    left.number < right.number
  }
}
