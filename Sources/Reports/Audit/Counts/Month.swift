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

  /// The month of a time such as `2024-05-01T12:00:00Z`, or `nil` when the text does not begin like one.
  package init?(of time: String) {
    var bytes = time.utf8.makeIterator()
    var digits = 0
    for place in 0..<7 {
      guard let byte = bytes.next() else { return nil }
      if place == 4 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    let (year, month) = digits.quotientAndRemainder(dividingBy: 100)
    guard (1...12).contains(month), bytes.next() ?? UInt8(ascii: "-") == UInt8(ascii: "-") else {
      return nil
    }
    number = year * 12 + month - 1
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
