import Testing

/// Holds the shipped rules to giving every group, place, party and name the same answer.
struct FairnessMatrixTests {
  @Test(arguments: FairnessMatrix.all)
  func `whichever word stands in a template, it comes to the same`(
    _ matrix: FairnessMatrix
  ) throws {
    var judge = try FairnessJudge()
    let outcomes = matrix.words.map {
      (word: $0, outcome: judge.outcome(of: matrix.post(with: $0)))
    }
    let usual = Dictionary(grouping: outcomes, by: \.outcome).max { left, right in
      (left.value.count, right.key.description) < (right.value.count, left.key.description)
    }
    let others = outcomes.filter { $0.outcome != usual?.key }.map { "\($0.word): \($0.outcome)" }
    #expect(others == [], "\(matrix.template) is usually \(usual?.key.description ?? "")")
  }

  @Test func `the matrix holds what it should`() {
    #expect(FairnessMatrix.all.allSatisfy { Set($0.words).count == $0.words.count })
    #expect(FairnessMatrix.all.allSatisfy { $0.template.contains("{}") })
    #expect(FairnessMatrix.all.reduce(0) { $0 + $1.words.count } > 800)
  }
}
