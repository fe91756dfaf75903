import Rules

extension Handbook {
  /// Writes the posts that prove a rule.
  func writeExamples(of rule: Rule, to page: inout HTMLWriter) {
    guard !rule.flags.isEmpty || !rule.passes.isEmpty else { return }
    heading("Examples", to: &page)
    write(rule.flags, "found", "Found; the marked words are what it is about:", to: &page)
    write(rule.passes, "passed", "Left alone:", to: &page)
  }

  private func write(
    _ examples: [Example], _ kind: String, _ title: String, to page: inout HTMLWriter
  ) {
    guard !examples.isEmpty else { return }
    page.element("p", text: title)
    page.element("ul", ["class": "examples \(kind)"]) { page in
      for example in examples {
        page.element("li") { page in
          page.element("blockquote") { $0.element("p") { write(example, to: &$0) } }
          var notes = FactWords.surroundings(of: example)
          if let severity = example.severity { notes.append("Found as \(severity.rawValue)") }
          if let note = example.note { notes.append("Note: \(note)") }
          for note in notes {
            page.element("p", ["class": "note"], text: withheld.shown(note))
          }
        }
      }
    }
  }

  /// Writes the text of an example with what is marked in it.
  private func write(_ example: Example, to page: inout HTMLWriter) {
    let bytes = Array(example.text.utf8)
    let hidden = withheld.ranges(in: example.text)
    var end = 0
    for mark in Self.grown(example.marks, over: hidden) {
      write(bytes, end..<mark.lowerBound, hidden, to: &page)
      page.element("mark") { write(bytes, mark, hidden, to: &$0) }
      end = mark.upperBound
    }
    write(bytes, end..<bytes.count, hidden, to: &page)
  }

  private func write(
    _ bytes: [UInt8], _ range: Range<Int>, _ hidden: [Range<Int>], to page: inout HTMLWriter
  ) {
    var end = range.lowerBound
    for word in hidden where range.contains(word.lowerBound) {
      page.text(String(decoding: bytes[end..<word.lowerBound], as: UTF8.self))
      page.element("em", text: WithheldWords.substitute)
      end = word.upperBound
    }
    page.text(String(decoding: bytes[end..<range.upperBound], as: UTF8.self))
  }

  /// Marks in their order, without overlaps, and none of them ending within a word that is left out.
  private static func grown(_ marks: [Range<Int>], over hidden: [Range<Int>]) -> [Range<Int>] {
    let whole = marks.map { mark in
      hidden.filter { $0.overlaps(mark) }.reduce(mark) { grown, word in
        min(grown.lowerBound, word.lowerBound)..<max(grown.upperBound, word.upperBound)
      }
    }
    return whole.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { marks, mark in
      if let last = marks.last, last.upperBound > mark.lowerBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
      } else {
        marks.append(mark)
      }
    }
  }
}
