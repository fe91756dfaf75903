import Rules

/// What belongs to the force behind an account, each value as settings write it.
package struct OwnValues: Sendable, Equatable {
  /// Its buildings.
  package var stations: [Station] = []
  /// Its telephone numbers.
  package var hotlines: [String] = []
  /// Its accounts, with or without the at sign.
  package var handles: [String] = []
  /// Its e-mail addresses, and the domains all of whose addresses are its own.
  package var emails: [String] = []

  /// A building; what is `nil` is not known.
  package struct Station: Sendable, Equatable {
    /// What it is called.
    package var name: String?
    /// The street, with the number if there is one.
    package var address: String?
    /// The full postcode.
    package var postcode: String?

    /// Gathers what is known of a building.
    package init(name: String? = nil, address: String? = nil, postcode: String? = nil) {
      self.name = name
      self.address = address
      self.postcode = postcode
    }
  }

  /// Makes values of nothing.
  package init() {}

  /// Adds those of another account of the same force.
  package mutating func add(_ others: OwnValues) {
    stations += others.stations.filter { !stations.contains($0) }
    hotlines += others.hotlines.filter { !hotlines.contains($0) }
    handles += others.handles.filter { !handles.contains($0) }
    emails += others.emails.filter { !emails.contains($0) }
  }

  /// The patterns of the values of a kind.
  func patterns(of kind: OwnValueKind) -> [String] {
    switch kind {
    case .stations: stations.flatMap(OwnValuePattern.station)
    case .hotlines: hotlines.map(OwnValuePattern.hotline)
    case .handles: handles.map(OwnValuePattern.handle)
    case .emails: emails.map(OwnValuePattern.email)
    }
  }
}
