/// Reads the files of a rule pack and says everything that is wrong with them.
package enum PackReader {
  /// Reads a pack from its files, which may come in any order.
  ///
  /// Nothing outside the arguments is read. Hidden files and `README.md` are passed over.
  ///
  /// - Parameters:
  ///   - files: The files of the pack, their paths relative to its folder.
  ///   - added: Files of further folders that add to the pack: rules, lists, scopes and calendars of their
  ///     own, which may refer to the pack's, and categories and references in a `pack.yaml` that need not
  ///     be there.
  ///   - isAttacking: False to spare the attack on each pattern, which takes most of the time and finds only
  ///     patterns that are too slow.
  /// - Returns: The pack, or `nil` when there is any fault; and all faults, sorted by place.
  package static func read(
    _ files: [PackFile], adding added: [PackFile] = [], isAttacking: Bool = true
  ) -> (pack: RulePack?, problems: [RuleProblem]) {
    var assembly = PackAssembly()
    assembly.read(files, isAddition: false)
    if !added.isEmpty { assembly.read(added, isAddition: true) }
    let pack = assembly.finish(isAttacking: isAttacking)
    let problems = assembly.record.sortedProblems
    return (problems.isEmpty ? pack : nil, problems)
  }
}
