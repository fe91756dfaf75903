import DecisionLog
import Foundation
import Testing

@Suite struct LogSettingsTests {
  @Test func `a log that is not there is told of, and is not made`() throws {
    let log = try LogProgram()
    for command in ["list", "stats", "verify", "export", "purge"] {
      let run = try log.run(command)
      #expect(run.status == 2)
      #expect(run.error.contains("there is no decision log"))
    }
    #expect(!FileManager.default.fileExists(atPath: log.path))
    #expect(!FileManager.default.fileExists(atPath: log.key))
  }

  @Test func `a log whose key is lost gets no other one`() throws {
    let log = try LogProgram()
    try log.decide(.held)
    try FileManager.default.removeItem(atPath: log.key)
    let run = try log.run("list")
    #expect(run.status == 2)
    #expect(run.error.contains("put it back"))
    #expect(!FileManager.default.fileExists(atPath: log.key))
  }

  @Test func `a key without its log is told of, since somebody took the log away`() throws {
    let log = try LogProgram()
    try log.decide(.held)
    try FileManager.default.removeItem(atPath: log.path)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: log.key)
    let run = try log.program.shell("echo Open again | \"$T\" hook run pre-send --plain")
    #expect(run.status == 2)
    #expect(run.error.contains("but no log. If the log was moved, put it back"))
    #expect(!FileManager.default.fileExists(atPath: log.path))
    // A further log with the same key is another matter.
    try log.program.folder.write("decisions: {log: other.sqlite}\n", to: ".tweetlint.yaml")
    let other = try log.program.shell("echo Open again | \"$T\" hook run pre-send --plain")
    #expect(other.status == 0, "\(other.error)")
  }

  @Test func `the place of the log follows the settings, and an option goes before them`() throws {
    let log = try LogProgram()
    try log.decide(.held)
    let folder = log.program.folder
    #expect(
      try log.program.run("config", "show").text.contains(
        "decisions: {log: \(log.path), key: \(log.key), shared: false, keep_text: true, text_days: 90, decision_days: 2555}"
      ))
    try folder.write("decisions: {log: kept/d.sqlite, key: kept/d.key}\n", to: ".tweetlint.yaml")
    #expect(try log.run("list").error.contains("there is no decision log kept/d.sqlite"))
    try folder.write(
      "decisions: {key: .config/tweetlint/decisions.key}\n", to: ".tweetlint.yaml")
    #expect(try log.run("list", "--log", log.path).text.hasSuffix("1 decision\n"))
  }

  @Test func `wrong settings of the log are told with their place`() throws {
    let log = try LogProgram()
    try log.program.folder.write(
      "decisions: {lgo: x, text_days: 0, keep_text: maybe}\n", to: ".tweetlint.yaml")
    let run = try log.run("list")
    #expect(run.status == 2)
    #expect(run.error.contains("Did you mean `log`?"))
    #expect(run.error.contains("text_days"))
    #expect(run.error.contains("keep_text"))
  }

  @Test func `a key that others can read is refused, with what to do`() throws {
    let log = try LogProgram()
    try log.decide(.held)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: log.key)
    let run = try log.run("list")
    #expect(run.status == 2)
    #expect(run.error.contains("others than you can read it; run `chmod 600` on it"))
  }
}
