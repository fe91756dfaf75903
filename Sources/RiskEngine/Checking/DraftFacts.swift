import PostText
import Rules

/// The facts of a draft and its account that rules can ask about.
///
/// An object, since every rule that is judged is handed them; a checker has one for all of its drafts.
final class DraftFacts {
  /// The draft.
  private(set) var draft = Draft("")
  /// The account that publishes it.
  let profile: AccountProfile
  /// The periods of the pack's calendars that hold for the account's nation.
  private let periods: [Period]

  /// A period of a calendar, both days included.
  private struct Period {
    let calendar: String
    let days: ClosedRange<CalendarDay>
  }

  init(profile: AccountProfile, calendars: [Calendar]) {
    self.profile = profile
    periods = calendars.flatMap { calendar in
      calendar.periods.compactMap { period in
        let isHere =
          period.nations.isEmpty || profile.nation.map(period.nations.contains) ?? true
        guard isHere, let from = CalendarDay(period.from), let to = CalendarDay(period.to),
          from <= to
        else { return nil }
        return Period(calendar: calendar.id, days: from...to)
      }
    }
  }

  /// Takes a draft in place of the one before.
  func read(_ draft: Draft) {
    self.draft = draft
  }

  /// Whether a fact holds.
  func holds(_ fact: Fact, in view: borrowing PostView) -> Bool {
    switch fact {
    case .isReply(let value): value == isReply(view)
    case .isQuote(let value): value == (draft.quote != nil)
    case .hasMedia(let value): value == !draft.media.isEmpty
    case .isThread(let value): value == !draft.thread.isEmpty
    case .altTextMissing(let value): value == draft.media.contains { $0.alt?.isEmpty ?? true }
    case .parentTextMissing(let value): value == isParentTextMissing(view)
    case .purpose(let values): draft.purpose.map { values.contains($0.rawValue) } ?? false
    case .caseStage(let values): draft.caseStage.map { values.contains($0.rawValue) } ?? false
    case .channel(let values): draft.channel.map(values.contains) ?? false
    case .account(let values): profile.kind.map(values.contains) ?? false
    case .nation(let values): profile.nation.map(values.contains) ?? false
    case .isBilingual(let value): value == profile.isBilingual
    case .calendar(let names): isInPeriod(of: names)
    case .isLifeAtRisk(let value): value == draft.isLifeAtRisk
    }
  }

  /// The kind of the draft.
  func kind(in view: borrowing PostView) -> DraftKinds {
    var state: DraftNeeds = []
    if isReply(view) { state.insert(.answer) }
    if draft.replyTo?.text != nil || draft.quote?.text != nil { state.insert(.context) }
    if profile.isBilingual { state.insert(.bilingual) }
    if isInPeriod(of: nil) { state.insert(.period) }
    return DraftKinds(being: state)
  }

  private func isReply(_ view: borrowing PostView) -> Bool {
    draft.replyTo != nil || startsWithMention(view)
  }

  private func startsWithMention(_ view: borrowing PostView) -> Bool {
    view.parts.first.map(\.measures.startsWithMention) ?? false
  }

  private func isParentTextMissing(_ view: borrowing PostView) -> Bool {
    if let quote = draft.quote, quote.text == nil { return true }
    return draft.replyTo.map { $0.text == nil } ?? startsWithMention(view)
  }

  /// Whether the draft's day lies in a period of one of some calendars, of any when `nil`.
  private func isInPeriod(of calendars: [String]?) -> Bool {
    guard let day = draft.day else { return false }
    return periods.contains {
      $0.days.contains(day) && calendars?.contains($0.calendar) ?? true
    }
  }
}
