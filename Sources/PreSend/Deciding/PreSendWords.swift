import DecisionLog
import PostText
import Reports
import RiskEngine
import Rules

/// Says to people what was decided, why, and how to go on; short enough for the error message of a client.
struct PreSendWords {
  /// The most findings that are told; the worst stand first.
  private static let mostFindings = 5
  /// The longest quotation from the post, in scalars.
  private static let longestQuotation = 60

  private let answer: PreSendAnswer
  private let source: AuthorText

  /// Takes what was decided.
  init(_ answer: PreSendAnswer) {
    self.answer = answer
    var checked = answer.checked
    checked.assessment = answer.full
    source = AuthorText(checked, showsSensitive: false)
  }

  /// The words, in lines; none when there is nothing to say.
  var text: String {
    ([headline] + findings + hooks + unchecked + [waysOn]).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private var name: String {
    answer.entry.map { " (\($0))" } ?? ""
  }

  private var headline: String {
    if let fault = answer.logFault {
      let end =
        answer.settlement.decision.isSendable ? "It can go all the same." : "It was not sent."
      return "The decision about this post could not be recorded: \(fault.words). \(end)"
    }
    switch answer.settlement.outcome {
    case .allowed: return ""
    case .warned: return "This post can go. Please read this first:"
    case .held: return "Held\(name): a second person has to look at this post first."
    case .blocked:
      return answer.objections.requirement == .never
        ? "Stopped\(name): this post cannot go as it is."
        : "Stopped\(name): please change this post, or say why it should go as it is."
    case .unchecked:
      return answer.settlement.decision.isSendable
        ? "This post could not be checked in full\(name)."
        : "This post could not be checked in full, so it was not sent\(name)."
    case .overridden, .approved:
      let second = answer.settlement.approver.map { ", with \($0) as the second person" } ?? ""
      return answer.isTrial
        ? "This post would go as it is, and be recorded with its reason\(second)."
        : "This post goes as it is\(name): recorded with its reason\(second)."
    case .lifeAtRisk:
      return answer.isTrial
        ? "A life is at risk: this post would go at once, and be looked at afterwards."
        : "A life is at risk: this post goes at once\(name). It is looked at afterwards."
    }
  }

  private var findings: [String] {
    let all = answer.full.findings
    let told = answer.settlement.isOverride ? [] : Array(all.prefix(Self.mostFindings))
    let lines = told.enumerated().map { index, finding in
      let words = finding.words
      let ask = words.ask.map { " Ask: \($0)." } ?? ""
      let place = finding.part == .text ? "" : " (\(finding.part))"
      return
        TerminalText.shown(
          "\(index + 1). \(words.readsAs) “\(quotation(finding))”\(place). \(words.advice)\(ask)")
    }
    return lines
      + (all.count > told.count && !told.isEmpty ? ["… and \(all.count - told.count) more."] : [])
  }

  private func quotation(_ finding: Finding) -> String {
    var short = ""
    var room = Self.longestQuotation
    for scalar in source.words(in: finding.span, of: finding.part).unicodeScalars {
      short.unicodeScalars.append(room > 0 ? scalar : "…")
      if room == 0 { break }
      room -= 1
    }
    return TerminalText.shown(short)
  }

  private var hooks: [String] {
    answer.hooks.filter { $0.decision != .allow || !$0.note.isEmpty }.map { hook in
      let note = hook.note.isEmpty ? hook.decision.rawValue : hook.note
      let lines = hook.words.unicodeScalars.split(separator: "\n").map { String($0) }
      return
        ([
          "Hook \(TerminalText.shown(hook.name)): \(note)"
            + (note.utf8.last == UInt8(ascii: ".") ? "" : ".")
        ]
        + lines.map { "  " + TerminalText.shown($0) })
        .joined(separator: "\n")
    }
  }

  private var unchecked: [String] {
    answer.checked.assessment.notChecked.filter(\.isFailure).map {
      "Not checked: \($0.part): \($0.reason)."
    }
  }

  /// What can be done now by whom.
  private var waysOn: String {
    let settlement = answer.settlement
    if settlement.decision.isSendable { return "" }
    if !settlement.missing.isEmpty { return settlement.missing.joined(separator: "\n") }
    guard let entry = answer.entry else { return "" }
    switch answer.objections.requirement {
    case .nothing, .never: return ""
    case .acknowledge, .reason:
      return
        "To send it as it is: `tweetlint log approve \(entry) --reason \"…\"`, then send it again."
    case .secondPerson:
      return
        "To send it as it is, somebody else runs `tweetlint log approve \(entry) --reason \"…\"`; then send it again."
    }
  }
}
