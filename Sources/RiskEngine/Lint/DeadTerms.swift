import PCRE2
import PostText
import Rules

/// Finds terms that no post can hold, by reading each as a post and looking for it.
struct DeadTerms: ~Copyable {
  /// The longest text that a post on X may have without a subscription; no term of a list comes near it.
  private static let longestPost = 280

  private let places: TermPlaces
  private let scratch = MatchScratch()
  private var view = PostView()

  /// Takes the places of the terms.
  init(places: TermPlaces) {
    self.places = places
  }

  /// The terms of a group, and the choices of its terms, that are never found.
  mutating func problems(of group: TermGroup) -> [RuleProblem] {
    group.terms.flatMap { term -> [RuleProblem] in
      guard let read = try? Term(parsing: term.value) else { return [] }
      return read.samples.compactMap { problem(of: $0, in: term, group.letterCase) }
    }
  }

  private mutating func problem(
    of sample: Term.Sample, in term: Placed<String>, _ letterCase: Matcher.LetterCase
  ) -> RuleProblem? {
    let length = sample.text.unicodeScalars.count
    guard length <= Self.longestPost else {
      return places.problem(
        .neverMatches, in: term, sample.range,
        "The shortest text that this finds has \(length) characters, more than a post.",
        hint: "Divide it into terms, and look for them with `near`.")
    }
    guard !isFound(sample.text, letterCase) else { return nil }
    let reading = view.segments.first.map {
      String(decoding: UnsafeBufferPointer(rebasing: view.bytes[$0.range]), as: UTF8.self)
    }
    return places.problem(
      .neverMatches, in: term, sample.range,
      "`\(sample.text)` is never found, since a post that says so is read otherwise.",
      hint: "It is read as `\(reading ?? "")`: write that.")
  }

  /// Whether a text, read as a post, is found by the term that is nothing but the text.
  private mutating func isFound(_ text: String, _ letterCase: Matcher.LetterCase) -> Bool {
    view.read(Draft(text))
    let term = Placed(text, at: SourcePlace(file: "", line: 1, column: 1))
    let source = ListPatterns([]).terms(of: .init(terms: [term], letterCase: letterCase)).first
    guard let source,
      let pattern = try? Pattern(
        source.source, options: PatternOptions(caseless: source.isCaseless))
    else { return false }
    for segment in view.segments {
      let bytes = UnsafeBufferPointer(rebasing: view.bytes[segment.range])
      if (try? pattern.hasMatch(in: bytes, using: scratch)) == true { return true }
    }
    return false
  }
}
