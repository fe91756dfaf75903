extension LoadRecord {
  /// Reports the names that nothing defines.
  func checkReferences() {
    for reference in references {
      let kind = reference.kind.definition
      guard !isForgiven(kind), !isDefined(kind, reference.name) else { continue }
      let nearest = Nearest.to(reference.name, among: definedNames(kind))
      report(
        kind.unknownCode, at: reference.place,
        "There is no \(kind.noun) `\(reference.name)`.",
        hint: nearest.map { "Did you mean `\($0)`?" } ?? kind.advice, width: reference.width)
    }
  }
}

extension NameReference.Kind {
  /// The kind under which the name is defined.
  var definition: Self {
    switch self {
    case .includedList: .list
    case .scopeOfScope: .scope
    default: self
    }
  }

  /// What the thing is called.
  var noun: String {
    switch self {
    case .list, .includedList: "list"
    case .scope, .scopeOfScope: "scope"
    case .category: "category"
    case .reference: "reference"
    case .calendar: "calendar"
    case .rule: "rule"
    }
  }

  /// The code of a name that nothing defines.
  fileprivate var unknownCode: RuleProblem.Code {
    switch self {
    case .list, .includedList: .unknownList
    case .scope, .scopeOfScope, .rule: .unknownScope
    case .category: .unknownCategory
    case .reference: .unknownReference
    case .calendar: .unknownCalendar
    }
  }

  fileprivate var advice: String {
    switch self {
    case .list, .includedList: "A list is a file of `lists/`."
    case .scope, .scopeOfScope: "Scopes are defined in `scopes.yaml`."
    case .category: "Categories are defined in `pack.yaml`."
    case .reference: "References are defined in `pack.yaml`."
    case .calendar: "A calendar is a file of `calendars/`."
    case .rule: "A rule is a file of its family's folder."
    }
  }
}
