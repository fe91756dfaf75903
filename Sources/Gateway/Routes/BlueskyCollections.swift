/// The collections of a Bluesky repository that the gateway knows, and the words in their records.
enum BlueskyCollections {
  /// What is read of a record of a collection; `nil` for a collection that is not known.
  static func words(of collection: String) -> WordKeys? {
    silent.contains(collection) ? WordKeys() : spoken[collection]
  }

  /// What is read of a message to a person.
  static let message = WordKeys(
    text: ["text"], quote: ["embed[record][uri]"],
    silent: ["facets[][features][][uri]", "facets[][features][][tag]"])

  private static let spoken: [String: WordKeys] = [
    "app.bsky.feed.post": post,
    "app.bsky.actor.profile": WordKeys(
      text: ["displayName", "description", "pronouns"], silent: ["website"]),
    "app.bsky.actor.status": WordKeys(
      text: ["embed[external][title]", "embed[external][description]"],
      silent: ["embed[external][uri]"]),
    "app.bsky.graph.list": WordKeys(text: ["name", "description"], silent: facets),
    "app.bsky.graph.starterpack": WordKeys(text: ["name", "description"], silent: facets),
    "app.bsky.feed.generator": WordKeys(text: ["displayName", "description"], silent: facets),
  ]

  /// Records that only point at something.
  private static let silent: Set<String> = [
    "app.bsky.feed.like", "app.bsky.feed.repost", "app.bsky.feed.threadgate",
    "app.bsky.feed.postgate", "app.bsky.graph.follow", "app.bsky.graph.block",
    "app.bsky.graph.listblock", "app.bsky.graph.listitem", "app.bsky.notification.declaration",
    "chat.bsky.actor.declaration",
  ]

  private static let facets: Set<String> = ["descriptionFacets[][features][][uri]"]

  private static let post = WordKeys(
    text: [
      "text", "tags[]", "embed[external][title]", "embed[external][description]",
      "embed[media][external][title]", "embed[media][external][description]",
    ],
    alt: [
      "embed[images][][alt]", "embed[media][images][][alt]", "embed[alt]", "embed[media][alt]",
      "embed[items][][alt]", "embed[media][items][][alt]",
    ],
    replyTo: "reply[parent][uri]",
    quote: ["embed[record][uri]", "embed[record][record][uri]"],
    silent: [
      "facets[][features][][uri]", "facets[][features][][tag]", "embed[external][uri]",
      "embed[media][external][uri]",
    ])
}
