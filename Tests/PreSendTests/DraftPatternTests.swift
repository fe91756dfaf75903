import Testing

@testable import PreSend

@Suite struct DraftPatternTests {
  @Test(
    arguments: [
      (
        "posts/**/*.md", ["posts/y.md", "posts/a/x.md", "posts/a/b/x.md"], ["y.md", "a/posts/y.md"]
      ),
      (
        "posts/*.md", ["posts/y.md", "posts/a/b/x.md", "Posts/Y.MD"],
        ["posts/y.txt", "myposts/y.md"]
      ),
      ("**/posts/*.md", ["posts/y.md", "a/b/posts/y.md"], ["a/myposts/y.md"]),
      ("a/**/**/b.md", ["a/b.md", "a/x/b.md", "a/x/y/z/b.md"], ["a/xb.md"]),
      ("posts/**", ["posts/y.md", "posts/a/b"], ["posts"]),
      ("*.post", ["a.post", "b/c/a.post"], ["a.posts"]),
    ] as [(String, [String], [String])])
  func `a star stands for anything, and two with a slash for folders or none`(
    text: String, drafts: [String], others: [String]
  ) throws {
    let pattern = try DraftPattern(text)
    for path in drafts { #expect(pattern.matches(Array(path.utf8)), "\(path)") }
    for path in others { #expect(!pattern.matches(Array(path.utf8)), "\(path)") }
  }

  private static let folder =
    "Write `posts/*` for all files in it; a file without a dot, such as TWEET, is written TWEE[T]."
  private static let dots = "Write the path as git shows it."

  @Test(arguments: [
    ("./posts/*.md", "Write `posts/*.md`."), ("/posts/*.md", "Write `posts/*.md`."),
    ("../*.md", "Write `*.md`."), ("posts", folder), ("posts/", folder),
    ("posts//*.md", dots), ("posts/./*.md", dots), ("a/../posts/*.md", dots),
    ("posts/*.{md,txt}", "Write one pattern for each of the endings."),
    (":(glob)posts/*.md", "Write the path alone."), ("!posts/x.md", "Write the path alone."),
    ("", "Write a path such as `posts/*.md`."),
    ("**/**/**/**/**/*.md", "`*` stands for folders too, so one will do."),
  ])
  func `a pattern that no draft can match is told, with one that can`(text: String, hint: String) {
    let fault = #expect(throws: DraftPattern.Fault.self) { try DraftPattern(text) }
    #expect(fault?.hint == hint)
  }
}
