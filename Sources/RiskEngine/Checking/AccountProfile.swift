/// What is known of the account that publishes, from its settings.
package struct AccountProfile: Sendable, Equatable {
  /// The kind of account: `corporate`, `local` or `named`.
  package var kind: String?
  /// The nation it serves: `england`, `wales`, `scotland` or `northern-ireland`.
  package var nation: String?
  /// True when it has a duty to post in Welsh as well.
  package var isBilingual: Bool
  /// What belongs to the force, so that it is no private person's.
  package var own: OwnValues

  /// Makes a profile from settings.
  package init(
    kind: String? = nil, nation: String? = nil, isBilingual: Bool = false, own: OwnValues = .init()
  ) {
    self.kind = kind
    self.nation = nation
    self.isBilingual = isBilingual
    self.own = own
  }
}
