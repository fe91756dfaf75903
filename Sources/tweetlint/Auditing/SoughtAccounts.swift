import Archives
import Rules

/// Finds out which of the accounts that were asked for no post is of.
struct SoughtAccounts {
  /// The most accounts that are named, and the most that are kept.
  private static let most = (named: 10, kept: 1_000)

  /// The handles that no post had yet, in lower case.
  private var missing: Set<String>
  /// The accounts of posts that were left out.
  private var others: Set<String> = []

  /// Takes the handles that were asked for, in lower case.
  init(_ handles: Set<String>) {
    missing = handles
  }

  /// Takes in the account of a post that was checked.
  mutating func add(checked account: String?) {
    guard !missing.isEmpty, let account else { return }
    missing.remove(account.lowercased())
  }

  /// Takes in the accounts of posts that were left out for not having been asked for.
  mutating func add(leftOut accounts: Set<String>) {
    guard others.count < Self.most.kept else { return }
    others.formUnion(accounts)
  }

  /// A warning for each account that was asked for in vain.
  var warnings: [String] {
    missing.sorted().map { handle in
      "--account \(handle): no post of this account was checked. " + hint(for: handle)
    }
  }

  private func hint(for handle: String) -> String {
    let seen = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !seen.isEmpty else {
      return "If posts name no account, --of-account says whose they are."
    }
    if let nearest = Nearest.to(handle, among: seen) { return "Did you mean `\(nearest)`?" }
    let more = seen.count - Self.most.named
    guard more > 0 else { return "There are posts of \(Wording.list(seen, joiner: "and"))." }
    let named = seen.prefix(Self.most.named).map { "`\($0)`" }.joined(separator: ", ")
    return "There are posts of \(named) and \(more) more."
  }
}
