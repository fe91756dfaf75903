import PostText
import TestSupport
import Testing

@testable import Archives

struct CSVReaderTests {
  private func read(
    _ bytes: [UInt8], map: String? = nil, dates: DateOrder? = nil
  ) throws -> Harvest {
    let mapping = try map.map { try CSVMapping($0) }
    return try Harvest(
      CSVReader(
        PiecewiseBytes(bytes, sizes: [11]), file: "posts.csv", mapping: mapping, dateOrder: dates))
  }

  private func read(
    _ text: String, map: String? = nil, dates: DateOrder? = nil
  ) throws -> Harvest {
    try read(Array(text.utf8), map: map, dates: dates)
  }

  private func refusal(_ text: String, map: String? = nil) -> ArchiveFailure? {
    #expect(throws: ArchiveFailure.self) { try read(text, map: map) }
  }

  // MARK: - Columns

  @Test func `a mapping names the columns, in any order and case and with quotation marks`() throws
  {
    let harvest = try read(
      """
      Sent at;ID;Body;Handle;In, reply;Quoted;Picture;Sort;Link
      2024-05-01 12:00:00;7;Hello;@Force;https://x.com/them/status/5;;;;
      2024-05-02;8;"See; this";Force;;They said so;A van;;
      ;;Shared;Force;;;;Repost;https://twitter.com/Force/status/99?s=20
      ;;Plain;;12345;;;;https://example.org/post/1
      """,
      map: """
        text=body, date="Sent at",id=ID , account=Handle,reply_to="In, reply",quote=Quoted,\
        alt=Picture,kind=Sort,url=Link
        """)
    #expect(harvest.texts == ["Hello", "See; this", "Shared", "Plain"])
    let posts = harvest.posts
    #expect(posts.map(\.draft.id) == ["7", "8", "99", "https://example.org/post/1"])
    #expect(posts.map(\.draft.account) == ["Force", "Force", "Force", nil])
    #expect(posts.map(\.kind) == [.reply, .quote, .retweet, .reply])
    #expect(posts[0].draft.replyTo?.url == "https://x.com/them/status/5")
    #expect(posts[0].draft.replyTo?.author == "them")
    #expect(posts[0].time == PostTime(year: 2024, month: 5, day: 1, hour: 12))
    #expect(posts[1].draft.quote == Draft.Context(text: "They said so"))
    #expect(posts[1].draft.media == [Draft.Media(alt: "A van")])
    #expect(posts[3].draft.replyTo == Draft.Context(url: "12345"))
    #expect(harvest.places.map(\.line) == [2, 3, 4, 5])
    #expect(harvest.places.map(\.record) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    "full_text", "Text", "MESSAGE", "message_text", "body", "Post Content", "Message Body",
    "Post Copy", "postText", "Caption", "Copy", "Message (280)",
  ])
  func `a column for the text is known by its name`(_ name: String) throws {
    #expect(try read("ID,\(name),Created-At\n1,Hello,2024-05-01").texts == ["Hello"])
  }

  @Test func `of two columns that may hold the text the surer is taken`() throws {
    #expect(try read("id,text,full_text\n1,short…,short and long").texts == ["short and long"])
  }

  @Test(arguments: [
    ("created_at", "username"), ("Date", "Account"), ("sent_at", "author.username"),
    ("Timestamp", "handle"), ("scheduled_at", "User"),
  ])
  func `columns for the date and the account are known by their names`(
    _ date: String, _ account: String
  ) throws {
    let post = try #require(
      try read("\(date),\(account),text\n2024-05-01T10:00:00Z,@us,Hello").posts.first)
    #expect(post.time == PostTime(year: 2024, month: 5, day: 1, hour: 10))
    #expect(post.draft.account == "us")
  }

  @Test func `a file without a known column is refused with its names and an example`() throws {
    let failure = try #require(refusal("Nr,Wording,When\n1,Hello,x"))
    #expect(failure.code == "no-text-column")
    #expect(failure.message.contains("`Nr`, `Wording`, `When`"))
    #expect(failure.message.contains("--map 'text="))
  }

  @Test func `a mapping with a mistyped column gets the nearest`() throws {
    let failure = try #require(refusal("Nr,Wording,When\n1,Hello,x", map: "text=Wordign"))
    #expect(failure.code == "no-column")
    #expect(failure.message == "There is no column `Wordign`. Did you mean `Wording`?")
    let other = try #require(refusal("Nr,Wording,When\n1,Hello,x", map: "text=Message"))
    #expect(other.message.contains("The columns are `Nr`, `Wording`, `When`."))
  }

  @Test(arguments: [
    ("", "which column holds the text"), ("date=When", "which column holds the text"),
    ("text", "no column"), ("text=", "no column"), ("text=a,text=b", "twice"),
    ("txt=a", "`text`"), ("text=\"a", "not closed"), ("text=\"a\"b", "after"),
    ("text=a,colour=b", "Known are"), (",", "no column"),
  ])
  func `a mapping that is wrong is refused with a reason and an example`(
    _ map: String, _ reason: String
  ) {
    let failure = #expect(throws: ArchiveFailure.self) { try CSVMapping(map) }
    #expect(failure?.code == "bad-mapping")
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
    #expect(failure?.message.contains("--map 'text=Body") == true)
  }

  @Test func `a name in a mapping may hold a quotation mark written twice`() throws {
    #expect(try CSVMapping("text=\"The \"\"body\"\", x\"").columns == [.text: "The \"body\", x"])
  }

  @Test(arguments: ["id,text,text\n1,a,b", "id,Text,text \n1,a,b"])
  func `a name that two columns have is refused`(_ text: String) throws {
    let failure = try #require(refusal(text))
    #expect(failure.code == "repeated-column")
    #expect(failure.message.contains("text"))
  }

  @Test(arguments: ["id,text,link,Link\n1,Hello,b,c", "note,note,text\na,b,Hello"])
  func `a name that two columns have is no trouble where neither is read`(_ text: String) throws {
    #expect(try read(text).texts == ["Hello"])
    #expect(try read(text, map: "text=text").texts == ["Hello"])
  }

  @Test func `columns without a name are no trouble`() throws {
    #expect(try read("id,text,,\n1,Hello,,").texts == ["Hello"])
  }

  @Test
  func `a file without a header is read by the numbers of its columns, from its first row on`()
    throws
  {
    let harvest = try read(
      "2024-05-01,Hello,Hello\n2024-05-02,\"Two\nlines\",x\n2024-05-03,short\n",
      map: "text=2,date=1")
    #expect(harvest.texts == ["Hello", "Two\nlines", "short"])
    #expect(harvest.complaints.isEmpty)
  }

  @Test func `numbers that are the names of columns are names`() throws {
    #expect(try read("2,1\nHello,x\n", map: "text=2").texts == ["Hello"])
  }

  @Test func `a number beyond the columns is refused, and so is a file whose first row names none`()
    throws
  {
    #expect(try #require(refusal("2024-05-01,Hello\n", map: "text=3")).message.contains("`1`, `2`"))
    #expect(try #require(refusal("2024-05-01,Hello\n")).message.contains("--map text=2"))
  }

  // MARK: - Hostile files

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\u{FEFF}\r\n", "   \n,,\n"])
  func `an empty file is refused`(_ text: String) throws {
    #expect(try #require(refusal(text)).code == "empty")
  }

  @Test(arguments: ["id,text", "id,text\r\n", "id,text\n,\n , \n"])
  func `a header alone is told`(_ text: String) throws {
    let harvest = try read(text)
    #expect(harvest.records.isEmpty)
    #expect(harvest.complaints.map(\.code) == ["no-rows"])
  }

  @Test func `rows with too few or too many fields fail, and say so`() throws {
    let harvest = try read("id,date,text\n1,\n2,,a,b\n3,,a\n4\n")
    #expect(
      harvest.outcomes == ["wrong-field-count", "wrong-field-count", "post", "wrong-field-count"])
    #expect(harvest.failures[0].message.contains("2 fields, and the header has 3"))
    #expect(harvest.failures[1].message.contains("4 fields"))
    #expect(harvest.failures[1].message.contains("in quotation marks"))
    #expect(harvest.failures[2].message.contains("1 field,"))
  }

  @Test func `quotation marks everywhere are read as RFC 4180 has them, and what is not is told`()
    throws
  {
    let harvest = try read(
      #"""
      id,text
      1,a "quoted" word
      2,5" disc"
      3,"a ""quoted"" word"
      4,""""
      5,"a" b
      6,"a "quoted" word"
      7, "a"
      "8","x"
      """#)
    #expect(
      harvest.outcomes
        == ["post", "post", "post", "post", "bad-quotes", "bad-quotes", "post", "post"])
    #expect(
      harvest.texts == [
        "a \"quoted\" word", "5\" disc\"", "a \"quoted\" word", "\"", " \"a\"", "x",
      ])
    #expect(harvest.failures[0].message.contains("written twice"))
  }

  @Test func `marks that combine with a quotation mark or a comma do not hide it`() throws {
    let harvest = try read(
      "id,text,note\n1,\"\u{301}a, b\u{308}\",c\n2,\u{301}Guilty,\u{301}\n3,\"x\",\u{20DD}\n")
    #expect(harvest.texts == ["\u{301}a, b\u{308}", "\u{301}Guilty", "x"])
    #expect(harvest.failures == [])
  }

  @Test func `cells that begin like a formula are read as they are`() throws {
    #expect(
      try read("id,text\n1,'=1+1\n2,=HYPERLINK(\"a\")\n3,\"@us\"").texts
        == ["'=1+1", "=HYPERLINK(\"a\")", "@us"])
  }

  @Test func `a record without words fails, unless a picture is described`() throws {
    let harvest = try read("id,text,alt_text\n1,,\n2, ,A van\n3,\" \n\",\n")
    #expect(harvest.outcomes == ["no-text", "post", "no-text"])
    #expect(harvest.records[0] == .failed(harvest.failures[0], id: "1"))
  }

  @Test func `a NUL byte and a stray carriage return are told`() throws {
    let harvest = try read("id,text\n1,a\u{0}b\n2,good\n3,a\rb\n")
    #expect(harvest.outcomes == ["nul-byte", "post", "post", "wrong-field-count"])
    #expect(harvest.failures[0].message.contains("Export it again"))
  }

  @Test func `texts of Windows-1252 are read row by row, those of UTF-8 beside them`() throws {
    let start = Array("id,text\n1,caf".utf8) + [0xE9, 0x20, 0x80, 0x35, 0x20, 0x93, 0x78, 0x94]
    let harvest = try read(
      start + Array("\n2,café €5\n3,".utf8) + [0xA3] + Array("5 for “them”\n4,\"".utf8)
        + [0x92, 0x22, 0x22, 0xF0, 0x9F, 0x22])
    #expect(harvest.texts == ["café €5 “x”", "café €5", "£5 for “them”", "’\"ð\u{178}"])
  }

  @Test func `a file with the mark of UTF-8 must be UTF-8`() throws {
    let harvest = try read(
      Array("\u{FEFF}id,text\n1,café\n2,caf".utf8) + [0xE9] + Array("\n3,good".utf8))
    #expect(harvest.outcomes == ["post", "not-utf8", "post"])
    #expect(harvest.texts == ["café", "good"])
  }

  @Test func `an open quotation mark costs no row that can be read`() throws {
    let harvest = try read(
      """
      id,date,text
      1,2024-05-01,"open
      a line, with a comma, here
      2,2024-05-02,next
      3,2024-05-03,"last"
      """)
    #expect(harvest.outcomes == ["bad-quotes", "post", "post"])
    #expect(harvest.texts == ["next", "last"])
    #expect(harvest.places.map(\.line) == [2, 4, 5])
  }

  @Test func `a text of many megabytes is read`() throws {
    let long = String(repeating: "words ", count: 1_000_000)
    #expect(
      try read("id,text\n1,\"\(long)\"\n2,b").posts.map(\.draft.text.utf8.count) == [6_000_000, 1])
  }

  @Test func `any bytes come to the same records, however the stream is parted`() throws {
    var random = SeededGenerator(seed: 99)
    let pieces: [[UInt8]] =
      [
        "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "1,", "1,x\n", "2,\"x\"\n", "é", "\u{301}", " ",
        "2024-05-01",
        "\u{0}", "3,\"y",
      ].map { Array($0.utf8) } + [[0xE9], [0xFF, 0xFE]]
    for round in 0..<1_500 {
      var bytes = Array("id,text\n".utf8)
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      let sizes = (0..<2).map { _ in Int.random(in: 1...5, using: &random) }
      // More than is read ahead comes before, so that the parting matters.
      let lead = Array(String(repeating: "0,lead\n", count: round % 50 == 0 ? 11_000 : 0).utf8)
      let all = Array(bytes[..<8]) + lead + Array(bytes[8...])
      let whole = try Harvest(CSVReader(PiecewiseBytes(all), file: "a"))
      let parted = try Harvest(
        CSVReader(PiecewiseBytes(all, sizes: lead.isEmpty ? sizes : [65_000] + sizes), file: "a"))
      #expect(whole.records == parted.records)
      #expect(whole.places == parted.places)
      #expect(whole.records.count <= all.count)
      #expect(!whole.records.isEmpty || whole.complaints.map(\.code) == ["no-rows"])
    }
  }

  @Test func `more columns than any table has are refused`() throws {
    #expect(try #require(refusal(String(repeating: "a,", count: 9_000))).code == "no-header")
  }

  @Test func `a header whose quotation mark is not closed is refused`() throws {
    #expect(try #require(refusal("id,\"text\n1,a\n2,b")).code == "unclosed-quote")
  }

  // MARK: - Identifiers

  @Test(arguments: [
    "1.62692E+18", "1.626923456789e+18", "1E+18", "1,62692E+18", "1626920123456789760.0",
    "1626920123456789760.00",
  ])
  func `an id that a spreadsheet has ruined fails its record, and the message tells how to export`(
    _ id: String
  ) throws {
    let harvest = try read(
      "id;text\n\(id);Hello\n1626923456789012345;there\nE+18;c\n12E4;d\n1234.0;e")
    #expect(harvest.outcomes == ["ruined-id", "post", "post", "post", "post"])
    #expect(harvest.failures.first?.message.contains("Export anew") == true)
  }

  @Test func `ids that all end in noughts were rounded, and one alone may be chance`() throws {
    let ids = ["1626923456789010000", "1626923456789020000", "1626923456789030000"]
    let ruined = try read("id,text\n" + ids.map { $0 + ",a" }.joined(separator: "\n"))
    #expect(ruined.outcomes == ["ruined-id", "ruined-id", "ruined-id"])
    let chance = try read(
      "id,text\n" + (ids + ["1626923456789030001"]).map { $0 + ",a" }.joined(separator: "\n"))
    #expect(chance.failures == [])
    let few = try read("id,text\n\(ids[0]),a\n")
    #expect(few.posts.first?.draft.id == ids[0])
  }

  @Test func `a file needs no ids`() throws {
    #expect(try read("text,date\nHello,2024-05-01").posts.map(\.draft.id) == [nil])
  }

  // MARK: - Recognising

  @Test(arguments: [
    ("id,text\n1,a", true), ("\u{FEFF}Date;Message\n", true), ("Nr,Wording\n", false),
    ("{\"text\":1,\"id\":2}", false), ("Guilty, and the text is here", false), ("", false),
    ("text\nHello", false), ("[{\"a\":1}]", false),
  ])
  func `a CSV file is known by its header`(_ head: String, _ isCSV: Bool) {
    #expect(CSVReader.recognises(head: Array(head.utf8)) == isCSV)
  }
}
