import PostText
import Rules

/// The facts of a draft and its account that rules can ask about.
///
/// An object, since every rule that is judged is handed them; a checker has one for all of its drafts.
final class DraftFacts {
  /// The text of the draft.
  private(set) var text = ""
  /// How many pictures the draft lacks a description of.
  private(set) var missingAltCount = 0
  /// Whether nobody says of some picture if it has a description.
  private var isSomeAltUnknown = false
  private var hasMedia = false
  private var isThread = false
  private var replyTo = Parent.none
  private var quote = Parent.none
  private var purpose: Purpose?
  private var caseStage: CaseStage?
  private var channel: String?
  private var day: CalendarDay?
  private var isLifeAtRisk = false
  /// The account that publishes it.
  let profile: AccountProfile
  /// The periods of the pack's calendars that hold for the account's nation.
  private let periods: [Period]

  /// What is known of a post that the draft answers or quotes.
  private enum Parent {
    case none, untold, told

    init(_ context: Draft.Context?) {
      self = context.map { $0.text == nil ? .untold : .told } ?? .none
    }
  }

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

  /// Takes what can be asked of a draft in place of the one before; to keep all of it would cost more.
  func read(_ draft: Draft) {
    text = draft.text
    missingAltCount = draft.media.count { !$0.isAltUnknown && ($0.alt?.isEmpty ?? true) }
    isSomeAltUnknown = draft.media.contains { $0.isAltUnknown }
    hasMedia = !draft.media.isEmpty
    isThread = !draft.thread.isEmpty
    replyTo = Parent(draft.replyTo)
    quote = Parent(draft.quote)
    purpose = draft.purpose
    caseStage = draft.caseStage
    channel = draft.channel
    day = draft.day
    isLifeAtRisk = draft.isLifeAtRisk
  }

  /// Whether a fact holds.
  func holds(_ fact: Fact, in view: borrowing PostView) -> Bool {
    switch fact {
    case .isReply(let value): value == isReply(view)
    case .isQuote(let value): value == (quote != .none)
    case .hasMedia(let value): value == hasMedia
    case .isThread(let value): value == isThread
    case .altTextMissing(true): missingAltCount > 0
    case .altTextMissing(false): missingAltCount == 0 && !isSomeAltUnknown
    case .parentTextMissing(let value): value == isParentTextMissing(view)
    case .purpose(let values): purpose.map { values.contains($0.rawValue) } ?? false
    case .caseStage(let values): caseStage.map { values.contains($0.rawValue) } ?? false
    case .channel(let values): channel.map(values.contains) ?? false
    case .account(let values): profile.kind.map(values.contains) ?? false
    case .nation(let values): profile.nation.map(values.contains) ?? false
    case .isBilingual(let value): value == profile.isBilingual
    case .calendar(let names): isInPeriod(of: names)
    case .isLifeAtRisk(let value): value == isLifeAtRisk
    }
  }

  /// The kind of the draft.
  func kind(in view: borrowing PostView) -> DraftKinds {
    var state: DraftNeeds = []
    if isReply(view) { state.insert(.answer) }
    if replyTo == .told || quote == .told { state.insert(.context) }
    if profile.isBilingual { state.insert(.bilingual) }
    if isInPeriod(of: nil) { state.insert(.period) }
    return DraftKinds(being: state)
  }

  private func isReply(_ view: borrowing PostView) -> Bool {
    replyTo != .none || startsWithMention(view)
  }

  private func startsWithMention(_ view: borrowing PostView) -> Bool {
    view.parts.first.map(\.measures.startsWithMention) ?? false
  }

  private func isParentTextMissing(_ view: borrowing PostView) -> Bool {
    quote == .untold || replyTo == .untold || replyTo == .none && startsWithMention(view)
  }

  /// Whether the draft's day lies in a period of one of some calendars, of any when `nil`.
  private func isInPeriod(of calendars: [String]?) -> Bool {
    guard let day else { return false }
    return periods.contains {
      $0.days.contains(day) && calendars?.contains($0.calendar) ?? true
    }
  }
}
