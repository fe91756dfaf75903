package import JSON
import RiskEngine
import Rules

extension Decision {
  /// The decision as the body of an entry: canonical JSON with everything but the words of the post.
  var body: [UInt8] {
    EntryBody.written(write)
  }

  /// Writes the members of the body, in their order.
  package func write(to json: inout JSONWriter) {
    json.member("author", author)
    json.member("user", user)
    json.member("account", account)
    json.member("channel", channel)
    json.member("surface", surface.rawValue)
    json.member("attempt", attempt)
    json.member("content_hash", contentHash)
    json.member("verdict", verdict?.rawValue)
    json.member("score", score)
    json.member("findings", of: findings) { $0.finding($1) }
    json.member("not_checked", notChecked)
    json.member("waived", of: waived) { json, waiver in
      json.object {
        $0.member("rule", waiver.rule)
        $0.member("reason", waiver.reason)
      }
    }
    json.member("hooks", of: hooks) { json, hook in
      json.object {
        $0.member("name", hook.name)
        $0.member("answer", hook.answer)
      }
    }
    json.member("outcome", outcome.rawValue)
    json.member("reason", reason)
    json.member("approver", approver)
    json.reference("approval", approval)
    json.member("pack") {
      $0.member("id", pack.id)
      $0.member("version", pack.version)
      $0.member("sha256", pack.sha256)
    }
  }

  /// Reads the body of an entry; `nil` when it is not one of a decision.
  init?(body: [UInt8]) {
    guard let document = JSONDocument(), let value = try? document.parse(body),
      let author = value["author"]?.string,
      let surface = value["surface"]?.string.flatMap(Surface.init(rawValue:)),
      let contentHash = value["content_hash"]?.string, let score = value["score"]?.integer,
      let outcome = value["outcome"]?.string.flatMap(Outcome.init(rawValue:)),
      let pack = value["pack"].flatMap(Pack.init), let verdict = Self.verdict(value["verdict"]),
      let findings = EntryBody.all(value["findings"], Finding.init),
      let notChecked = EntryBody.all(value["not_checked"], \.string),
      let waived = EntryBody.all(value["waived"], Waiver.init),
      // Decisions of earlier versions do not speak of hooks.
      let hooks = value["hooks"].map({ EntryBody.all($0, Hook.init) }) ?? []
    else { return nil }
    self.init(
      author: author, user: value["user"]?.string, account: value["account"]?.string,
      channel: value["channel"]?.string,
      surface: surface, attempt: value["attempt"]?.string, contentHash: contentHash,
      verdict: verdict, score: score, findings: findings, notChecked: notChecked, waived: waived,
      hooks: hooks, outcome: outcome, reason: value["reason"]?.string,
      approver: value["approver"]?.string,
      approval: value["approval"]?.integer.map(EntryID.init(sequence:)), pack: pack)
  }

  /// The verdict; the inner `nil` when there was none, the outer one when there is no such verdict.
  private static func verdict(_ value: JSONValue?) -> Verdict?? {
    guard let value else { return .some(nil) }
    return value.string.flatMap(Verdict.init(rawValue:)).map { .some($0) }
  }
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: Decision.Finding) {
    object {
      $0.member("rule", finding.rule)
      $0.member("category", finding.category)
      $0.member("severity", finding.severity.rawValue)
      $0.member("part", finding.part)
      $0.member("span", of: [finding.span.lowerBound, finding.span.upperBound]) { $0.number($1) }
    }
  }
}

extension Decision.Finding {
  fileprivate init?(_ value: JSONValue) {
    guard let rule = value["rule"]?.string, let category = value["category"]?.string,
      let severity = value["severity"]?.string.flatMap(Severity.init(rawValue:)),
      let part = value["part"]?.string, let span = EntryBody.all(value["span"], \.integer),
      span.count == 2, span[0] <= span[1]
    else { return nil }
    self.init(
      rule: rule, category: category, severity: severity, part: part, span: span[0]..<span[1])
  }
}

extension Decision.Waiver {
  fileprivate init?(_ value: JSONValue) {
    guard let rule = value["rule"]?.string, let reason = value["reason"]?.string else { return nil }
    self.init(rule: rule, reason: reason)
  }
}

extension Decision.Hook {
  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let answer = value["answer"]?.string else { return nil }
    self.init(name: name, answer: answer)
  }
}

extension Decision.Pack {
  fileprivate init?(_ value: JSONValue) {
    guard let id = value["id"]?.string, let version = value["version"]?.string,
      let sha256 = value["sha256"]?.string
    else { return nil }
    self.init(id: id, version: version, sha256: sha256)
  }
}
