internal import PostText

/// How the numbers of a date such as `01/05/2024` follow one another; it is never guessed.
package enum DateOrder: String, Sendable, CaseIterable {
  /// As in Britain: 1 May is `01/05/2024`.
  case dayFirst = "day-first"
  /// As in America: 1 May is `05/01/2024`.
  case monthFirst = "month-first"
  /// Only dates that begin with the year are read.
  case iso
}

/// A time of day as a table writes it.
struct WrittenClock: Equatable {
  /// The seconds from the start of the day in UTC.
  var seconds = 0
  /// True when a zone is written.
  var hasZone = false

  /// The moment at which it shows this on a day, given by its start.
  func time(on start: PostTime) -> PostTime {
    PostTime(seconds: start.seconds + seconds, hasZone: hasZone)
  }
}

/// A date as a table writes it.
enum WrittenDate: Equatable {
  /// A moment that is sure.
  case moment(PostTime)
  /// Two numbers of which either may be the month, the year, and the time of that day.
  case numbers(Int, Int, year: Int, WrittenClock)
  /// A time of day without a day.
  case clock

  /// Reads a date in digits or with the month's name, with or without a time of day.
  init?(_ text: String) {
    if let time = PostTime(text) {
      self = .moment(time)
      return
    }
    var reader = DateReader(text)
    guard let date = reader.read() else { return nil }
    self = date
  }

  /// The order that the numbers prove.
  var provenOrder: DateOrder? {
    guard case .numbers(let first, let second, _, _) = self else { return nil }
    if first > 12, second <= 12 { return .dayFirst }
    return second > 12 && first <= 12 ? .monthFirst : nil
  }

  /// True when it depends on the order of the numbers which day is meant.
  var needsOrder: Bool {
    guard case .numbers(let first, let second, _, _) = self else { return false }
    return first != second && provenOrder == nil
  }

  /// The moment, when the order of the numbers is known or does not matter.
  func time(_ order: DateOrder?) -> PostTime? {
    switch self {
    case .moment(let time): return time
    case .clock: return nil
    case .numbers(let first, let second, let year, let clock):
      if order == .iso || needsOrder && order == nil { return nil }
      let isDayFirst = (order ?? provenOrder ?? .dayFirst) == .dayFirst
      let start = PostTime(
        year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
      return start.map(clock.time)
    }
  }
}

extension ArchiveFailure {
  /// A file whose dates can be read in two ways.
  static func ambiguousDate(_ example: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "ambiguous-date",
      message:
        "The date `\(example)` can be read with the day first or the month first. Say which: "
        + "`--date-format day-first` or `--date-format month-first`.")
  }

  /// A file some dates of which have the day first and some the month.
  static func mixedDates(_ one: String, _ other: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "ambiguous-date",
      message:
        "The dates `\(one)` and `\(other)` are not written in the same order. Mend the column, "
        + "or say by `--date-format` which order holds; the others count as no dates then.")
  }
}
