/// The notation of tests, facts and reaches inside a program's lines.
///
/// Tests are tokens in prefix order: `p12:1` a pattern and its least count, `&2` `|2` `!2` all, any or
/// none of the tests that follow, `+2:3` at least two of the three that follow, `f:key=value` a fact, `m:name:least:most` a measure.
enum ProgramFormat {
  /// The first line; its number grows when the form changes.
  static let signature = "tweetlint.program/3"

  static func sign(of status: Rule.Status) -> String {
    switch status {
    case .live: "-"
    case .trial: "t"
    case .observed: "o"
    }
  }

  static func status(_ sign: UInt8?) -> Rule.Status? {
    switch sign {
    case UInt8(ascii: "-"): .live
    case UInt8(ascii: "t"): .trial
    case UInt8(ascii: "o"): .observed
    default: nil
    }
  }

  static func tokens(of test: ProgramTest) -> String {
    switch test {
    case .pattern(let index, let atLeast): "p\(index):\(atLeast)"
    case .all(let tests): group("&", tests)
    case .any(let tests): group("|", tests)
    case .none(let tests): group("!", tests)
    case .someOf(let tests, let least): group("+\(least):", tests)
    case .fact(let fact): "f:" + text(of: fact)
    case .measure(let test):
      "m:\(test.measure.rawValue):\(test.minimum.map(String.init) ?? "")"
        + ":\(test.maximum.map(String.init) ?? "")"
    }
  }

  private static func group(_ sign: String, _ tests: [ProgramTest]) -> String {
    ([sign + String(tests.count)] + tests.map(tokens)).joined(separator: " ")
  }

  static func text(of reach: ConditionSpec.Reach) -> String {
    switch reach {
    case .draft: "draft"
    case .span: "span"
    case .sentence: "sentence"
    case .words(let count): String(count)
    }
  }

  static func reach(_ text: some StringProtocol) -> ConditionSpec.Reach? {
    switch text {
    case "draft": .draft
    case "span": .span
    case "sentence": .sentence
    default: Int(text).flatMap { 0...1000 ~= $0 ? .words($0) : nil }
    }
  }

  private static func text(of fact: Fact) -> String {
    switch fact {
    case .isReply(let value): "reply=\(value)"
    case .isQuote(let value): "quote=\(value)"
    case .hasMedia(let value): "media=\(value)"
    case .isThread(let value): "thread=\(value)"
    case .altTextMissing(let value): "alt-missing=\(value)"
    case .parentTextMissing(let value): "parent-missing=\(value)"
    case .purpose(let values): "purpose=" + values.joined(separator: ",")
    case .caseStage(let values): "case-stage=" + values.joined(separator: ",")
    case .channel(let values): "channel=" + values.joined(separator: ",")
    case .account(let values): "account=" + values.joined(separator: ",")
    case .nation(let values): "nation=" + values.joined(separator: ",")
    case .isBilingual(let value): "bilingual=\(value)"
    case .calendar(let values): "calendar=" + values.joined(separator: ",")
    case .isLifeAtRisk(let value): "life-at-risk=\(value)"
    }
  }

  static func fact(_ text: Substring) -> Fact? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let value = text[text.index(after: equals)...]
    let values = value.split(separator: ",").map(String.init)
    let isTrue = value == "true"
    switch text[..<equals] {
    case "reply": return .isReply(isTrue)
    case "quote": return .isQuote(isTrue)
    case "media": return .hasMedia(isTrue)
    case "thread": return .isThread(isTrue)
    case "alt-missing": return .altTextMissing(isTrue)
    case "parent-missing": return .parentTextMissing(isTrue)
    case "purpose": return .purpose(values)
    case "case-stage": return .caseStage(values)
    case "channel": return .channel(values)
    case "account": return .account(values)
    case "nation": return .nation(values)
    case "bilingual": return .isBilingual(isTrue)
    case "calendar": return .calendar(values)
    case "life-at-risk": return .isLifeAtRisk(isTrue)
    default: return nil
    }
  }

  static func measure(_ text: Substring) -> Matcher.MeasureTest? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let name = MeasureName(rawValue: String(parts[0])) else { return nil }
    return Matcher.MeasureTest(name, minimum: Int(parts[1]), maximum: Int(parts[2]))
  }
}
