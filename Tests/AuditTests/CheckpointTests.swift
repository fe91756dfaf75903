import Testing

@testable import Audit

struct CheckpointTests {
  private let conditions = [
    Checkpoint.Condition(name: "the input a.jsonl is", state: "12 bytes"),
    Checkpoint.Condition(name: "the rules are", state: "abc"),
  ]

  @Test func `a checkpoint read back is the one that was written`() {
    let checkpoint = Checkpoint(conditions: conditions, batches: 3, records: 384, bytes: 70_000)
    #expect(Checkpoint(checkpoint.rendered()) == checkpoint)
  }

  @Test(arguments: [
    "", "{}", "[1]", #"{"schema":"tweetlint.checkpoint/2","batches":1,"records":1,"bytes":1}"#,
    #"{"schema":"tweetlint.checkpoint/1","batches":-1,"records":1,"bytes":1}"#,
  ])
  func `anything else is no checkpoint`(_ text: String) {
    #expect(Checkpoint(Array(text.utf8)) == nil)
  }

  @Test func `a cut checkpoint is none at any length`() {
    let bytes = Checkpoint(conditions: conditions, batches: 3, records: 4, bytes: 5).rendered()
    for count in 0..<(bytes.count - 1) {
      #expect(Checkpoint(Array(bytes[..<count])) == nil)
    }
  }

  @Test func `what has changed is named`() {
    let checkpoint = Checkpoint(conditions: conditions)
    #expect(checkpoint.difference(from: conditions) == nil)
    var changed = conditions
    changed[1].state = "abd"
    #expect(checkpoint.difference(from: changed) == "the rules are")
    #expect(checkpoint.difference(from: Array(conditions.dropLast())) == "the rules are")
  }
}
