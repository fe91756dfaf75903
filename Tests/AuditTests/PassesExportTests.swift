import Reports
import Rules
import TestSupport
import Testing

@testable import Audit

struct PassesExportTests {
  private func export(_ records: [AuditedRecord]) -> PassesExport {
    PassesExport(ReviewFixture.items(records))
  }

  private func text(_ export: PassesExport) -> String {
    String(decoding: export.bytes, as: UTF8.self)
  }

  @Test func `wrong findings are written by rule, each text once`() {
    let export = export([
      ReviewFixture.record(0, text: "a \"quiet\" street\nat night"),
      ReviewFixture.record(1, text: "ring us", rule: "phone"),
      ReviewFixture.record(2, text: "ring us", rule: "phone", span: 3..<5),
    ])
    #expect(
      text(export) == """
        # Posts that rules should leave alone, as people judged.
        # Paste the lines below `passes:` under `examples: passes:` of the rule's file.

        phone:
          passes:
            - "ring us"

        street-talk:
          passes:
            - "a \\"quiet\\" street\\nat night"

        """)
    #expect(export.count == 2)
    #expect(export.hidden == 0)
  }

  @Test func `hidden words, missing texts and brackets are told`() {
    let export = export([
      ReviewFixture.record(0, text: "ring ••••• ••••••"),
      ReviewFixture.record(1, text: "the mayor said so", part: "reply_to"),
      ReviewFixture.record(2, text: "a [[wiki]] link"),
      ReviewFixture.record(3, text: "a front door", part: "media[1].alt"),
      ReviewFixture.record(4, text: "second of two", part: "thread[1]"),
    ])
    let text = text(export)
    #expect(text.contains("    # Bullets stand for words that are hidden"))
    #expect(text.contains(#"    - {text: "", reply_to: "the mayor said so"}"#))
    #expect(text.contains(#"    - {text: "", media: [{alt: "a front door"}]}"#))
    #expect(text.contains(#"    - {text: "", thread: ["second of two"]}"#))
    #expect(text.contains(#"    # - "a [[wiki]] link""#))
    #expect((export.count, export.hidden, export.unwritable) == (4, 1, 1))
  }

  /// The examples go through the reader of rule files; nothing in a text can break out of its quotes.
  @Test func `what is written is read back as examples of the same texts`() throws {
    let texts =
      GeneratedPosts.make(count: 60, seed: 2)
      + [
        "- dash", "# hash", "{a: b}", "yes", "1e3", "tab\there", "“quotes” 'too' \"and\"",
        "back\\slash", "a: b #c", "\u{85}x\u{2028}y\u{FEFF}z\u{FFFE}\u{FFFF}", "👮🏽‍♀️ café",
      ]
    let records = texts.enumerated().map {
      ReviewFixture.record($0.offset, text: $0.element, span: 0..<1)
    }
    let export = export(records)
    try #require(export.unwritable == 0)
    let lines = text(export).utf8.split(separator: UInt8(ascii: "\n"))
    let start = try #require(lines.firstIndex { $0.elementsEqual("  passes:".utf8) })
    let passes = lines[(start + 1)...].map { "\(String(Substring($0)))\n" }.joined()
    let flags = (0..<5).map { "    - \"[[street]] \($0)\"\n" }.joined()
    let rule = """
      id: street-talk
      title: Street talk
      category: tone
      status: live
      match: [{words: [street]}]
      reads_as: This could read badly.
      advice: Write it otherwise.
      examples:
        flags:
      \(flags)  passes:
      \(passes)
      """
    let manifest = """
      id: test-pack
      version: 1.0.0
      title: Test
      categories:
        - {id: tone, title: Tone, family: tone, severity: serious, why: People remember it., ask: duty press officer}
      """
    let (pack, problems) = PackReader.read(
      [
        PackFile(path: "pack.yaml", bytes: Array(manifest.utf8)),
        PackFile(path: "tone/street-talk.yaml", bytes: Array(rule.utf8)),
      ], isAttacking: false)
    #expect(problems.map(\.message) == [])
    let read = pack?.rules.first?.passes.map(\.text) ?? []
    #expect(Set(read) == Set(texts))
  }
}
