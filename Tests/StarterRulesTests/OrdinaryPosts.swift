import Rules
import Foundation
import PostText
import RiskEngine
import TestSupport

/// The real posts of `../shared/corpora`, and what a pack makes of them.
enum OrdinaryPosts {
  /// The texts of a corpus, or `nil` where it is absent.
  static func texts(of file: String) throws -> [(id: String, text: String)]? {
    guard let path = SharedFiles.path("corpora/" + file) else { return nil }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["id"] as? String ?? "", object?["text"] as? String ?? "")
    }
  }
}

/// How many posts of a set got each verdict, and which rules asked for a review.
struct VerdictShares {
  private(set) var posts = 0
  private var verdicts: [Verdict: Int] = [:]
  private var reviews: [String: Int] = [:]

  /// Counts the verdicts that rules give to posts.
  init(_ posts: [(id: String, text: String)], rules: CompiledRules) {
    var checker = Checker(rules: rules)
    for post in posts {
      let assessment = checker.check(Draft(post.text))
      self.posts += 1
      verdicts[assessment.verdict, default: 0] += 1
      for finding in assessment.findings where finding.severity >= .serious {
        reviews[finding.rule.id, default: 0] += 1
      }
    }
  }

  /// What goes over the budgets for ordinary posts: hold 0.2 %, review or worse 1.5 %, any finding
  /// 10 %, and 0.2 % for what one rule alone sends to review.
  var overruns: [String] {
    var overruns: [String] = []
    func hold(_ name: String, _ count: Int, perMille: Int) {
      if count * 1000 > posts * perMille {
        overruns.append("\(name): \(count) of \(posts), more than \(perMille) in 1000")
      }
    }
    hold("hold", verdicts[.hold, default: 0], perMille: 2)
    hold(
      "review or worse", verdicts[.hold, default: 0] + verdicts[.review, default: 0], perMille: 15)
    hold("any finding", posts - verdicts[.clear, default: 0], perMille: 100)
    for (rule, count) in reviews.sorted(by: { $0.key < $1.key }) {
      hold("review by rule \(rule)", count, perMille: 2)
    }
    return overruns
  }
}
