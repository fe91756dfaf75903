import ArgumentParser
import Drafts
import PostText

/// The options that say what surrounds a draft; they go over what the draft says of itself.
struct DraftOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The post that is answered: text or URL.", valueName: "post"))
  var replyTo: String?

  @Option(
    name: .long, help: ArgumentHelp("The post that is quoted: text or URL.", valueName: "post"))
  var quote: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day it is to appear, as YYYY-MM-DD; today if left out.", valueName: "date"))
  var at: String?

  @Option(
    name: .long, help: ArgumentHelp("The account that publishes.", valueName: "handle"))
  var account: String?

  @Option(
    name: .long, help: ArgumentHelp("The network: x, mastodon, bluesky …", valueName: "name"))
  var channel: String?

  @Option(name: .long, help: "What the post is for.")
  var purpose: Purpose?

  @Option(name: .long, help: "How far the case has come.")
  var caseStage: CaseStage?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The description of a picture; may be given more than once.", valueName: "text"))
  var alt: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("How many pictures there are, described or not.", valueName: "number"))
  var mediaCount: Int?

  @Flag(name: .long, help: "A life is at risk: the post is never held back.")
  var lifeAtRisk = false

  mutating func validate() throws {
    let texts = [
      ("--reply-to", replyTo), ("--quote", quote), ("--account", account), ("--channel", channel),
    ]
    // An empty variable of a shell must not take away what the draft says of itself.
    if let (option, _) = texts.first(where: { $0.1?.isBlank ?? false }) {
      throw ValidationError("\(option) is empty: leave it out, or say what it is.")
    }
    if let at, CalendarDay(at) == nil {
      throw ValidationError(
        "--at: \(at) is no day or time; write it as 2026-05-07 or 2026-05-07T09:00.")
    }
    if let mediaCount, mediaCount < alt.count {
      throw ValidationError("--media-count is less than the number of --alt descriptions.")
    }
    if let mediaCount, mediaCount > 100 {
      throw ValidationError("--media-count is at most 100.")
    }
  }

  /// Puts what was given over what a draft says of itself.
  func apply(to draft: inout Draft) {
    draft.replyTo = replyTo.map(DraftFields.context) ?? draft.replyTo
    draft.quote = quote.map(DraftFields.context) ?? draft.quote
    draft.day = at.flatMap { CalendarDay($0) } ?? draft.day
    draft.account = account.map(DraftFields.handle) ?? draft.account
    draft.channel = channel ?? draft.channel
    draft.purpose = purpose ?? draft.purpose
    draft.caseStage = caseStage ?? draft.caseStage
    if !alt.isEmpty || mediaCount != nil {
      draft.media = alt.map { Draft.Media(alt: $0) }
      draft.media += Array(repeating: Draft.Media(), count: max(0, (mediaCount ?? 0) - alt.count))
    }
    draft.isLifeAtRisk = lifeAtRisk || draft.isLifeAtRisk
  }
}

extension Purpose: ExpressibleByArgument {}
extension CaseStage: ExpressibleByArgument {}

extension String {
  /// Whether there is nothing but white space in it.
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
