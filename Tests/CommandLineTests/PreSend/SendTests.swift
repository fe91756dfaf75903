import Foundation
import Testing

@Suite struct SendTests {
  private let fixture: PreSendFixture

  init() throws {
    fixture = try PreSendFixture()
  }

  @Test func `the command gets the very bytes that were checked`() throws {
    try fixture.program.folder.write("---\nchannel: x\n---\nOpen  again é \u{1F600}", to: "d.post")
    let run = try fixture.run(["send", "d.post", "--", "od", "-An", "-tx1"])
    #expect(run.status == 0)
    let bytes = run.text.split(whereSeparator: \.isWhitespace).joined()
    #expect(bytes == "Open  again é \u{1F600}".utf8.map { String(format: "%02x", $0) }.joined())
  }

  @Test func `a draft that is changed while it is checked is not sent in its new form`() throws {
    try fixture.program.folder.write("Open again.", to: "d.post")
    try fixture.write(
      hook: "pre-send.d/10-swap",
      "cat >/dev/null; echo 'Kicking down doors' >d.post; echo '{\"protocol\":\"pre-send/1\",\"decision\":\"allow\"}'"
    )
    let run = try fixture.run(["send", "d.post", "--", "cat"])
    #expect(run.text == "Open again.")
  }

  @Test(arguments: [(PreSendFixture.serious, 1), (PreSendFixture.stopped, 3)] as [(String, Int32)])
  func `a post that is stopped never reaches the command`(text: String, code: Int32) throws {
    try fixture.program.folder.write(text, to: "d.post")
    let run = try fixture.run(["send", "d.post", "--", "touch", "ran"])
    #expect(run.status == code)
    #expect(
      !FileManager.default.fileExists(
        atPath: fixture.program.folder.url.appendingPathComponent("ran").path))
  }

  @Test func `a stopped post goes with a reason`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "d.post")
    let run = try fixture.run([
      "send", "d.post", "--override", "--reason", "The title of a book we launch", "--", "cat",
    ])
    #expect(run.status == 0)
    #expect(run.text == PreSendFixture.serious)
  }

  @Test func `the text stands where the braces stand`() throws {
    try fixture.program.folder.write("Open {} again; $HOME", to: "d.post")
    let run = try fixture.run(["send", "d.post", "--", "printf", "%s|", "--text={}", "{}", "end"])
    #expect(run.text == "--text=Open {} again; $HOME|Open {} again; $HOME|end|")
  }

  @Test func `a thread goes post by post, each told what came of the one before`() throws {
    try fixture.program.folder.write("One.\n---\nTwo.\n---\nThree.", to: "t.post")
    let run = try fixture.run([
      "send", "t.post", "--", "sh", "-c", "n=$(cat); echo \"$n after [$1]\"; echo id-$n", "sh",
      "{previous}",
    ])
    #expect(
      run.text
        == "One. after []\nid-One.\nTwo. after [id-One.]\nid-Two.\nThree. after [id-Two.]\nid-Three.\n"
    )
  }

  @Test func `a thread with one post that is stopped does not begin`() throws {
    try fixture.program.folder.write("One.\n---\nKicking down doors", to: "t.post")
    let run = try fixture.run(["send", "t.post", "--", "cat"])
    #expect(run.status == 1)
    #expect(run.text == "")
  }

  @Test func `a thread that breaks off says how far it came`() throws {
    try fixture.program.folder.write("One.\n---\nTwo.\n---\nThree.", to: "t.post")
    let run = try fixture.run(["send", "t.post", "--", "sh", "-c", "test $(cat) = One."])
    #expect(run.status == 4)
    #expect(run.error.contains("failed at post 2 of 3, with code 1; 1 went before it"))
  }

  @Test func `a command may print as much as it likes`() throws {
    try fixture.program.folder.write("One.\n---\nTwo.", to: "t.post")
    let run = try fixture.run([
      "send", "t.post", "--", "sh", "-c",
      "cat >/dev/null; yes line | head -n 500000; echo \"id after [$1]\"", "sh", "{previous}",
    ])
    #expect(run.status == 0)
    #expect(run.output.count > 5_000_000)
    #expect(run.text.hasSuffix("id after [id after []]\n"))
  }

  @Test func `a command is told to end with the program, and it is said that it may have sent`()
    throws
  {
    try fixture.program.folder.write("Open again.", to: "d.post")
    let run = try fixture.program.shell(
      """
      "$T" send d.post -- sh -c 'trap "touch told; exit 9" TERM; touch begun; while :; do sleep 0.05; done' >out 2>err &
      until test -e begun; do sleep 0.02; done; kill -TERM $!; wait $!; echo "code $?"; cat err; ls told
      """)
    #expect(run.text.contains("code 143"))
    #expect(run.text.contains("told"))
    #expect(run.text.contains("it is not known whether the post was sent"))
  }

  @Test(arguments: [1, 2, 3, 42])
  func `a command that fails is not taken for a post that was held back`(code: Int) throws {
    try fixture.program.folder.write("Open again.", to: "d.post")
    let run = try fixture.run(["send", "d.post", "--", "sh", "-c", "exit \(code)"])
    #expect(run.status == 4)
    #expect(run.error.contains("with code \(code)"))
    #expect(run.error.contains("it is not known whether the post was sent"))
    #expect(try fixture.run(["send", "d.post"]).status == 64)
  }

  @Test(arguments: [
    (["no-such-command"], "there is no such command in the folders of PATH"),
    (["./none"], "there is no such file"), (["./plain.txt"], "it is not executable"),
    (["./folder"], "it is a folder"), (["./words"], "with a first line such as #!/bin/sh"),
    (["./script"], "the program that its first line names is not there"),
    (["printf", "{}"], "the text is too long for an argument"),
  ])
  func `a command that cannot be started sent nothing, and why is said in plain words`(
    command: [String], reason: String
  ) throws {
    try fixture.program.folder.write(String(repeating: "open again. ", count: 20_000), to: "d.post")
    let made = try fixture.program.shell(
      "echo hello >plain.txt; mkdir folder; echo hello >words; printf '#!/no/such/shell\\n' >script; chmod 755 words script"
    )
    try #require(made.status == 0)
    let run = try fixture.run(["send", "d.post", "--"] + command)
    #expect(run.status == 4)
    #expect(run.error.contains(reason), "\(run.error)")
    #expect(run.error.contains("Nothing was sent."), "\(run.error)")
    #expect(!run.error.contains("not known") && !run.error.contains("Underlying"), "\(run.error)")
  }

  @Test func `a thread stops where the command does not say what came of the post before`() throws {
    try fixture.program.folder.write("One.\n---\nTwo.\n---\nThree.", to: "t.post")
    let silent = ["sh", "-c", "cat >>sent; echo ' '", "sh"]
    let run = try fixture.run(["send", "t.post", "--"] + silent + ["{previous}"])
    #expect(run.status == 4)
    #expect(try fixture.program.folder.read("sent") == "One.")
    #expect(run.error.contains("printed nothing for post 1 of 3"), "\(run.error)")
    // A command that does not ask for it need not print anything.
    #expect(try fixture.run(["send", "t.post", "--"] + silent).status == 0)
  }

  @Test func `a trial sends and records nothing`() throws {
    try fixture.program.folder.write("Open again.", to: "d.post")
    let run = try fixture.run(["send", "d.post", "--dry-run", "--", "touch", "ran"])
    #expect(run.status == 0)
    #expect(run.text == "nothing was sent; one post would be\nOpen again.\n")
    let left = try fixture.program.shell("test -e ran || test -e .local && echo left")
    #expect(left.text == "")
  }

  @Test func `a trial knows what was approved, and adds nothing to the log`() throws {
    try fixture.program.folder.write(PreSendFixture.serious, to: "d.post")
    #expect(try fixture.run(["send", "d.post", "--", "cat"]).status == 1)
    #expect(try fixture.run(["send", "d.post", "--dry-run"]).status == 1)
    let approved = try fixture.run(["log", "approve", "D-1", "--reason", "The title of a book"])
    #expect(approved.status == 0, "\(approved.error)")
    let trial = try fixture.run(["send", "d.post", "--dry-run"])
    #expect(trial.status == 0, "\(trial.error)")
    #expect(trial.error.contains("This post would go as it is"))
    #expect(try fixture.run(["log", "verify"]).text.contains("Entries: 2."))
  }

  @Test func `a trial with a reason says what would be recorded, and what is amiss with it`() throws
  {
    try fixture.program.folder.write(PreSendFixture.serious, to: "d.post")
    let trial = { (reason: String) in
      try fixture.run(["send", "d.post", "--dry-run", "--override", "--reason", reason])
    }
    let told = try trial("The title of a book we launch")
    #expect(told.status == 0)
    #expect(told.error.contains("would go as it is, and be recorded with its reason"))
    #expect(try trial("short").error.contains("Say why in at least 10 letters"))
  }

  @Test(arguments: ["rules: nowhere\n", "rules: pack\npre_snd: {}\n", "rules: [\n"])
  func `settings that cannot be used hold back no post that saves a life`(
    settings: String
  ) throws {
    try fixture.program.folder.write(settings, to: "settings.yaml")
    let urgent =
      "---\nurgency: life-at-risk\nwaive: [{rule: phone, reason: It is needed}]\n---\n"
    try fixture.program.folder.write(urgent + PreSendFixture.stopped, to: "urgent.post")
    let sent = try fixture.run(["send", "urgent.post", "--", "cat"])
    #expect(sent.status == 0, "\(sent.error)")
    #expect(sent.text == PreSendFixture.stopped)
    #expect(sent.error.contains("neither checked nor recorded"), "\(sent.error)")
    #expect(sent.error.contains("mend this"), "\(sent.error)")
    #expect(try fixture.run(["send", "urgent.post", "--", "false"]).status == 4)
    let trial = try fixture.run(["send", "urgent.post", "--dry-run"])
    #expect(trial.status == 0)
    #expect(trial.text == "nothing was sent; one post would be\n\(PreSendFixture.stopped)\n")

    try fixture.program.folder.write(PreSendFixture.quiet, to: "quiet.post")
    #expect(try fixture.run(["send", "quiet.post", "--life-at-risk", "--", "cat"]).status == 0)
    let stopped = try fixture.run(["send", "quiet.post", "--", "cat"])
    #expect(stopped.status == 2)
    #expect(stopped.text == "")
  }

  @Test func `a folder of hooks that is not there holds back no post that saves a life`() throws {
    try fixture.program.folder.write(PreSendFixture.quiet, to: "d.post")
    let command = ["send", "-", "--hooks", "nowhere"]
    let input = Data(PreSendFixture.quiet.utf8)
    let sent = try fixture.run(command + ["--life-at-risk", "--", "cat"], input: input)
    #expect(sent.status == 0, "\(sent.error)")
    #expect(sent.text == PreSendFixture.quiet)
    #expect(try fixture.run(command + ["--", "cat"], input: input).status == 2)
  }

  @Test func `what came of a post and cannot be printed is told`() throws {
    try fixture.program.folder.write("Open again.", to: "d.post")
    let run = try fixture.program.shell(
      "\"$T\" send d.post -- echo https://x.example/1 > /dev/full")
    #expect(run.status == 4)
    #expect(run.error.contains("the post went"))
    #expect(run.error.contains("could not be passed on"))
  }

  @Test func `a trial prints nothing that a terminal would obey`() throws {
    try fixture.program.folder.write("Open\u{1B}[2J again.\nAt nine.", to: "d.post")
    let run = try fixture.run(["send", "--dry-run", "d.post", "--", "true"])
    #expect(run.text.hasSuffix("Open␛[2J again.\nAt nine.\n"))
  }

  @Test func `several drafts, or none, are not sent`() throws {
    try fixture.program.folder.write("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", to: "d.jsonl")
    #expect(try fixture.run(["send", "d.jsonl", "--", "cat"]).status == 2)
    #expect(try fixture.run(["send", "none.post", "--", "cat"]).status == 2)
  }
}
