@testable import Gateway
import Testing

/// The tables of routes hold together.
struct RouteTests {
  private static let tables: [(String, [Route])] = [
    ("mastodon", MastodonRoutes.all), ("bluesky", BlueskyRoutes.all), ("x", XRoutes.all),
  ]

  @Test(arguments: tables) func `no route is there twice`(_ name: String, _ routes: [Route]) {
    let names = routes.map { $0.method + " " + $0.pattern }
    #expect(Set(names).count == names.count)
  }

  /// A server may let a field of a form change POST into another method, so what passes unread as POST must not be a
  /// path where another method publishes words.
  @Test(arguments: tables)
  func `no path passes unread as POST that is read with another method`(
    _ name: String, _ routes: [Route]
  ) {
    let unread = routes.filter {
      if case .nothing = $0.reading { $0.method == "POST" } else { false }
    }
    let read = routes.filter {
      if case .nothing = $0.reading { false } else { $0.method != "POST" }
    }
    for route in read {
      let parts = Route.parts(of: Array(route.pattern.replacing(":id", with: "1").utf8))
      #expect(!unread.contains { $0.matches(parts) }, "\(route.pattern)")
    }
  }

  @Test func `an identifier is one plain part of a path`() {
    let route = Route("PUT", "/api/v1/statuses/:id")
    for (path, isOne) in [
      ("/api/v1/statuses/109", true), ("/api/v1/statuses/01HZ-a_b", true),
      ("/api/v1/statuses/", false), ("/api/v1/statuses", false), ("/api/v1/statuses/..", false),
      ("/api/v1/statuses/1/", false), ("/api/v1/statuses/%31", false),
      ("/api/v1/statuses/1;a", false), ("api/v1/statuses/1", false),
    ] {
      #expect(route.matches(Route.parts(of: Array(path.utf8))) == isOne, "\(path)")
    }
    let old = Route("POST", "/1.1/statuses/retweet/:id.json")
    #expect(old.matches(Route.parts(of: Array("/1.1/statuses/retweet/5.json".utf8))))
    #expect(!old.matches(Route.parts(of: Array("/1.1/statuses/retweet/.json".utf8))))
    #expect(!old.matches(Route.parts(of: Array("/1.1/statuses/retweet/5".utf8))))
  }
}
