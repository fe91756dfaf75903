import Foundation
import Testing

/// Options of `tweetlint audit` that would do nothing, or not what they say.
@Suite struct AuditOptionTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.folder.write(Self.posts, to: "posts.jsonl")
    try program.folder.write("text,date\nOfficers are out.,2024-05-01\n", to: "posts.csv")
  }

  private static let posts = #"""
    {"id": "1", "account": "NorthmarchPolice", "text": "Officers are at a collision on the A34."}
    {"id": "2", "account": "NorthmarchDogs", "text": "Bikes are being marked free of charge."}

    """#

  @Test func `an option that no input has a use for is told`() throws {
    let drafts = try program.run(
      "audit", "posts.jsonl", "--date-format", "iso", "--include-private")
    #expect(drafts.status == 0)
    #expect(
      drafts.error == """
        tweetlint: --date-format has no effect here: it is for csv, and what is read is jsonl
        tweetlint: --include-private has no effect here: it is for x-archive and mastodon, and what is read is jsonl

        """)
    let archive =
      "window.YTD.tweets.part0 = [{\"tweet\": {\"id_str\": \"1\", \"full_text\": \"a\"}}]"
    try program.folder.write(archive, to: "tweets.js")
    let mapped = try program.run("audit", "tweets.js", "--map", "text=Body")
    #expect(
      mapped.error.contains(
        "--map has no effect here: it is for csv and jsonl, and what is read is x-archive"))
    let convert = try program.run("convert", "tweets.js", "--map", "text=Body", "-o", "parts")
    #expect(convert.error.contains("--map has no effect here"))
    // It is for one of several inputs, and does its work there.
    let both = try program.run("audit", "tweets.js", "posts.csv", "--date-format", "iso")
    #expect(!both.error.contains("no effect"))
  }

  @Test(arguments: ["", "--resume state"])
  func `an account that no post is of is told with those that there are`(
    _ options: String
  ) throws {
    let run = try program.shell("$T audit posts.jsonl --account Nobody \(options)")
    #expect(run.status == 0)
    #expect(
      run.error.contains(
        "--account nobody: no post of this account was checked. "
          + "There are posts of `NorthmarchDogs` and `NorthmarchPolice`."))
    let slip = try program.shell(
      "$T audit posts.jsonl --account NorthmarchDog --account @northmarchpolice \(options)")
    #expect(slip.error.contains("Did you mean `NorthmarchDogs`?"))
    #expect(!slip.error.contains("northmarchpolice"))
    let unnamed = try program.shell("$T audit posts.csv --account NorthmarchDogs \(options)")
    #expect(unnamed.error.contains("--of-account says whose they are"))
  }

  @Test func `--exit-zero hides what was found, and no job that could not be done`() throws {
    try program.folder.write(
      "{\"text\": \"Kicking down doors is one of our favourite things to do\"}\n{\n",
      to: "bad.jsonl")
    #expect(try program.run("audit", "bad.jsonl", "--exit-zero").status == 0)
    #expect(try program.run("audit", "nothing.jsonl", "--exit-zero").status == 2)
    #expect(
      try program.run("audit", "run", "--help").text.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").contains("a job that could not be done still ends with 2"))
  }

  @Test func `files that a run writes must differ, and a refusal leaves nothing behind`() throws {
    for options in [
      "-o z --resume z", "-o ./z --resume z", "-o z.lines --resume z",
      "-o z --baseline z --update-baseline --accept-new",
      "--resume z --baseline z --update-baseline --accept-new",
    ] {
      let run = try program.shell("$T audit posts.jsonl --format jsonl \(options)")
      #expect(run.status == 2, "\(options)")
      #expect(run.error.contains("both name"), "\(options): \(run.error)")
    }
    for path in [".", "none/z"] {
      #expect(try program.run("audit", "posts.jsonl", "--resume", path).status == 2)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.url.path)
    #expect(left.sorted() == ["posts.csv", "posts.jsonl"])
  }

  @Test func `a table that lists a part says so beside it, since it has no place for that`() throws
  {
    let filters = ["--min-severity", "serious", "--since", "2024-01-01"]
    let told =
      "tweetlint: Not everything is listed here: only posts since 2024-01-01; "
      + "findings of severity serious and worse.\n"
    let table = try program.run(["audit", "posts.jsonl", "--format", "csv"] + filters)
    #expect(table.error == told)
    let file = ["audit", "posts.jsonl", "--format", "csv", "-o", "table.csv"]
    #expect(try program.run(file + filters).error == told)
    let lines = try program.run(
      ["audit", "posts.jsonl", "--format", "jsonl", "-o", "lines.jsonl"] + filters)
    #expect(lines.error == "")
    let again = try program.run("audit", "report", "lines.jsonl", "--format", "csv")
    #expect(again.error == told)
    #expect(try program.run("audit", "posts.jsonl", "--format", "csv").error == "")
  }

  @Test func `a zip from a pipe is told with what to do`() throws {
    let run = try program.shell("printf 'PK\\003\\004' | $T audit -")
    #expect(run.status == 2)
    #expect(run.error.contains("stdin: It is a zip archive"))
    #expect(run.error.contains("Save it as a file and name that"))
  }

  @Test func `one of a thing is not called many`() throws {
    var program = try Program()
    try TestPack.install(in: &program)
    try program.folder.write(#"{"text": "Kicking down doors"}"#, to: "one.jsonl")
    let convert = try program.run("convert", "one.jsonl", "-o", "parts")
    #expect(convert.error.contains("1 post in 1 file,"))
    let baseline = "--baseline known.jsonl --update-baseline --accept-new"
    _ = try program.shell("$T audit one.jsonl \(baseline)")
    let run = try program.shell("$T audit one.jsonl \(baseline)")
    #expect(run.error.contains("known.jsonl: 1 finding known, 0 new"), "\(run.error)")
  }

  @Test func `a category that there is not is told with those that there are`() throws {
    let run = try program.run("audit", "posts.jsonl", "--category", "nosuch")
    #expect(run.status == 2)
    #expect(run.error.contains("The categories are `"))
    #expect(run.error.contains("`force-relish`"))
  }
}
