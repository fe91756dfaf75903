import Foundation
import Testing

@Suite struct HookRunTests {
  private let fixture: PreSendFixture

  init() throws {
    fixture = try PreSendFixture()
  }

  @Test func `a quiet post may go, and nothing is said to people`() throws {
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 0)
    #expect(run.error == "")
    let answer = try PreSendFixture.answer(run)
    #expect(answer["protocol"] as? String == "pre-send/1")
    #expect(answer["decision"] as? String == "allow")
    // printf 'Station Road is open again.' | sha256sum
    let digest = "d878e17f369ddbdd3b1c815cfbb0f04989449851bf00c9f83db346b32a438d6e"
    #expect(answer["text_sha256"] as? String == digest)
    #expect((answer["rulepack"] as? [String: Any])?["id"] as? String == "test-pack")
    #expect(answer["decision_id"] as? String == "D-1")
  }

  @Test func `the answer is bound to the whole of what was asked`() throws {
    let posts = try ["one", "two"].map { try PreSendFixture.request("hi", ["thread": [$0]]) }
    for post in posts + [Data("hi".utf8)] {
      let arguments = ["hook", "run", "pre-send"] + (post.count == 2 ? ["--plain"] : [])
      let answer = try PreSendFixture.answer(try fixture.run(arguments, input: post))
      let sum = try fixture.program.shell("sha256sum | cut -c 1-64", input: post).text
      #expect(answer["request_sha256"] as? String == sum.trimmingCharacters(in: .newlines))
    }
  }

  @Test(arguments: ["{\"protocol\":\"pre-send/1\"", nil])
  func `a hook that cannot go on leaves no key without its log`(post: String?) throws {
    if post == nil { try fixture.program.folder.write("rules: nowhere\n", to: "settings.yaml") }
    let manager = FileManager.default
    let home = fixture.program.folder.url
    for _ in 0..<8 {
      let run = try fixture.run(
        ["hook", "run", "pre-send"],
        input: try post.map { Data($0.utf8) } ?? PreSendFixture.request(PreSendFixture.quiet))
      #expect(run.status == 2, "\(run.error)")
      let log = home.appendingPathComponent(".local/state/tweetlint/decisions.sqlite").path
      let key = home.appendingPathComponent(".config/tweetlint/decisions.key").path
      // The log was being opened when the hook gave up, so it is there by now, and so is its key.
      #expect(manager.fileExists(atPath: log))
      #expect(manager.fileExists(atPath: key))
      for path in [log, log + "-wal", log + "-shm", key] where manager.fileExists(atPath: path) {
        try manager.removeItem(atPath: path)
      }
    }
  }

  @Test func `advice lets a post go, with words`() throws {
    let run = try fixture.hook("Shouting at the sea")
    #expect(run.status == 0)
    #expect(try PreSendFixture.decision(run) == "warn")
    #expect(run.error.contains("This post can go. Please read this first:"))
  }

  @Test func `a serious finding stops a post until its author says why`() throws {
    let stopped = try fixture.hook(PreSendFixture.serious)
    #expect(stopped.status == 1)
    #expect(try PreSendFixture.decision(stopped) == "block")
    #expect(
      stopped.error.contains("This could read badly. “Kicking down doors”. Write it otherwise."))

    let short = try fixture.hook(PreSendFixture.serious, "--override", "--reason", "because  ")
    #expect(short.status == 1)
    #expect(short.error.contains("Say why in at least 10 letters"))

    let sent = try fixture.hook(
      PreSendFixture.serious, "--override", "--reason", "The title of a book we launch")
    #expect(sent.status == 0)
    #expect(try PreSendFixture.answer(sent)["outcome"] as? String == "overridden")
  }

  @Test func `what needs a second person is held, and the author is not one`() throws {
    let held = try fixture.hook(PreSendFixture.stopped)
    #expect(held.status == 3)
    #expect(try PreSendFixture.decision(held) == "hold")
    #expect(!held.error.contains("900123"), "\(held.error)")

    let reason = "Sam asked us to publish it"
    let alone = try fixture.hook(PreSendFixture.stopped, "--override", "--reason", reason)
    #expect(alone.status == 3)
    #expect(alone.error.contains("A second person has to agree"))

    let own = try fixture.hook(
      PreSendFixture.stopped, "--author", "Pat", "--override", "--reason", reason, "--approver",
      "pat")
    #expect(own.status == 3)
    #expect(own.error.contains("somebody else than the author"))

    let nobody = try fixture.hook(
      PreSendFixture.stopped, "--author", "Pat", "--override", "--reason", reason, "--approver",
      "Kim")
    #expect(nobody.status == 3)
    #expect(nobody.error.contains("Kim is no user of this machine"))

    let sent = try fixture.hook(
      PreSendFixture.stopped, "--author", "Pat", "--override", "--reason", reason, "--approver",
      "daemon")
    #expect(sent.status == 0)
    #expect(try PreSendFixture.answer(sent)["approver"] as? String == "daemon")
  }

  @Test func `a rule that is never passed over stays so whoever agrees`() throws {
    try fixture.program.folder.write(
      "rules: pack\npre_send: {rules: {phone: never}, approvers: [Kim]}\n", to: "settings.yaml")
    let run = try fixture.hook(
      PreSendFixture.stopped, "--override", "--reason", "Sam asked us to publish it", "--approver",
      "Kim")
    #expect(run.status == 1)
    #expect(run.error.contains("never sent as it is"))
  }

  @Test func `only those named may look a second time`() throws {
    try fixture.program.folder.write(
      "rules: pack\npre_send: {approvers: [Kim]}\n", to: "settings.yaml")
    let run = try fixture.hook(
      PreSendFixture.stopped, "--override", "--reason", "Sam asked us to publish it", "--approver",
      "Jo")
    #expect(run.status == 3)
    #expect(run.error.contains("Jo is not among those"))
  }

  @Test func `setting a rule aside in the draft is not enough where a second person is asked for`()
    throws
  {
    let waive = { (rule: String) -> [String: Any] in
      ["waive": [["rule": rule, "reason": "It was cleared by telephone"]]]
    }
    let sent = try fixture.hook(PreSendFixture.serious, more: waive("door-joke"))
    #expect(sent.status == 0)
    #expect(try PreSendFixture.answer(sent)["outcome"] as? String == "overridden")
    let held = try fixture.hook(PreSendFixture.stopped, more: waive("phone"))
    #expect(held.status == 3)
    #expect(held.error.contains("This could read badly."))
  }

  @Test func `a rule that is set aside without a reason that says something is not`() throws {
    let waive: [String: Any] = ["waive": [["rule": "door-joke", "reason": "x"]]]
    let run = try fixture.hook(PreSendFixture.serious, more: waive)
    #expect(run.status == 1)
    #expect(run.error.contains("Kicking down doors"))
  }

  @Test func `a life at risk is never held back, and waits for a review`() throws {
    let run = try fixture.hook(PreSendFixture.stopped, more: ["urgency": "life-at-risk"])
    #expect(run.status == 0)
    #expect(try PreSendFixture.answer(run)["outcome"] as? String == "life-at-risk")
    #expect(run.error.contains("goes at once"))
  }

  @Test func `when nothing can be recorded, nothing goes but what saves a life`() throws {
    try fixture.program.folder.write("no folder", to: ".local")
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2)
    #expect(run.error.contains("could not be recorded"))
    let urgent = try fixture.hook(PreSendFixture.quiet, more: ["urgency": "life-at-risk"])
    #expect(urgent.status == 0)
    #expect(urgent.error.contains("could not be recorded"))
  }

  @Test(arguments: ["rules: nowhere\n", "rules: pack\npre_snd: {}\n"])
  func `settings that cannot be used are answered, and hold back no post that saves a life`(
    settings: String
  ) throws {
    try fixture.program.folder.write(settings, to: "settings.yaml")
    let run = try fixture.hook(PreSendFixture.quiet)
    #expect(run.status == 2)
    let answer = try PreSendFixture.answer(run)
    #expect(answer["decision"] as? String == "block")
    let error = try #require(answer["error"] as? [String: String])
    #expect(error["code"] == "not-checked")
    #expect(error["message"]?.hasPrefix("The post was not checked: ") == true)

    let urgent: [String: Any] = [
      "urgency": "life-at-risk", "waive": [["rule": "phone", "reason": "It is needed"]],
    ]
    let sent = try fixture.hook(PreSendFixture.stopped, more: urgent)
    #expect(sent.status == 0, "\(sent.error)")
    #expect(try PreSendFixture.decision(sent) == "warn")
    #expect(sent.error.contains("neither checked nor recorded"))
    let plain = try fixture.run(
      ["hook", "run", "pre-send", "--plain", "--life-at-risk"], input: Data("Leave now".utf8))
    #expect(plain.status == 0)
  }

  @Test func `a request with a fault holds back no post that saves a life`() throws {
    let urgent: [String: Any] = ["urgency": "life-at-risk", "scheduled_at": "now"]
    let run = try fixture.hook(PreSendFixture.quiet, more: urgent)
    #expect(run.status == 0, "\(run.error)")
    #expect(try PreSendFixture.answer(run)["outcome"] as? String == "life-at-risk")
    #expect(run.error.contains("scheduled_at"))
  }

  @Test func `an array is refused, and holds back no post that saves a life`() throws {
    let urgent = #"{"text":"Leave now","urgency":"life-at-risk"}"#
    func status(_ input: String) throws -> Int32 {
      try fixture.run(["hook", "run", "pre-send"], input: Data(input.utf8)).status
    }
    #expect(try status("[\(urgent)]") == 0)
    #expect(try status("[\(urgent),\(urgent)]") == 0)
    #expect(try status(#"[\#(urgent),{"text":"Good morning"}]"#) == 2)
  }

  @Test func `the whole of a post is read: thread, warning, choices and descriptions`() throws {
    for more: [String: Any] in [
      ["thread": [PreSendFixture.serious]], ["spoiler_text": PreSendFixture.serious],
      ["poll": ["yes", PreSendFixture.serious]],
      ["media": [["type": "image", "alt": PreSendFixture.serious]]],
    ] {
      #expect(try fixture.hook(PreSendFixture.quiet, more: more).status == 1, "\(more)")
    }
    let answered: [String: Any] = [
      "reply_to": ["id": "12", "author": "@a", "text": "The mayor is wrong"]
    ]
    #expect(try fixture.hook("Exactly this.", more: answered).status == 3)
    #expect(try fixture.hook("Exactly this.").status == 0)
  }

  @Test func `a post that is to appear later is judged by the calendar of that day`() throws {
    let program = try Program()
    try program.folder.write(
      "mourning: [{from: 2031-03-01, to: 2031-03-10}]\n", to: ".tweetlint.yaml")
    func status(_ day: [String: Any]) throws -> Int32 {
      let post = try PreSendFixture.request("Happy Friyay! Cake in the office", day)
      return try program.run("hook", "run", "pre-send", input: post).status
    }
    #expect(try status(["at": "2031-03-05"]) == 1)
    #expect(try status(["scheduled_at": "2031-03-05T10:00:00Z"]) == 1)
    #expect(try status(["scheduled_at": "2031-03-15T10:00:00Z"]) == 0)
    // Half past eleven at night in Hawaii is half past nine in the morning in London.
    #expect(try status(["scheduled_at": "2031-02-28T23:30:00-10:00"]) == 1)
    #expect(try status(["at": "2031-03-11T00:30:00+01:00"]) == 1)
    #expect(try status(["at": "2031-03-15", "scheduled_at": "2031-03-05T10:00:00Z"]) == 0)
  }

  @Test(arguments: [
    ("", "0 were found"), ("{", "stdin"), (#"{"text":"a"}{"text":"b"}"#, "2 were found"),
    (#"{"text":"a","txet":"b"}"#, "txet"), (#"{"text":7}"#, "text"),
    ("\u{FEFF}[]", "this is a list"), (#"[{"text":"a"}]"#, "this is a list"),
    ("\u{FEFF} [ {\"text\":\"a\"} , {\"text\":\"b\"} ]", "this is a list"),
    (#"{"text":"a"}[]"#, "2 were found"),
    (#"{"protocol":"pre-send/9","text":"a"}"#, "pre-send/9"),
    (#"{"text":"a","scheduled_at":"tomorrow"}"#, "2026-05-07"),
    (#"{"text":"a","scheduled_at":"2031-13-45"}"#, "2026-05-07"),
    (#"{"text":"a","scheduled_at":"2031-03-05T25:00"}"#, "2026-05-07"),
  ])
  func `what cannot be read must not be sent`(input: String, part: String) throws {
    let run = try fixture.run(["hook", "run", "pre-send"], input: Data(input.utf8))
    #expect(run.status == 2, "\(input)")
    let answer = try PreSendFixture.answer(run)
    #expect(answer["decision"] as? String == "block")
    #expect((answer["error"] as? [String: String])?["message"]?.isEmpty == false)
    #expect(run.error.contains(part), "\(run.error)")
  }

  @Test func `bytes that are no text, and more than a post can be, must not be sent`() throws {
    #expect(
      try fixture.run(["hook", "run", "pre-send", "--plain"], input: Data([0x61, 0xFF])).status == 2
    )
    let large = try PreSendFixture.request(String(repeating: "a ", count: 200_000))
    for more in [[], ["--plain"]] {
      let run = try fixture.run(["hook", "run", "pre-send"] + more, input: large)
      #expect(run.status == 2)
      #expect(run.error.contains("256 KiB"))
    }
  }

  @Test func `a tool that forgot to name the hook is told so, and its post does not go`() throws {
    let run = try fixture.run(["hook", "run"], input: try PreSendFixture.request("Some words"))
    #expect(run.status == 64)
    #expect(run.error.contains("Name the hook: pre-send"))
  }

  @Test func `decisions do not pile up beside the log, though no hook closes it`() throws {
    for _ in 0..<60 { #expect(try fixture.hook(PreSendFixture.quiet).status == 0) }
    let beside = fixture.program.folder.url
      .appendingPathComponent(".local/state/tweetlint/decisions.sqlite-wal")
    let size = try FileManager.default.attributesOfItem(atPath: beside.path)[.size] as? Int
    #expect(try #require(size) < 300_000)
    #expect(try fixture.run(["log", "verify"]).status == 0)
  }

  @Test func `plain text is a post by itself`() throws {
    let run = try fixture.run(
      ["hook", "run", "pre-send", "--plain"], input: Data("---\nKicking down doors\n".utf8))
    #expect(run.status == 1)
  }

  @Test func `a hook called as installed ones are says the same as one with every option`() throws {
    for (text, plain) in [(PreSendFixture.serious, true), (PreSendFixture.quiet, false)] {
      let input = plain ? Data(text.utf8) : try PreSendFixture.request(text)
      let short = ["hook", "run", "pre-send"] + (plain ? ["--plain"] : [])
      let runs = try [short, short + ["--color", "never"]].map { try fixture.run($0, input: input) }
      #expect(runs[0].status == runs[1].status)
      var answers = try runs.map { try PreSendFixture.answer($0) }
      for index in answers.indices { answers[index]["decision_id"] = nil }
      #expect(NSDictionary(dictionary: answers[0]) == NSDictionary(dictionary: answers[1]))
    }
    #expect(try fixture.run(["hook", "run", "pre-send", "--hooks"]).status == 64)
    #expect(try fixture.run(["hook", "run", "pre-send", "--hooks", "--plain"]).status == 64)
  }

  @Test func `a reason in the environment sets aside the rules that it names, and no others`()
    throws
  {
    var program = fixture.program
    program.environment["PRESEND_SKIP"] = "door-joke"
    program.environment["PRESEND_REASON"] = "The title of a book we launch"
    let request = try PreSendFixture.request(PreSendFixture.serious)
    #expect(try program.run("hook", "run", "pre-send", input: request).status == 0)
    program.environment["PRESEND_SKIP"] = "agreeing"
    #expect(try program.run("hook", "run", "pre-send", input: request).status == 1)
    program.environment["PRESEND_SKIP"] = nil
    #expect(try program.run("hook", "run", "pre-send", input: request).status == 0)
  }

  @Test func `a slip in the rules that the environment names is told`() throws {
    var program = fixture.program
    program.environment["PRESEND_SKIP"] = "agreeing, door-joke"
    let request = try PreSendFixture.request(PreSendFixture.serious)
    let unreasoned = try program.run("hook", "run", "pre-send", input: request)
    #expect(unreasoned.status == 1)
    #expect(unreasoned.error.contains("without PRESEND_REASON"))
    program.environment["PRESEND_REASON"] = "The title of a book we launch"
    #expect(try program.run("hook", "run", "pre-send", input: request).status == 0)
    program.environment["PRESEND_SKIP"] = "door-jok"
    let slip = try program.run("hook", "run", "pre-send", input: request)
    #expect(slip.status == 2)
    #expect(slip.error.contains("Did you mean `door-joke`?"))
  }
}
