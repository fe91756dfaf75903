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

  /// The day in London, whatever zone this machine is set to.
  private static var today: CalendarDay? {
    PostTime(seconds: time(nil)).day
  }
}
