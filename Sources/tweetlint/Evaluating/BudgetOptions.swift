import ArgumentParser
import RiskEngine

/// The options that set budgets.
struct BudgetOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The most ordinary posts that may be held.", valueName: "percent"))
  var maxHold: Percentage?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most ordinary posts that may be sent to review, or held.", valueName: "percent"))
  var maxReview: Percentage?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most ordinary posts in which anything may be found.", valueName: "percent"))
  var maxAny: Percentage?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most ordinary posts that one rule alone may send to review.", valueName: "percent"))
  var maxRuleReview: Percentage?

  @Option(
    name: .long,
    help: ArgumentHelp("The fewest risky posts that must be caught.", valueName: "percent"))
  var minRecall: Percentage?

  /// The budgets that were set.
  var budgets: EvaluationBudgets {
    var budgets = EvaluationBudgets()
    budgets.maxHold = maxHold
    budgets.maxReview = maxReview
    budgets.maxAny = maxAny
    budgets.maxRuleReview = maxRuleReview
    budgets.minRecall = minRecall
    return budgets
  }
}

extension Percentage: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
