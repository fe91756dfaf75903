/// The writes of X's API, versions 2 and 1.1; what is not here is refused.
enum XRoutes {
  /// All of them.
  static let all: [Route] =
    words
    + posts.map { Route("POST", $0) } + oldPosts.map { Route("POST", "/1.1/" + $0 + ".json") }
    + deletes.map { Route("DELETE", $0) }
    + [Route("PUT", "/2/tweets/:id/hidden")]

  private static let words: [Route] = [
    Route("POST", "/2/tweets", .fields(tweet)),
    Route("POST", "/1.1/statuses/update.json", .fields(oldTweet)),
    Route("POST", "/2/media/metadata", .fields(WordKeys(alt: ["metadata[alt_text][text]"]))),
    Route("POST", "/1.1/media/metadata/create.json", .fields(WordKeys(alt: ["alt_text[text]"]))),
    Route("POST", "/1.1/account/update_profile.json", .fields(profile)),
    Route("POST", "/2/dm_conversations", .fields(WordKeys(text: ["message[text]"]))),
    Route("POST", "/2/dm_conversations/:id/messages", .fields(WordKeys(text: ["text"]))),
    Route("POST", "/2/dm_conversations/with/:id/messages", .fields(WordKeys(text: ["text"]))),
    Route("POST", "/1.1/direct_messages/events/new.json", .fields(oldMessage)),
    Route("POST", "/2/lists", .fields(WordKeys(text: ["name", "description"]))),
    Route("PUT", "/2/lists/:id", .fields(WordKeys(text: ["name", "description"]))),
  ]

  private static let tweet = WordKeys(
    text: ["text"], poll: "poll[options][]", replyTo: "reply[in_reply_to_tweet_id]",
    quote: ["quote_tweet_id"],
    silent: ["direct_message_deep_link", "card_uri", "media[media_ids][]"])

  private static let oldTweet = WordKeys(
    text: ["status"], replyTo: "in_reply_to_status_id", quote: ["attachment_url"],
    silent: signing.union(["media_ids", "exclude_reply_user_ids", "card_uri"]))

  private static let profile = WordKeys(
    text: ["name", "location", "description"], silent: signing.union(["url"]))

  private static let oldMessage = WordKeys(
    text: [
      "event[message_create][message_data][text]",
      "event[message_create][message_data][quick_reply][options][][label]",
      "event[message_create][message_data][quick_reply][options][][description]",
      "event[message_create][message_data][ctas][][label]",
    ],
    silent: ["event[message_create][message_data][ctas][][url]"])

  /// What version 1 of OAuth may put beside the fields.
  private static let signing: Set<String> = [
    "oauth_consumer_key", "oauth_nonce", "oauth_signature", "oauth_signature_method",
    "oauth_timestamp", "oauth_token", "oauth_version",
  ]

  private static let posts = [
    "/2/users/:id/likes", "/2/users/:id/retweets", "/2/users/:id/following",
    "/2/users/:id/bookmarks", "/2/users/:id/muting", "/2/users/:id/blocking",
    "/2/users/:id/dm/block", "/2/users/:id/dm/unblock",
    "/2/users/:id/followed_lists", "/2/users/:id/pinned_lists", "/2/lists/:id/members",
    "/2/media/upload", "/2/media/upload/initialize", "/2/media/upload/:id/append",
    "/2/media/upload/:id/finalize", "/2/tweets/search/stream/rules",
    "/2/oauth2/token", "/2/oauth2/revoke", "/oauth2/token", "/oauth2/invalidate_token",
    "/oauth/request_token", "/oauth/access_token",
  ]

  private static let oldPosts = [
    "statuses/destroy/:id", "statuses/retweet/:id", "statuses/unretweet/:id",
    "favorites/create", "favorites/destroy", "friendships/create", "friendships/destroy",
    "friendships/update", "blocks/create", "blocks/destroy", "mutes/users/create",
    "mutes/users/destroy", "lists/members/create", "lists/members/create_all",
    "lists/members/destroy", "lists/members/destroy_all", "lists/subscribers/create",
    "lists/subscribers/destroy", "lists/destroy", "media/upload", "account/update_profile_image",
    "account/update_profile_banner", "account/remove_profile_banner", "oauth/invalidate_token",
  ]

  private static let deletes = [
    "/2/tweets/:id", "/2/users/:id/likes/:id", "/2/users/:id/retweets/:id",
    "/2/users/:id/following/:id", "/2/users/:id/bookmarks/:id", "/2/users/:id/muting/:id",
    "/2/users/:id/blocking/:id", "/2/users/:id/followed_lists/:id",
    "/2/users/:id/pinned_lists/:id", "/2/lists/:id", "/2/lists/:id/members/:id",
    "/2/dm_events/:id", "/1.1/direct_messages/events/destroy.json",
  ]
}
