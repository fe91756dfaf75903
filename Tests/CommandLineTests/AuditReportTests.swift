import Foundation
import Testing

/// `tweetlint audit report` on results that an audit wrote before.
@Suite struct AuditReportTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.folder.write(Self.posts, to: "posts.jsonl")
  }

  private static let posts = #"""
    {"id": "1", "account": "NorthmarchPolice", "time": "2024-03-04T08:15:00Z", "text": "Officers are at a collision on the A34."}
    {"id": "2", "account": "NorthmarchPolice", "time": "2024-03-09T21:40:00Z", "text": "Kicking down doors is one of our favourite things to do! #knockknock"}
    {"id": "3", "account": "NorthmarchNorth", "time": "2024-04-03T12:00:00Z", "deleted": true, "text": "Ring the victim on 07700 900123 if you want to help her."}
    {"id": "4", "text": }
    {"id": "5", "account": "NorthmarchNorth", "time": "2024-04-05T07:30:00Z", "text": "Bikes are being marked free of charge."}
    """#

  @Test(arguments: ["text", "csv", "html", "sarif", "jsonl"])
  func `a report of result lines is the report of the audit`(_ format: String) throws {
    let direct = try program.run("audit", "posts.jsonl", "--format", format)
    _ = try program.run("audit", "posts.jsonl", "--format", "jsonl", "-o", "result.jsonl")
    let report = try program.run("audit", "report", "result.jsonl", "--format", format)
    #expect(report.status == 3)
    // The page names what it was made of.
    #expect(
      report.text.replacingOccurrences(of: "result.jsonl", with: "posts.jsonl") == direct.text)
  }

  @Test func `files of a folder that can be listed and not looked into are not taken for absent`()
    throws
  {
    try program.folder.write("window.YTD.tweets.part0 = []", to: "x/tweets.js")
    try program.folder.write("window.YTD.tweets.part1 = []", to: "x/data/tweets-part1.js")
    let run = try program.shell(
      "cp \"$T\" ./program && chmod 444 x/data && \(Program.unprivileged) ./program audit x; "
        + "status=$?; chmod 755 x/data; exit $status")
    #expect(run.status == 3)
    #expect(run.text.contains("x/data/tweets.js: Its folder cannot be looked into"))
  }

  @Test func `a result without its end is told to be incomplete`() throws {
    let run = try program.run("audit", "posts.jsonl", "--format", "jsonl")
    let lines = run.text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    try program.folder.write(Data(lines.utf8), to: "cut.jsonl")
    let report = try program.run("audit", "report", "cut.jsonl")
    #expect(report.status == 3)
    #expect(report.error.contains("was not finished"))
    // A run that was killed may have left a part of a line.
    try program.folder.write(Data((lines + "{\"sch").utf8), to: "killed.jsonl")
    #expect(try program.run("audit", "report", "killed.jsonl").status == 3)
    // Where nothing whole was written, there is no result.
    try program.folder.write("\n{\"sch", to: "nothing.jsonl")
    #expect(try program.run("audit", "report", "nothing.jsonl").status == 2)
    try program.folder.write(Data((lines + "{}\n" + lines).utf8), to: "wrong.jsonl")
    let wrong = try program.run("audit", "report", "wrong.jsonl")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("wrong.jsonl:6"))
  }

  @Test(arguments: ["text", "html", "jsonl"])
  func `a report says what the result lists and shows, as the audit did`(_ format: String) throws {
    let choices = [
      ["--show-sensitive"], ["--category", "force-relish"], ["--since", "2024-03-05"],
      ["--min-severity", "serious"],
      ["--baseline", "known.jsonl", "--update-baseline", "--accept-new"],
    ]
    for choice in choices {
      let options = choice.joined(separator: " ")
      let direct = try program.shell("$T audit posts.jsonl --format \(format) \(options)")
      _ = try program.shell(
        "rm -f known.jsonl; $T audit posts.jsonl --format jsonl -o result.jsonl \(options)")
      let report = try program.run("audit", "report", "result.jsonl", "--format", format)
      #expect(
        report.text.replacingOccurrences(of: "result.jsonl", with: "posts.jsonl") == direct.text)
      guard format != "jsonl" else { continue }
      let words = direct.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isWarned =
        words.contains("are shown, as") || words.contains("Not everything is listed here: only ")
      #expect(isWarned, "\(format) \(options)")
    }
  }

  @Test func `a result that cannot be read is told by its name and with the true reason`() throws {
    try program.folder.write("a\n", to: "folder/a")
    let folder = try program.run("audit", "report", "folder")
    #expect(folder.status == 2)
    #expect(folder.error.contains("folder is a folder"))
    // The first byte of this file is no memory of the process.
    let failing = try program.run("audit", "report", "/proc/self/mem")
    #expect(failing.status == 2)
    #expect(failing.error.contains("/proc/self/mem: It cannot be read any further: Input/output"))
    let missing = try program.run("audit", "report", "nothing.jsonl")
    #expect(
      missing.error == "tweetlint: nothing.jsonl: It cannot be opened: No such file or directory.\n"
    )
  }

  @Test func `results that were put together are told to be several`() throws {
    _ = try program.run("audit", "posts.jsonl", "--format", "jsonl", "-o", "result.jsonl")
    let both = try program.shell("cat result.jsonl result.jsonl | $T audit report -")
    #expect(both.status == 2)
    #expect(both.error.contains("stdin:7: "))
    #expect(both.error.contains("Make a report of each"))
  }

  @Test func `a result of an earlier version, which does not say what it lists, is read`() throws {
    _ = try program.run("audit", "posts.jsonl", "--format", "jsonl", "-o", "result.jsonl")
    let now = try program.folder.read("result.jsonl")
    let earlier = now.replacingOccurrences(
      of: #""filters":[],"shows_sensitive":false,"#, with: "")
    #expect(earlier != now)
    try program.folder.write(earlier, to: "earlier.jsonl")
    let report = try program.run("audit", "report", "earlier.jsonl")
    #expect(report.status == 3)
    #expect(!report.text.contains("Not everything is listed"))
  }
}
