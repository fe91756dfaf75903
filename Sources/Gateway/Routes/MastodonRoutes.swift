/// The writes of Mastodon's API; what is not here is refused, so all of administration and of signing up is.
enum MastodonRoutes {
  /// All of them.
  static let all: [Route] =
    words
    + posts.map { Route("POST", $0) } + puts.map { Route("PUT", $0) }
    + patches.map { Route("PATCH", $0) } + deletes.map { Route("DELETE", $0) }

  private static let words: [Route] = [
    Route("POST", "/api/v1/statuses", .fields(status)),
    Route("PUT", "/api/v1/statuses/:id", .fields(status)),
    Route(
      "PUT", "/api/v1/scheduled_statuses/:id",
      .move(WordKeys(scheduledAt: "scheduled_at"), of: waiting)),
    Route("POST", "/api/v1/media", .fields(media)),
    Route("POST", "/api/v2/media", .fields(media)),
    Route("PUT", "/api/v1/media/:id", .fields(media)),
    Route("PATCH", "/api/v1/accounts/update_credentials", .fields(profile)),
    Route("PATCH", "/api/v1/profile", .fields(profile)),
    Route("POST", "/api/v1/reports", .fields(WordKeys(text: ["comment"]))),
    // What the profile shows as the account's own hashtags.
    Route("POST", "/api/v1/featured_tags", .fields(WordKeys(text: ["name"]))),
  ]

  private static let status = WordKeys(
    text: ["status"], spoiler: "spoiler_text", poll: "poll[options][]",
    alt: ["media_attributes[][description]"], replyTo: "in_reply_to_id",
    quote: ["quote_id", "quoted_status_id"], scheduledAt: "scheduled_at",
    silent: ["media_attributes[][focus]"])

  /// What the server keeps of a post for later: the text has another name, and the client's own number may be any word.
  private static let waiting = WordKeys(
    text: ["text"], spoiler: "spoiler_text", poll: "poll[options][]", replyTo: "in_reply_to_id",
    quote: ["quote_id", "quoted_status_id"], silent: ["idempotency"])

  private static let media = WordKeys(
    alt: ["description"], silent: ["focus"], files: ["file", "thumbnail"])

  private static let profile = WordKeys(
    text: [
      "display_name", "note", "fields_attributes[][name]", "fields_attributes[][value]",
    ],
    alt: ["avatar_description", "header_description"],
    silent: ["attribution_domains[]"], files: ["avatar", "header"])

  private static let posts = [
    "/api/v1/statuses/:id/reblog", "/api/v1/statuses/:id/unreblog",
    "/api/v1/statuses/:id/favourite", "/api/v1/statuses/:id/unfavourite",
    "/api/v1/statuses/:id/bookmark", "/api/v1/statuses/:id/unbookmark",
    "/api/v1/statuses/:id/mute", "/api/v1/statuses/:id/unmute",
    "/api/v1/statuses/:id/pin", "/api/v1/statuses/:id/unpin",
    "/api/v1/statuses/:id/translate", "/api/v1/statuses/:id/quotes/:id/revoke",
    "/api/v1/polls/:id/votes", "/api/v1/markers",
    "/api/v1/accounts/:id/follow", "/api/v1/accounts/:id/unfollow",
    "/api/v1/accounts/:id/remove_from_followers", "/api/v1/accounts/:id/block",
    "/api/v1/accounts/:id/unblock", "/api/v1/accounts/:id/mute", "/api/v1/accounts/:id/unmute",
    "/api/v1/accounts/:id/pin", "/api/v1/accounts/:id/unpin", "/api/v1/accounts/:id/endorse",
    "/api/v1/accounts/:id/unendorse", "/api/v1/accounts/:id/note", "/api/v1/follows",
    "/api/v1/follow_requests/:id/authorize", "/api/v1/follow_requests/:id/reject",
    "/api/v1/notifications/clear", "/api/v1/notifications/dismiss",
    "/api/v1/notifications/:id/dismiss", "/api/v2/notifications/:id/dismiss",
    "/api/v1/notifications/requests/accept", "/api/v1/notifications/requests/dismiss",
    "/api/v1/notifications/requests/:id/accept", "/api/v1/notifications/requests/:id/dismiss",
    "/api/v1/conversations/:id/read", "/api/v1/conversations/:id/unread",
    "/api/v1/lists", "/api/v1/lists/:id/accounts",
    "/api/v1/filters", "/api/v2/filters", "/api/v2/filters/:id/keywords",
    "/api/v2/filters/:id/statuses", "/api/v1/domain_blocks", "/api/v1/push/subscription",
    "/api/v1/tags/:id/follow", "/api/v1/tags/:id/unfollow", "/api/v1/tags/:id/feature",
    "/api/v1/tags/:id/unfeature", "/api/v1/announcements/:id/dismiss",
    "/api/v1/annual_reports/:id/read", "/api/v1/annual_reports/:id/generate",
    "/api/v1/emails/confirmations", "/api/v1/apps", "/oauth/token", "/oauth/revoke",
  ]

  private static let puts = [
    "/api/v1/statuses/:id/interaction_policy", "/api/v1/lists/:id", "/api/v1/filters/:id",
    "/api/v2/filters/:id", "/api/v2/filters/keywords/:id", "/api/v1/push/subscription",
    "/api/v1/notifications/policy", "/api/v2/notifications/policy",
    "/api/v1/announcements/:id/reactions/:id",
  ]

  private static let patches = [
    "/api/v1/notifications/policy", "/api/v2/notifications/policy",
  ]

  private static let deletes = [
    "/api/v1/statuses/:id", "/api/v1/scheduled_statuses/:id", "/api/v1/media/:id",
    "/api/v1/conversations/:id", "/api/v1/notifications/:id",
    "/api/v1/notifications/destroy_multiple", "/api/v1/suggestions/:id",
    "/api/v1/lists/:id", "/api/v1/lists/:id/accounts", "/api/v1/filters/:id",
    "/api/v2/filters/:id", "/api/v2/filters/keywords/:id", "/api/v2/filters/statuses/:id",
    "/api/v1/domain_blocks", "/api/v1/push/subscription", "/api/v1/featured_tags/:id",
    "/api/v1/announcements/:id/reactions/:id", "/api/v1/profile/avatar", "/api/v1/profile/header",
  ]
}
