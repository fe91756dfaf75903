import PostText
import Rules
import TestSupport
import Testing

@testable import RiskEngine

/// Damage to a program is refused or harmless; it never ends the process.
struct DamagedProgramTests {
  private func program() throws -> [UInt8] {
    let pack = try PackFixture(
      #"""
      match:
        - {near: [kick~, door~, {list: glee}], within: 8}
        - {words: [open up], in: hashtags, severity: caution, confidence: 70}
        - {pattern: 'NHS (?<number>[\d ]{10,12})', validate: {as: nhs-number, group: number}}
        - all: [{words: [lol], at_least: 2}, {none: [{fact: {media: true}}, {words: [sorry]}]}]
        - {measure: emoji-run, min: 3}
        - {some: [{words: [sorry]}, {words: [lol]}, {list: glee}], at_least: 2, in: [text, quote]}
      spares: [hotlines, emails]
      unless: [quoted, {when: {words: [under warrant]}, within: 8, side: after}]
      weaker: [{when: {words: [sorry]}, within: sentence, to: advice}]
      stronger: [{when: {fact: {calendar: polls, purpose: [charge, court-result]}}, to: stop}]
      question: "What `was` it?"
      suggestions: ["One", "Two"]
      """#, lists: ["glee": "[buzzing]"],
      scopes: #"  - {id: quoted, title: Q, covers: span, match: [{pattern: '"[^"\n]+"'}]}"# + "\n",
      calendars: ["polls": "  - {from: 2026-03-24, to: 2026-05-07, what: Elections}"])
    return Array(pack.program.serialised().utf8)
  }

  private let drafts = [
    Draft("We kicked the door, buzzing lol lol 😂😂😂 sorry #OpenUp"),
    Draft("NHS 943 476 5919 \"lol\" @a https://t.co/a. Kick doors under warrant, buzzing"),
  ]

  /// Reads a program and, when it can be read and compiled, checks drafts with it.
  ///
  /// - Returns: Whether it could be read.
  private func run(_ bytes: [UInt8]) -> Bool {
    let program = bytes.withUnsafeBufferPointer { try? RuleProgram(serialised: $0) }
    guard let program else { return false }
    _ = program.serialised()
    let rules = CompiledRules(program, mode: .interpreted)
    var checker = Checker(rules: rules)
    for draft in drafts { #expect(0...100 ~= checker.check(draft).score) }
    return true
  }

  @Test func `the program itself is read, written and run`() throws {
    let bytes = try program()
    #expect(run(bytes))
    let again = try bytes.withUnsafeBufferPointer { try RuleProgram(serialised: $0) }
    #expect(Array(again.serialised().utf8) == bytes)
  }

  @Test func `cut off anywhere it is refused`() throws {
    let bytes = try program()
    for count in 0..<bytes.count - 2 { #expect(!run(Array(bytes[..<count]))) }
  }

  @Test func `altered anywhere it is refused or runs`() throws {
    let bytes = try program()
    var random = SeededGenerator(seed: 41)
    var read = 0
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&damaged, &random) }
      if run(damaged) { read += 1 }
    }
    #expect(read > 100)
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<bytes.count - 1, using: &random)
    let signs = Array("0123456789-\t\n :%.,LMW&|!pP(\\[*".utf8)
    let sign = signs.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = sign
    case 1: bytes.insert(sign, at: place)
    case 2: bytes.remove(at: place)
    default: bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
  }

  @Test func `tests nested without end are refused`() throws {
    let text = String(decoding: try program(), as: UTF8.self)
    let line =
      "A\t\t1\tserious\t100\t" + String(repeating: "&1 ", count: 200_000) + "f:reply=true\n"
    let end = try #require(text.utf8.lastIndex(of: UInt8(ascii: "E")))
    #expect(!run(Array((text[..<end] + line + text[end...]).utf8)))
  }

  @Test func `numbers out of bounds are refused`() throws {
    let text = String(decoding: try program(), as: UTF8.self)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    for number in ["-1", "101", "9223372036854775807", "x", ""] {
      for (kind, field) in [("M", 5), ("M", 10), ("C", 5), ("R", 5), ("A", 4)] {
        let damaged = lines.map { line in
          var fields = line.utf8.split(separator: 9, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
          guard fields[0] == kind else { return line }
          fields[field] = number
          return fields.joined(separator: "\t")
        }
        #expect(!run(Array((damaged.joined(separator: "\n") + "\n").utf8)), "\(kind) \(number)")
      }
    }
  }
}
