/// The words that drafts and accounts use for their facts.
///
/// They are the raw values of the types that a draft is made of, repeated here since a pack is read without
/// knowing drafts; a test of the engine holds the two together.
package enum Vocabulary {
  /// What a post may be for.
  package static let purposes = [
    "missing-appeal", "wanted-appeal", "collision-appeal", "witness-appeal", "court-result",
    "charge", "event-policing", "condolence",
  ]
  /// How far a case may have come.
  package static let caseStages = ["none", "arrested", "charged", "convicted"]
  /// The kinds of account.
  package static let accounts = ["corporate", "local", "named"]
  /// The nations of the United Kingdom.
  package static let nations = ["england", "wales", "scotland", "northern-ireland"]
  /// The urgencies that a draft may declare.
  package static let urgencies = ["life-at-risk"]
}
