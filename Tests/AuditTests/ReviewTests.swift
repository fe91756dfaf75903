import Reports
import RiskEngine
import Rules
import TestSupport
import Testing

@testable import Audit

struct ReviewTests {
  private func session(_ count: Int, answers: [ReviewKey: ReviewAnswer] = [:]) -> ReviewSession {
    let records = (0..<count).map { ReviewFixture.record($0, text: "a quiet street \($0)") }
    return ReviewSession(ReviewFixture.items(records), answers: answers)
  }

  private func index(_ session: ReviewSession) -> Int? {
    session.current?.record.index
  }

  // MARK: - Walking

  @Test func `an answer is kept and the next finding shown`() throws {
    var session = session(3)
    #expect(index(session) == 0)
    guard case .keeps(let label) = session.follow(.answer(.wrong)) else {
      Issue.record("the answer was not kept")
      return
    }
    #expect(label.answer == .wrong)
    #expect(label.id == "p0")
    #expect(label.key.rule == "street-talk")
    #expect(index(session) == 1)
    #expect(session.number == 2)
  }

  @Test func `who goes back sees the answer and can change it, and then goes on where they were`() {
    var session = session(4)
    _ = session.follow(.answer(.right))
    _ = session.follow(.answer(.right))
    #expect(session.follow(.back) == .shows)
    #expect(session.follow(.back) == .shows)
    #expect(index(session) == 0)
    #expect(session.standing == .right)
    _ = session.follow(.answer(.unsure))
    #expect(index(session) == 2)
    #expect(session.answers.values.sorted { $0.rawValue < $1.rawValue } == [.right, .unsure])
    #expect(session.answered == 2)
  }

  @Test func `there is nothing before the first and behind the last`() {
    var session = session(2)
    #expect(session.follow(.back) == .isFirst)
    _ = session.follow(.skip)
    _ = session.follow(.answer(.right))
    #expect(session.current == nil)
    #expect(session.follow(.skip) == .isLast)
    #expect(session.follow(.answer(.right)) == .isLast)
    #expect(session.answered == 1)
    #expect(session.follow(.back) == .shows)
    #expect(index(session) == 1)
  }

  @Test func `what is skipped comes again in the next review`() {
    var first = session(3)
    _ = first.follow(.skip)
    _ = first.follow(.answer(.right))
    #expect(first.follow(.quit) == .ends)
    #expect(first.isOver)
    var second = session(3, answers: first.answers)
    #expect(index(second) == 0)
    _ = second.follow(.skip)
    #expect(index(second) == 2)
    _ = second.follow(.back)
    #expect(index(second) == 1)
    #expect(second.standing == .right)
  }

  @Test func `help moves nothing`() {
    var session = session(2)
    #expect(session.follow(.help) == .helps)
    #expect(index(session) == 0)
  }

  @Test func `an empty review can only be ended`() {
    var session = session(0)
    #expect(session.current == nil)
    #expect(session.follow(.back) == .isFirst)
    #expect(session.follow(.answer(.right)) == .isLast)
    #expect(session.follow(.quit) == .ends)
  }

  /// Whatever is pressed, the labels in their order tell the answers: a kill between two keys loses nothing.
  @Test func `the labels alone give the answers back after any keys`() {
    var random = SeededGenerator(seed: 6)
    let commands: [ReviewCommand] =
      ReviewAnswer.allCases.map { .answer($0) } + [.skip, .back, .back, .help]
    for _ in 0..<300 {
      var walk = session(6)
      var kept: [ReviewKey: ReviewAnswer] = [:]
      for _ in 0..<20 {
        let command = commands.randomElement(using: &random) ?? .skip
        if case .keeps(let label) = walk.follow(command) { kept[label.key] = label.answer }
        #expect(walk.answers == kept)
        #expect((0...6).contains(walk.number - 1))
      }
      let next = session(6, answers: kept)
      let open = walk.items.first { kept[$0.key] == nil }
      #expect(next.current?.key == open?.key)
    }
  }

  @Test func `keys mean what they say in either case, and others mean nothing`() {
    let meant: [(String, ReviewCommand)] = [
      ("rR", .answer(.right)), ("wW", .answer(.wrong)), ("uU", .answer(.unsure)), ("sS", .skip),
      ("bB", .back), ("qQ", .quit), ("?hH", .help),
    ]
    var known: Set<UInt8> = []
    for (keys, command) in meant {
      for key in keys.utf8 {
        known.insert(key)
        #expect(ReviewCommand(key: key) == command)
      }
    }
    for key in UInt8.min...UInt8.max where !known.contains(key) {
      #expect(ReviewCommand(key: key) == nil, "\(key)")
    }
  }

  // MARK: - Choosing

  @Test func `the worst come first`() {
    let records = [
      ReviewFixture.record(0, text: "quiet 0", severity: .advice),
      ReviewFixture.record(1, text: "quiet 1", severity: .stop, verdict: .hold, score: 90),
      ReviewFixture.record(2, text: "quiet 2", severity: .caution, verdict: .hold, score: 60),
      ReviewFixture.record(3, text: "quiet 3", severity: .caution, verdict: .review, score: 60),
      ReviewFixture.record(4, text: "quiet 4", severity: .stop, verdict: .hold, score: 95),
      ReviewFixture.record(5, text: "quiet 5", severity: .stop, verdict: .hold, score: 95),
    ]
    let order = [4, 5, 1, 2, 3, 0]
    #expect(ReviewFixture.items(records).map(\.record.index) == order)
    #expect(ReviewFixture.items(records, limit: 2).map(\.record.index) == [4, 5])
    #expect(ReviewFixture.items(records.reversed(), limit: 1).map(\.record.index) == [4])
  }

  @Test func `the same finding in the same text is asked about once`() {
    let records = (0..<5).map { ReviewFixture.record($0) }
    #expect(ReviewFixture.items(records).map(\.record.index) == [0])
    let pictures = (0..<3).map { ReviewFixture.record($0, part: "media[0].alt") }
    #expect(ReviewFixture.items(pictures).count == 3)
  }

  @Test func `a rule or a category chooses findings`() {
    let records = [
      ReviewFixture.record(0), ReviewFixture.record(1, rule: "phone"),
    ]
    var choice = ReviewChoice()
    choice.rules = ["phone"]
    #expect(ReviewFixture.items(records, choice).map(\.record.index) == [1])
    choice.rules = []
    choice.categories = ["tone"]
    #expect(ReviewFixture.items(records, choice).map(\.record.index) == [0])
  }

  @Test
  func `a sample is the same in every run, whatever was answered and in whatever order it comes`() {
    let records = (0..<2_000).map { ReviewFixture.record($0, text: "quiet street \($0)") }
    var choice = ReviewChoice()
    choice.sample = 50
    let sample = ReviewFixture.items(records, choice)
    #expect(sample.count == 50)
    let answers = Dictionary(
      sample.prefix(20).map { ($0.key, ReviewAnswer.right) }, uniquingKeysWith: { a, _ in a })
    let again = ReviewFixture.items(records.reversed(), choice, answers: answers)
    #expect(again.map(\.key) == sample.map(\.key))
    choice.seed = 2
    let other = ReviewFixture.items(records, choice)
    #expect(Set(other.map(\.key)).intersection(sample.map(\.key)).count < 20)
    // A lot falls on early and late findings alike.
    let early = sample.count { $0.record.index < 1_000 }
    #expect((10...40).contains(early))
  }

  @Test func `answers are counted by rule, those of earlier days among them`() throws {
    let records =
      (0..<30).map { ReviewFixture.record($0, text: "quiet \($0)") }
      + [ReviewFixture.record(30, text: "ring", rule: "phone", span: 0..<4)]
    var items = ReviewItems(ReviewChoice(), answers: [:])
    for record in records { items.add(record) }
    let all = items.gathered()
    var answers: [ReviewKey: ReviewAnswer] = [:]
    for (place, item) in all.filter({ $0.key.rule == "street-talk" }).enumerated() where place < 12
    {
      answers[item.key] = place < 9 ? .right : place < 11 ? .wrong : .unsure
    }
    // Few places: what has an answer does not take them.
    var narrow = ReviewItems(ReviewChoice(), answers: answers, limit: 3)
    for record in records { narrow.add(record) }
    let kept = narrow.gathered()
    #expect(kept.count == 15)
    let reviews = narrow.reviews(of: kept, by: answers)
    let street = try #require(reviews.first)
    #expect(street.rule == "street-talk")
    #expect([street.right, street.wrong, street.unsure, street.open] == [9, 2, 1, 18])
    #expect(street.precision == Proportion(9, of: 11))
    #expect(reviews.last?.open == 1)
  }

  // MARK: - Labels

  @Test func `a label read back is the one that was written`() throws {
    let reader = try #require(ReviewLabelReader())
    for part in ["text", "media[0].alt"] {
      for answer in ReviewAnswer.allCases {
        let key = ReviewKey(
          textSHA256: "abc", rule: "a-rule", part: part, span: 3..<9, id: "id \u{1B}\"")
        let label = ReviewLabel(id: "id \u{1B}\"", key: key, answer: answer)
        #expect(try reader.label(label.rendered()) == label)
      }
    }
  }

  @Test func `a label that is cut is none at any length`() throws {
    let reader = try #require(ReviewLabelReader())
    let key = ReviewKey(textSHA256: "abc", rule: "a", part: "text", span: 3..<9, id: nil)
    let bytes = ReviewLabel(id: nil, key: key, answer: .right).rendered()
    for end in 0..<(bytes.count - 1) {
      #expect(throws: ReviewLabelReader.Fault.self) { try reader.label(bytes[..<end]) }
    }
  }

  @Test(arguments: [
    #"{"rule":"a","part":"text","span":[1,2],"text_sha256":"x","answer":"maybe"}"#,
    #"{"rule":"a","part":"text","span":[2,1],"text_sha256":"x","answer":"right"}"#,
    #"{"rule":"a","part":"text","span":[1],"text_sha256":"x","answer":"right"}"#,
    #"{"part":"text","span":[1,2],"text_sha256":"x","answer":"right"}"#, "[]",
  ])
  func `what is no label is refused`(_ line: String) throws {
    let reader = try #require(ReviewLabelReader())
    #expect(throws: ReviewLabelReader.Fault.self) { try reader.label(Array(line.utf8)) }
  }
}
