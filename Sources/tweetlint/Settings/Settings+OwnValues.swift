import RiskEngine

extension Settings {
  /// Lets every account know what belongs to the force: what the general account names, and all the accounts.
  mutating func shareOwnValues() {
    var common = profile.value.own
    var handles = OwnValues()
    handles.handles =
      (account.value.map { [$0] } ?? []) + accounts.value.values.map(\.handle).sorted()
    common.add(handles)
    profile.value.own = common
    accounts.value = accounts.value.mapValues { account in
      var account = account
      account.profile.own.add(common)
      return account
    }
  }
}
