import ArgumentParser
import RiskEngine

/// Which posts of a set are wanted, and how they are labelled and grouped.
struct PostChoice {
  /// What a line without `expect` is; such a line is a fault when `nil`.
  var unlabelled: PostLabel?
  /// The key whose values part a set.
  var groupKey: String?
  /// The values that a post must have.
  var only: [KeyValue] = []
  /// The values that a post must not have.
  var except: [KeyValue] = []
  /// Further keys that are not read.
  var ignored: [String] = []

  /// The keys that lines may have because of the choice.
  var keys: [String] {
    (only + except).map(\.key) + ignored + (groupKey.map { [$0] } ?? [])
  }
}

/// A key of a labelled post and the value that it must have, written `key=value`.
struct KeyValue: ExpressibleByArgument {
  /// The key.
  let key: String
  /// The value; of a list, one of its items, and nothing for a list without items.
  let value: String

  init?(argument: String) {
    let bytes = argument.utf8
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "=")), mark > bytes.startIndex else {
      return nil
    }
    key = String(argument[..<mark])
    value = String(argument[bytes.index(after: mark)...])
  }
}

/// What a line without `expect` is taken for.
enum Unlabelled: String, CaseIterable, ExpressibleByArgument {
  /// A post that is fine.
  case ordinary
  /// A risk whose category nobody named.
  case risky

  /// The label.
  var label: PostLabel {
    switch self {
    case .ordinary: .ordinary
    case .risky: .risky([])
    }
  }
}
