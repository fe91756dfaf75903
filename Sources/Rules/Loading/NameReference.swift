/// The use of a name that another file, or another part of the same one, must define.
struct NameReference {
  /// What the name should be the name of.
  let kind: Kind
  /// The name.
  let name: String
  /// Where it is used.
  let place: SourcePlace
  /// How many columns it fills.
  let width: Int
  /// The rule, list or scope that uses it.
  let owner: String

  /// The kinds of thing that are referred to by name.
  enum Kind: Hashable {
    /// A word list, named by a rule or a scope.
    case list
    /// A word list, named by another one that includes it.
    case includedList
    /// A scope, named by a rule.
    case scope
    /// A scope, named by another one.
    case scopeOfScope
    /// A category, a reference or a calendar.
    case category, reference, calendar
    /// A rule; rules are defined, never referred to.
    case rule
  }
}
