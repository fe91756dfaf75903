package import PostText
package import Rules

extension LoadRecord {
  /// The moment that a value names and the day that it belongs to; a time that no clock shows is a fault, since the
  /// calendars of another day would hold then.
  package func dated(_ value: YAMLValue, _ what: String) -> (text: String, day: CalendarDay)? {
    guard let text = moment(value, what) else { return nil }
    guard let day = CalendarDay(text) else {
      report(
        .badDate, at: value, "\(what) `\(text)` is no time that a clock shows.",
        hint: "Write a day such as 2026-05-07, or 2026-05-07T09:00.")
      return nil
    }
    return (text, day)
  }
}
