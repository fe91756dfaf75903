/// Attacks a pattern with texts made for it, and reports those that reach a match limit.
///
/// For every loop it writes a text that leads up to the loop, feeds it many times over and then
/// fails. Only limits are counted, never time, so the answer is the same on every machine.
package struct AttackProbe {
  /// A text that made matching fail.
  package struct Success: Sendable, Equatable {
    /// Where in the pattern the quantifier of the attacked loop stands, in bytes.
    package let offset: Int
    /// How matching failed.
    package let failure: MatchFailure
    /// The text.
    package let text: [UInt8]
  }

  /// How often a loop is fed: the few are for exponential loops, the many for the others.
  private static let feeds = [28, 400]
  /// The longest text that is tried, in bytes: no draft is longer.
  private static let lengthLimit = 25_000
  /// What follows the fed text to make the match fail.
  private static let spoilers: [[UInt8]] = [[0x01], Array("!\n".utf8), Array("é☃".utf8)]

  /// Attacks every loop of a pattern; stops at the first success for each.
  package static func attack(
    _ pattern: Pattern, using scratch: MatchScratch = MatchScratch()
  ) -> [Success] {
    let syntax = PatternSyntax(pattern.source, caseless: pattern.options.caseless)
    var loops: [Target] = []
    collect(syntax.root, after: [], into: &loops)
    // PCRE2 gives up at once on a text that lacks a character every match needs.
    let whole = sample(syntax.root, choosing: 0)
    return loops.compactMap { success($0, whole, pattern, scratch) }
  }

  /// A loop and what leads up to it.
  private struct Target {
    let offset: Int
    let lead: [UInt8]
    let feed: [[UInt8]]
  }

  private static func success(
    _ target: Target, _ ending: [UInt8], _ pattern: Pattern, _ scratch: MatchScratch
  ) -> Success? {
    for feed in target.feed where !feed.isEmpty {
      for count in feeds {
        for spoiler in spoilers {
          let times = min(count, lengthLimit / feed.count)
          let meal = Array(repeatElement(feed, count: times).joined())
          let text = target.lead + meal + spoiler + ending
          do {
            _ = try pattern.firstMatch(validating: text, using: scratch)
          } catch {
            return Success(offset: target.offset, failure: error, text: text)
          }
        }
      }
    }
    return nil
  }

  private static func collect(
    _ node: PatternSyntax.Node, after lead: [UInt8], into targets: inout [Target]
  ) {
    switch node {
    case .sequence(let nodes):
      var lead = lead
      for node in nodes {
        collect(node, after: lead, into: &targets)
        lead += sample(node, choosing: 0)
      }
    case .choice(let branches):
      for branch in branches.prefix(12) { collect(branch, after: lead, into: &targets) }
    case .atomic(let body): collect(body, after: lead, into: &targets)
    case .look(let look): collect(look.body, after: lead, into: &targets)
    case .loop(let loop):
      if loop.most.map({ $0 > 20 }) ?? true {
        let feed = (0..<3).map { sample(loop.body, choosing: $0) }
        targets.append(Target(offset: loop.offset, lead: lead, feed: unique(feed)))
      }
      collect(loop.body, after: lead, into: &targets)
    case .scalar, .set, .place, .backreference, .opaque: break
    }
  }

  private static func unique(_ feeds: [[UInt8]]) -> [[UInt8]] {
    feeds.enumerated().filter { !feeds[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// Writes a short text that a piece matches, taking the given branch and set member in turn.
  private static func sample(_ node: PatternSyntax.Node, choosing choice: Int) -> [UInt8] {
    switch node {
    case .scalar(let scalar, _):
      return Unicode.Scalar(scalar).flatMap(UTF8.encode).map(Array.init) ?? []
    case .set(let set): return sample(set, choosing: choice)
    case .sequence(let nodes): return nodes.flatMap { sample($0, choosing: choice) }
    case .choice(let branches): return sample(branches[choice % branches.count], choosing: choice)
    case .atomic(let body): return sample(body, choosing: choice)
    case .loop(let loop):
      let count = max(loop.least, loop.most == 0 ? 0 : 1)
      return Array(
        repeatElement(sample(loop.body, choosing: choice), count: min(count, 40)).joined())
    case .place, .look, .opaque: return []
    case .backreference: return Array("a".utf8)
    }
  }

  private static func sample(_ set: ScalarSet, choosing choice: Int) -> [UInt8] {
    // Letters first: they are in most sets, so that one text feeds several loops at once.
    let preferred = Array("a0 -Ab.z_".utf8).filter(set.ascii.contains)
    let members = preferred + set.ascii.members.filter { !preferred.contains($0) }
    if !members.isEmpty { return [members[choice % members.count]] }
    guard case .listed(let others) = set.beyond, let scalar = others.first else {
      return Array("é".utf8)
    }
    return Unicode.Scalar(scalar).flatMap(UTF8.encode).map(Array.init) ?? []
  }
}
