/// The text that a new rule begins with.
enum RuleSkeleton {
  /// A rule with every key that it needs, and words to be replaced.
  static func text(id: String, category: String) -> String {
    """
    id: \(id)
    title: What the rule finds, in a few words
    category: \(category)                 # an id of pack.yaml
    severity: caution               # advice, caution, serious or stop
    status: trial                   # reported apart, until it is made live
    match:
      - words: ["the words it finds"]
    reads_as: This could read as something that was not meant.
    advice: What to write instead, kind and short.
    examples:
      flags:                        # five at least, from different situations
        - "Here are [[the words it finds]]."
      passes:                       # five at least, near to it but harmless
        - "Here are other words."

    """
  }
}
