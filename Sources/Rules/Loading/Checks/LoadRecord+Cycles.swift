extension LoadRecord {
  /// Reports lists that include themselves and scopes that refer to themselves, each circle once.
  func checkCycles() {
    for kind in [NameReference.Kind.includedList, .scopeOfScope] {
      var uses: [String: [NameReference]] = [:]
      for reference in references where reference.kind == kind {
        uses[reference.owner, default: []].append(reference)
      }
      var finished: Set<String> = []
      for start in uses.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        reportCycle(from: start, of: kind, uses: uses, finished: &finished)
      }
    }
  }

  // Walks depth first with a stack of its own, since a chain of lists may be longer than the call stack.
  private func reportCycle(
    from start: String, of kind: NameReference.Kind, uses: [String: [NameReference]],
    finished: inout Set<String>
  ) {
    guard !finished.contains(start) else { return }
    var path: [(name: String, next: Int)] = [(start, 0)]
    while let (name, next) = path.last {
      guard let references = uses[name], next < references.count else {
        finished.insert(name)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let reference = references[next]
      if let first = path.firstIndex(where: { $0.name == reference.name }) {
        let circle = path[first...].map(\.name) + [reference.name]
        let verb = kind == .includedList ? "includes" : "refers to"
        report(
          .circular, at: reference.place, "The \(kind.noun) `\(reference.name)` \(verb) itself.",
          hint: "The circle is \(circle.joined(separator: " → ")).", width: reference.width)
      } else if !finished.contains(reference.name) {
        path.append((reference.name, 0))
      }
    }
  }
}
