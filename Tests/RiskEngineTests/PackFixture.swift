import PostText
import Rules
import Testing

@testable import RiskEngine

/// A pack of few lines of YAML, checked both ways the engine can go.
struct PackFixture {
  /// The rules, brought down to patterns.
  let program: RuleProgram
  private let lazy: CompiledRules
  private let plain: CompiledRules

  /// Makes a pack whose first rule, `rule`, has the keys of a rule file but for those that all rules have.
  ///
  /// - Parameters:
  ///   - rule: The YAML of the rule, with `match` and what else matters.
  ///   - more: The YAML of further rules by id.
  ///   - lists: The terms of lists by id, in YAML.
  ///   - scopes: The YAML of the scopes, each an item.
  ///   - calendars: The YAML of the periods of calendars by id.
  /// - Throws: When the loader finds a fault.
  init(
    _ rule: String, more: [String: String] = [:], lists: [String: String] = [:],
    scopes: String = "", calendars: [String: String] = [:]
  ) throws {
    var files = [Self.file("pack.yaml", Self.manifest)]
    for (id, body) in more.merging(["rule": rule], uniquingKeysWith: { $1 }) {
      files.append(Self.file("family/\(id).yaml", Self.rule(id, body)))
    }
    for (id, terms) in lists {
      let text = "id: \(id)\ntitle: List\nsource: by hand\nterms: \(terms)\n"
      files.append(Self.file("lists/\(id).yaml", text))
    }
    if !scopes.isEmpty { files.append(Self.file("scopes.yaml", "scopes:\n" + scopes)) }
    for (id, periods) in calendars {
      let text = "id: \(id)\ntitle: Calendar\nsource: by hand\nperiods:\n\(periods)\n"
      files.append(Self.file("calendars/\(id).yaml", text))
    }
    let (pack, problems) = PackReader.read(files, isAttacking: false)
    program = RuleProgram(
      lowering: try #require(pack, "\(problems.map(\.rendered).joined(separator: "\n"))"))
    lazy = CompiledRules(program, mode: .interpreted)
    plain = CompiledRules(program, mode: .machineCode, usesPrefilter: false)
  }

  /// What a check comes to, which must be the same with the prefilter and without.
  func check(
    _ draft: Draft, _ options: CheckOptions = .init(),
    at place: SourceLocation = #_sourceLocation
  ) -> Assessment {
    var checker = Checker(rules: lazy, options: options)
    var other = Checker(rules: plain, options: options)
    let assessment = checker.check(draft)
    #expect(assessment.summary == other.check(draft).summary, sourceLocation: place)
    return assessment
  }

  /// The author's own words that the findings stand on, in their order.
  func found(
    _ draft: Draft, _ options: CheckOptions = .init(),
    at place: SourceLocation = #_sourceLocation
  ) -> [String] {
    check(draft, options, at: place).findings.map { finding in
      let bytes = Array(draft.text(of: finding.part).utf8)
      return String(decoding: bytes[finding.span], as: UTF8.self)
    }
  }

  /// The author's own words that the findings in a post of text alone stand on.
  func found(_ text: String, at place: SourceLocation = #_sourceLocation) -> [String] {
    found(Draft(text), at: place)
  }

  /// The severities of the findings in a post of text alone.
  func severities(_ text: String, at place: SourceLocation = #_sourceLocation) -> [Severity] {
    check(Draft(text), at: place).findings.map(\.severity)
  }

  private static func file(_ path: String, _ text: String) -> PackFile {
    PackFile(path: path, bytes: Array(text.utf8))
  }

  private static let manifest = """
    id: fixture
    version: 1.0.0
    title: Rules for tests
    categories:
      - {id: tone, title: Tone, family: tone, severity: serious, why: Because.}
      - {id: data, title: Data, family: data, severity: stop, why: Because., cap: 60}
      - {id: alarm, title: Alarm, family: data, severity: caution, why: Because., caution_reviews: true}

    """

  /// A rule file with just the examples that loading asks for, which nobody runs.
  private static func rule(_ id: String, _ body: String) -> String {
    let lines = body.utf8.split(separator: UInt8(ascii: "\n"))
    let advice = lines.contains { $0.starts(with: "advice:".utf8) }
    let isObserved = lines.contains { $0.starts(with: "status: observed".utf8) }
    let category = body.utf8.starts(with: "category:".utf8) ? "" : "category: tone\n"
    return """
      id: \(id)
      title: Rule \(id)
      \(category)\(body)
      \(isObserved ? "" : "reads_as: This could read badly.")
      \(advice || isObserved ? "" : "advice: Write it otherwise.")
      examples:
        flags: ["[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"]
        passes: ["6", "7", "8", "9", "10"]

      """
  }
}

extension Draft {
  /// The author's text of a part.
  fileprivate func text(of part: PartName) -> String {
    switch part {
    case .text: text
    case .thread(let index): thread[index - 1]
    case .spoiler: spoilerText ?? ""
    case .choice(let index): poll[index]
    case .alt(let index): media[index].alt ?? ""
    case .replyTo: replyTo?.text ?? ""
    case .quote: quote?.text ?? ""
    }
  }
}
