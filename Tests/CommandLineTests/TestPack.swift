import Foundation

/// A small pack of rules, so that tests of the program do not depend on the shipped one.
enum TestPack {
  /// Writes the pack into the folder `pack` of a program's folder and makes it the one in force.
  static func install(in program: inout Program) throws {
    for (path, text) in files {
      try program.folder.write(text, to: "pack/" + path)
    }
    try program.folder.write("rules: pack\n", to: "settings.yaml")
    program.environment["TWEETLINT_CONFIG"] = "settings.yaml"
  }

  private static let files = [
    "pack.yaml": """
    id: test-pack
    version: 2.0.0
    title: Rules for tests
    categories:
      - id: tone
        title: Tone
        family: tone
        severity: serious
        why: People remember the tone.
        ask: duty press officer
      - id: data
        title: Data
        family: data
        severity: stop
        why: A number leads to a person.
        ask: the data protection officer

    """,
    "tone/door-joke.yaml": rule(
      "door-joke", category: "tone", match: "words: [kicking down doors]",
      flag: "[[Kicking down doors]] again"),
    "tone/agreeing.yaml": rule(
      "agreeing", category: "tone",
      match: "all: [{words: [exactly this]}, {words: [mayor], in: reply_to}]",
      flag: "[[Exactly this]]", extra: "severity: stop"),
    "tone/shouting.yaml": rule(
      "shouting", category: "tone", match: "words: [shouting]", flag: "[[Shouting]] again",
      extra: "severity: advice"),
    "data/phone.yaml": rule(
      "phone", category: "data", match: "pattern: '\\b07700 \\d{6}\\b'",
      flag: "Ring [[07700 900123]]", extra: "sensitive: true"),
  ]

  /// The text of a rule file with one matcher and just the examples that loading asks for.
  static func rule(
    _ id: String, category: String, match: String, flag: String, extra: String = ""
  ) -> String {
    """
    id: \(id)
    title: Rule \(id)
    category: \(category)
    status: live
    \(extra)
    match:
      - \(match)
    reads_as: This could read badly.
    advice: Write it otherwise.
    examples:
      flags:
    \((1...5).map { "    - {text: \"\($0) \(flag)\", reply_to: the mayor}\n" }.joined())\
      passes:
    \((1...5).map { "    - \"\($0) quiet words\"\n" }.joined())
    """
  }
}
