/// The kind of server that stands behind the gateway.
package enum GatewayAPI: String, Sendable, CaseIterable {
  /// Mastodon and what speaks its API.
  case mastodon
  /// A personal data server of Bluesky.
  case bluesky
  /// X, versions 1.1 and 2.
  case x
}
