/// What a column of a table, or a key of JSON, holds of a post.
package enum MappedRole: String, Sendable, CaseIterable {
  case text, date, id, account
  case replyTo = "reply_to"
  case quote, alt, kind, url

  /// The names by which a column is known without being told, the surest first.
  var knownNames: [String] {
    switch self {
    case .text:
      [
        "full_text", "text", "tweet_text", "post_text", "message_text", "message", "post", "tweet",
        "body", "content", "post_content", "post_message", "caption", "status",
      ]
    case .date:
      [
        "created_at", "date", "sent_at", "published_at", "posted_at", "scheduled_at",
        "scheduled_date", "schedule_date", "scheduledate", "scheduled_time", "scheduled",
        "post_date", "publish_date", "publish_time", "published", "posted", "sent", "date_time",
        "datetime", "timestamp", "time",
      ]
    case .id: ["id", "id_str", "tweet_id", "post_id", "status_id", "message_id"]
    case .account:
      [
        "account", "author_username", "username", "user_screen_name", "screen_name", "user_name",
        "handle", "account_username", "account_name", "author", "user", "profile",
      ]
    case .replyTo: ["reply_to", "in_reply_to", "in_reply_to_status_id", "in_reply_to_id"]
    case .quote: ["quote", "quoted_text", "quoted_url", "quoted_status_id"]
    case .alt: ["alt_text", "alt", "media_alt", "image_alt_text", "media_alt_text"]
    case .kind: ["kind", "post_type", "tweet_type"]
    case .url: ["permalink", "tweet_permalink", "post_url", "tweet_url", "post_link", "tweet_link"]
    }
  }

  /// The place among the roles.
  var slot: Int {
    switch self {
    case .text: 0
    case .date: 1
    case .id: 2
    case .account: 3
    case .replyTo: 4
    case .quote: 5
    case .alt: 6
    case .kind: 7
    case .url: 8
    }
  }
}
