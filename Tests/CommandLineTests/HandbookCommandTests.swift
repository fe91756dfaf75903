import Foundation
import Testing

struct HandbookCommandTests {
  private static let rates = """
    {"schema": "tweetlint.rates/1", "pack": {"pack": "test-pack", "version": "2.0.0", "sha256": "ab"},
     "sets": [{"name": "ordinary.jsonl", "sha256": "cd", "posts": 100}],
     "rules": [{"rule": "phone", "ordinary": 100, "flagged": 2, "review": 1, "per_1000": 20,
       "low": 5.5, "high": 70.01, "risky_expecting": 4, "risky_right": 3, "risky_other": 0,
       "precision_percent": 100, "recall_percent": 75}]}

    """

  private func program() throws -> Program {
    var program = try Program()
    try TestPack.install(in: &program)
    return program
  }

  @Test func `the rules in force become one page, which is never written over unasked`() throws {
    let program = try program()
    let first = try program.run("rules", "export", "--format", "html", "page.html")
    #expect(first.status == 0)
    #expect(first.text == "wrote page.html\n")
    let page = try program.folder.read("page.html")
    for id in ["agreeing", "door-joke", "phone", "shouting"] {
      #expect(page.components(separatedBy: "<article class=\"rule\" id=\"rule-\(id)\"").count == 2)
    }
    try program.folder.write("mine", to: "page.html")
    let second = try program.run("rules", "export", "--format", "html", "page.html")
    #expect(second.status == 2)
    #expect(second.error.contains("page.html is there already; --overwrite replaces it"))
    #expect(try program.folder.read("page.html") == "mine")
    let third = try program.run("rules", "export", "--format", "html", "--overwrite", "page.html")
    #expect(third.status == 0)
    #expect(try program.folder.read("page.html") == page)
    // On standard output it is the same page, and the same again.
    for arguments in [["-"], []] {
      let line = "$T rules export --format html \(arguments.joined())"
      #expect(try program.shell(line).text == page)
    }
    let folder = try program.run("rules", "export", "--format", "html", "pack")
    #expect(folder.status == 2)
    #expect(folder.error.contains("pack is a folder"))
  }

  @Test func `a page that cannot be written leaves nothing behind`() throws {
    let program = try program()
    let run = try program.run("rules", "export", "--format", "html", "no/such/page.html")
    #expect(run.status == 2)
    #expect(run.error.contains("could not write no/such/page.html"))
    #expect(try program.shell("ls").text == "pack\nsettings.yaml\n")
  }

  @Test func `the page names the rules that results name, and what settings switch off`() throws {
    let program = try program()
    try program.folder.write("rules: pack\ndisable: [phone]\n", to: "settings.yaml")
    let list = try program.run("rules", "list", "--format", "json").text
    let digest = try #require(list.firstMatch(of: /"sha256":"([0-9a-f]{64})"/)?.output.1)
    let page = try program.run("rules", "export", "--format", "html").text
    #expect(page.contains("<code>\(digest)</code>"))
    #expect(page.contains("switched off by settings"))
  }

  @Test func `measured rates are read strictly and shown`() throws {
    let program = try program()
    try program.folder.write(Self.rates, to: "rates.json")
    let page = try program.run("rules", "export", "--format", "html", "--rates", "rates.json").text
    #expect(page.contains("20.00 in a thousand (with 95 % confidence between 5.50 and 70.01)"))
    #expect(page.contains("measured with other rules"))
    for (rates, words) in [
      (Self.rates.replacing("\"flagged\": 2", with: "\"flagged\": -2"), "rates.json:3:58"),
      (Self.rates.replacing("\"review\"", with: "\"revew\""), "Did you mean `review`?"),
      (Self.rates.replacing("rates/1", with: "rates/9"), "Did you mean `tweetlint.rates/1`?"),
      ("", "The file is empty."),
    ] {
      try program.folder.write(rates, to: "rates.json")
      let run = try program.run("rules", "export", "--format", "html", "--rates", "rates.json")
      #expect(run.status == 2)
      #expect(run.text.isEmpty)
      #expect(run.error.contains(words), "\(run.error)")
    }
    let none = try program.run("rules", "export", "--format", "html", "--rates", "none.json")
    #expect(none.error.contains("cannot read the rates none.json: there is no such file"))
  }

  @Test func `what belongs to the page is turned away beside the files`() throws {
    let program = try program()
    #expect(try program.run("rules", "export").status == 64)
    for option in [["--overwrite"], ["--rates", "x"], ["--rules", "pack"]] {
      let run = try program.shell("$T rules export \(option.joined(separator: " ")) folder")
      #expect(run.status == 64)
      #expect(run.error.contains("go with --format html"))
    }
  }

  @Test func `the shipped rules become a page that is whole`() throws {
    let program = try Program()
    let ids = try program.run("rules", "list", "--format", "json").text
      .matches(of: /\{"id":"([a-z0-9-]+)"/).map { String($0.output.1) }
    #expect(ids.count > 120)
    let page = try program.run("rules", "export", "--format", "html").text
    for id in ids {
      #expect(page.components(separatedBy: " id=\"rule-\(id)\"").count == 2, "\(id)")
    }
    #expect(page.hasSuffix("</body>\n</html>\n"))
  }
}
