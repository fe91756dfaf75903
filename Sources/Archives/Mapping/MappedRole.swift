/// What a column of a table, or a key of JSON, holds of a post.
package enum MappedRole: String, Sendable, CaseIterable {
  case text, date, id, account
  case replyTo = "reply_to"
  case quote, alt, kind, url

  /// The names by which a column is known without being told, the surest first; how their words are joined is the same.
  var knownNames: [String] {
    switch self {
    case .text:
      [
        "full_text", "text", "tweet_text", "post_text", "message_text", "message_body",
        "message_content", "message", "post_copy", "post_content", "post_message", "post_body",
        "post_caption", "tweet_copy", "tweet_content", "content_text", "social_copy", "body_text",
        "body", "copy", "caption", "status_text", "status_message",
      ]
    case .date:
      [
        "created_at", "date", "sent_at", "sent_date", "date_sent", "published_at",
        "published_date", "date_published", "posted_at", "posted_date", "date_posted", "post_date",
        "publish_date", "publish_time", "published_time", "sent_time", "post_time", "tweet_date",
        "created_date", "date_created", "creation_date", "created_time", "scheduled_at",
        "scheduled_date", "scheduled_for", "schedule_date", "scheduled_time", "created",
        "scheduled", "published", "posted", "sent", "date_time", "date_and_time", "timestamp",
        "time",
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

  /// The names of columns that hold texts in some tables and something else, such as a number or a state, in others.
  static let doubtfulTextNames = [
    "post", "tweet", "content", "facebook_post", "twitter_post", "instagram_post", "x_post",
    "social_media_post", "update", "status",
  ]

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
