import PCRE2

/// Checks terms and patterns: the one place where the loader meets what they are lowered to.
struct PatternChecks {
  /// Where faults go.
  let record: LoadRecord

  /// Checks that a term is well formed and cannot match nothing.
  func check(term value: YAMLValue, text: String) {
    do {
      let term = try Term(parsing: text)
      if Self.mayBeEmpty(term) {
        record.report(
          .matchesEmpty, at: value, "The term can match nothing at all.",
          hint: "Leave one part of it without `?`.")
      }
    } catch {
      record.report(
        .badTerm, atScalar: error.offset, of: value, "This is not a good term: \(error.message).",
        hint: "`(a|b)` is a choice, `(a|b)?` may be left out, `kick~` inflects, `kick*` goes on.")
    }
  }

  /// Checks the patterns of a pack once all lists are known.
  func check(patterns: [PatternSite], lists: [WordList], isAttacking: Bool) {
    let lists = ListPatterns(lists)
    for site in patterns { check(site, lists: lists, isAttacking: isAttacking) }
  }

  private static func mayBeEmpty(_ term: Term) -> Bool {
    term.pieces.allSatisfy { piece in
      if case .choice(_, let isOptional) = piece { isOptional } else { piece == .space }
    }
  }

  private func check(_ site: PatternSite, lists: ListPatterns, isAttacking: Bool) {
    let written = site.test.source.value
    let expansion = PatternExpansion(written, lists: lists, letterCase: site.test.letterCase)
    for (name, offset) in expansion.unknownLists where !record.isDefined(.list, name) {
      let nearest = Nearest.to(name, among: record.definedNames(.list))
      record.report(
        .unknownList, atScalar: offset, of: site.value, "There is no list `\(name)`.",
        hint: nearest.map { "Did you mean `{\($0)}`?" } ?? "A list is a file of `lists/`.",
        width: name.unicodeScalars.count + 2)
    }
    // What a missing list would have stood for cannot be judged.
    guard expansion.unknownLists.isEmpty else { return }
    let end = expansion.source.utf8.count
    let offset = { (byte: Int) in
      byte >= end ? written.unicodeScalars.count : expansion.writtenOffset(ofByte: byte)
    }
    do throws(PatternError) {
      let isCaseless = site.test.letterCase == .ignore
      let pattern = try Pattern(
        expansion.source, options: PatternOptions(caseless: isCaseless))
      checkGroups(of: pattern, at: site)
      let hazards = PatternHazards(of: pattern.source, caseless: isCaseless)
      checkEmptiness(of: pattern, hazards, at: site)
      checkCost(of: pattern, hazards, at: site, isAttacking: isAttacking, offset: offset)
    } catch {
      record.report(
        .badPattern, atScalar: offset(error.offset), of: site.value,
        "PCRE2 does not take this pattern: \(error.message).")
    }
  }

  private func checkGroups(of pattern: Pattern, at site: PatternSite) {
    for (use, value) in zip(site.test.validators, site.groups) {
      guard let group = use.group, let value, pattern.groupNumbers[group] == nil else { continue }
      let known = pattern.groupNumbers.keys.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      let nearest = Nearest.to(group, among: known).map { "Did you mean `\($0)`?" }
      record.report(
        .unknownGroup, at: value, "The pattern has no group `\(group)`.",
        hint: nearest ?? "Name a group in the pattern: `(?<\(group)>…)`.")
    }
  }

  private func checkEmptiness(
    of pattern: Pattern, _ hazards: PatternHazards, at site: PatternSite
  ) {
    // A text on which matching gives up says nothing here; the attack reports it.
    let isFound = (try? PatternHazards.matchesEmpty(pattern, using: MatchScratch())) ?? false
    if hazards.mayMatchEmpty || isFound {
      record.report(
        .matchesEmpty, at: site.value, "The pattern can match nothing at all.",
        hint: "Make one part of it necessary.")
    }
  }

  private func checkCost(
    of pattern: Pattern, _ hazards: PatternHazards, at site: PatternSite, isAttacking: Bool,
    offset: (Int) -> Int
  ) {
    let hint = "Bound the loops, as in `.{0,40}`, or make them possessive, as in `\\w++`."
    if let nested = hazards.found.first(where: { $0.shape == .nestedLoops }) {
      record.report(
        .catastrophic, atScalar: offset(nested.offset), of: site.value,
        "Some texts would take this pattern for ever: \(nested.shape.rawValue).", hint: hint)
    } else if isAttacking, let success = AttackProbe.attack(pattern).first {
      record.report(
        .catastrophic, atScalar: offset(success.offset), of: site.value,
        "A text of \(success.text.count) bytes makes this pattern give up: \(success.failure).",
        hint: hint)
    }
  }
}
