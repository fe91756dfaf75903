/// The text of an example with its `[[…]]` taken out.
struct ExampleMarks: Equatable {
  /// The text without marks.
  let text: String
  /// The byte ranges of ``text`` that were marked.
  let marks: [Range<Int>]

  /// What is wrong with the marks of a text.
  struct Fault: Error, Equatable {
    /// How many scalars stand before it.
    let offset: Int
    /// What is wrong.
    let message: String
    /// How to mend it.
    let hint: String
  }

  /// Takes the marks out of a text.
  static func read(_ written: String) -> Result<ExampleMarks, Fault> {
    let scalars = Array(written.unicodeScalars)
    var text = String.UnicodeScalarView()
    var length = 0
    var marks: [Range<Int>] = []
    var opening: (offset: Int, start: Int)?
    var index = 0
    while index < scalars.count {
      let isPair = index + 1 < scalars.count && scalars[index + 1] == scalars[index]
      if isPair, scalars[index] == "[" {
        if opening != nil { return .failure(nested(at: index)) }
        opening = (index, length)
        index += 2
      } else if isPair, scalars[index] == "]" {
        guard let open = opening else { return .failure(unopened(at: index)) }
        if open.start == length { return .failure(empty(at: open.offset)) }
        marks.append(open.start..<length)
        opening = nil
        index += 2
      } else {
        text.append(scalars[index])
        length += UTF8.width(scalars[index])
        index += 1
      }
    }
    if let opening { return .failure(unclosed(at: opening.offset)) }
    return .success(ExampleMarks(text: String(text), marks: marks))
  }

  private static func nested(at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "A mark begins inside another.",
      hint: "Close the first with `]]` before the next `[[`.")
  }

  private static func unopened(at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "A mark ends here that never began.",
      hint: "Put `[[` in front of what must be found.")
  }

  private static func empty(at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "The mark is empty.",
      hint: "Put the words that must be found between `[[` and `]]`.")
  }

  private static func unclosed(at offset: Int) -> Fault {
    Fault(
      offset: offset, message: "The mark is never closed.",
      hint: "Put `]]` after what must be found.")
  }
}
