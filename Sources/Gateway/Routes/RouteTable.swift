import NIOHTTP1

/// Finds out what a request is.
struct RouteTable: Sendable {
  /// What a request is.
  enum Finding: Sendable {
    /// It only reads.
    case read
    /// It is a write that is known.
    case write(Route)
    /// It is a write that is not known.
    case unknown
  }

  private let routes: [Route]

  /// The routes of an API.
  init(_ api: GatewayAPI) {
    switch api {
    case .mastodon: routes = MastodonRoutes.all
    case .bluesky: routes = BlueskyRoutes.all
    case .x: routes = XRoutes.all
    }
  }

  /// What a request is.
  ///
  /// A path that is not written exactly as the API has it, such as one with `//`, `%73` or a slash at its end, is none
  /// that is known, whatever the server would make of it.
  func finding(for head: HTTPRequestHead) -> Finding {
    guard head.isWrite else { return .read }
    let parts = Route.parts(of: RequestTarget(head.uri).path)
    let method = head.method.rawValue
    let route = routes.first { $0.method == method && $0.matches(parts) }
    return route.map { .write($0) } ?? .unknown
  }
}
