import PostText
import Reports

/// The posts of a plain draft: text, and after each line `---` a further post of the thread.
struct PostLines {
  /// The draft with its text and thread.
  private(set) var draft = Draft("")
  /// Where the posts stand in the file.
  private(set) var places: [PartName: PartPlace] = [:]

  /// Reads the posts from the line with number `first`, counted from 0.
  ///
  /// Blank lines at the start and the end of a post are not part of it; a post of blank lines is none.
  init(lines: ByteLines, from first: Int) {
    var posts: [Range<Int>] = []
    var start = first
    for index in first...max(first, lines.ranges.count) {
      let isEnd = index >= lines.ranges.count
      guard isEnd || lines.isSeparator(lines.ranges[index]) else { continue }
      if let post = Self.trimmed(start..<max(start, index), of: lines) {
        posts.append(post)
      }
      start = index + 1
    }
    var offset = TextOffset(utf8: 0, in: lines.bytes)
    for (number, post) in posts.enumerated() {
      add(post, number: number, of: lines, &offset)
    }
  }

  private mutating func add(
    _ post: Range<Int>, number: Int, of lines: ByteLines, _ offset: inout TextOffset
  ) {
    let bytes =
      lines.ranges[post.lowerBound].lowerBound..<lines.ranges[post.upperBound - 1].upperBound
    let text = String(decoding: lines.bytes[bytes], as: UTF8.self)
    offset.move(to: bytes.lowerBound, in: lines.bytes)
    let place = PartPlace(
      line: offset.line + 1, column: offset.column + 1, utf8: offset.utf8, scalar: offset.scalar,
      isVerbatim: true)
    if number == 0 {
      draft.text = text
      places[.text] = place
    } else {
      draft.thread.append(text)
      places[.thread(number)] = place
    }
  }

  private static func trimmed(_ lines: Range<Int>, of all: ByteLines) -> Range<Int>? {
    guard let first = lines.first(where: { !all.isBlank(all.ranges[$0]) }),
      let last = lines.last(where: { !all.isBlank(all.ranges[$0]) })
    else { return nil }
    return first..<last + 1
  }
}
