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
    let month = parts.tm_mon + 1
    return CalendarDay(
      "\(parts.tm_year + 1900)-\(month < 10 ? "0" : "")\(month)"
        + "-\(parts.tm_mday < 10 ? "0" : "")\(parts.tm_mday)")
  }
}
