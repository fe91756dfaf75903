import Dispatch
import PostText
import Reports
import RiskEngine
import Rules
import Synchronization

/// Checks labelled posts by one pack, on several threads; their number changes the time and nothing else.
struct EvaluationRun {
  /// The posts that a thread takes at a time.
  private static let blockSize = 64

  /// The settings in force.
  let settings: Settings
  /// The rules that are measured.
  let rules: ActiveRules
  /// The most threads to use.
  let jobs: Int

  /// What the rules make of the posts of each set, parted by group, in the order of the inputs.
  func evaluated(_ sets: [LabelledSet]) -> [EvaluatedSet] {
    var rest = evaluated(sets.flatMap(\.posts))[...]
    return sets.flatMap { set in
      let posts = Array(rest.prefix(set.posts.count))
      rest = rest.dropFirst(set.posts.count)
      return set.groups.map { group in
        EvaluatedSet(
          name: set.name, group: group.name, sha256: set.sha256,
          posts: group.posts.map { posts[$0] })
      }
    }
  }

  /// Which rules were measured.
  var identity: RulesIdentity {
    rules.identity
  }

  /// A post is checked as `check` would do it, but for the day: without `at` it has none, so that the same posts
  /// give the same numbers on any day.
  private func evaluated(_ posts: [LabelledPost]) -> [EvaluatedPost] {
    let compiled = rules.compiled(posts.count < 20 ? .interpreted : .machineCode)
    let evaluator = Evaluator(compiled)
    let disabled = rules.disabled
    let profiles = posts.map { settings.profile(of: account(of: $0)) }
    let blocks = (posts.count + Self.blockSize - 1) / Self.blockSize
    let threads = max(1, min(jobs, blocks))
    let results = Mutex([[EvaluatedPost]](repeating: [], count: blocks))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let checkers = Checkers(rules: compiled, disabledRules: disabled)
      for block in stride(from: thread, to: blocks, by: threads) {
        let start = block * Self.blockSize
        let done = (start..<min(start + Self.blockSize, posts.count)).map { index in
          evaluator.evaluated(
            id: posts[index].id, label: posts[index].label,
            assessment: checkers.check(posts[index].draft, for: profiles[index]))
        }
        results.withLock { $0[block] = done }
      }
    }
    return results.withLock { $0.flatMap(\.self) }
  }

  private func account(of post: LabelledPost) -> String? {
    post.draft.account ?? settings.account.value
  }
}
