import Reports
import RiskEngine

/// The codes with which a check ends.
enum ExitStatus: Int32 {
  /// Nothing at or over the threshold.
  case passed = 0
  /// Something at or over the threshold.
  case failed = 1
  /// Something could not be read or done.
  case impossible = 2
  /// Nothing at or over the threshold, but something was not checked.
  case incomplete = 3

  /// The code for what became of some drafts.
  init(_ records: [Record], failOn threshold: Verdict) {
    var assessments: [Assessment] = []
    for record in records {
      guard case .checked(let checked) = record.outcome else {
        self = .impossible
        return
      }
      assessments.append(checked.assessment)
    }
    if assessments.contains(where: { $0.verdict >= threshold }) {
      self = .failed
    } else {
      self = assessments.contains(where: \.isIncomplete) ? .incomplete : .passed
    }
  }
}
