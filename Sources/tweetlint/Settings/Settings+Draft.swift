import Glibc
import PostText

extension Settings {
  /// A draft with what it does not say itself: the account that publishes, and that it appears today.
  func completed(_ draft: Draft) -> Draft {
    var complete = draft
    complete.account = draft.account ?? account.value
    complete.day = draft.day ?? Self.today
    return complete
  }

  /// The day on this machine's clock.
  private static var today: CalendarDay? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
