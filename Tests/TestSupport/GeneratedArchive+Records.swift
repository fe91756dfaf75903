import Foundation

/// The records of a made-up archive.
extension GeneratedArchive {
  private static let openings = [
    "Officers from our neighbourhood team were out in",
    "We are appealing for witnesses after a collision in",
    "A man has been charged following an incident in", "Have you seen anything? We were called to",
    "Great work by the night shift in", "Road closed due to a burst water main near",
    "Our dogs had a busy morning at", "Thank you to everybody who came to talk to us in",
    "Two people have been arrested on suspicion of burglary in",
    "Missing: we are concerned for a 34-year-old from",
  ]
  private static let places = [
    "Mill Lane", "the town centre", "Station Road", "Upper Green", "the bus station", "Castle Hill",
    "the retail park", "Northfield", "the harbour", "Church Street",
  ]
  private static let closings = [
    "this morning.", "last night &amp; again today.", "at about 3pm. Call 101 or report online.",
    "Please avoid the area 🚓", "If you know anything, tell us.", "More to follow.", "Thank you! 👮‍♀️",
    "#Policing #Community", "Stay safe &lt;3", "Speak to an officer if you have a question.",
  ]

  private func random(_ number: Int) -> SeededGenerator {
    SeededGenerator(seed: seed &* 0x9E37_79B9 &+ UInt64(number))
  }

  /// True for a tweet whose text goes on in a note.
  func isLong(_ number: Int) -> Bool { number % 97 == 41 }

  private func id(_ number: Int) -> String {
    String(1_000_000_000_000_000_000 + number * 4_194_304)
  }

  private func sentence(_ random: inout SeededGenerator) -> String {
    [Self.openings, Self.places, Self.closings]
      .map { $0.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  private func longText(_ number: Int) -> String {
    var random = random(number)
    var text = sentence(&random)
    while text.unicodeScalars.count < 500 { text += " " + sentence(&random) }
    return text
  }

  /// The record of a note.
  func note(_ number: Int) -> String {
    let time = clock(number, isISO: true)
    return """
        {
          "noteTweet" : {
            "noteTweetId" : "\(id(number).dropLast(4))7777",
            "updatedAt" : "\(time)",
            "lifecycle" : {
              "value" : "AnyConversation",
              "name" : "AnyConversation"
            },
            "createdAt" : "\(time)",
            "core" : {
              "styletags" : [ ],
              "urls" : [ ],
              "text" : "\(longText(number))",
              "mentions" : [ ],
              "cashtags" : [ ],
              "hashtags" : [ ]
            }
          }
        }
      """
  }

  /// The record of a tweet.
  func tweet(_ number: Int) -> String {
    var random = random(number)
    var text = sentence(&random)
    var reply = ""
    var urls = "[ ]"
    var media = ""
    let link = "https://t.co/" + String(UInt32(truncatingIfNeeded: random.next()), radix: 36)
    if isLong(number) {
      text =
        String(String.UnicodeScalarView(longText(number).unicodeScalars.prefix(274))) + "… " + link
      urls = self.urls(link, "https://twitter.com/i/web/status/\(id(number))")
    } else {
      switch number % 20 {
      case ..<3: text = "RT @NeighbourForce: " + text + " " + sentence(&random).prefix(60) + "…"
      case ..<7:
        text = "@a_resident " + text
        reply = self.reply
      case 7:
        text += " " + link
        urls = self.urls(link, "https://twitter.com/NeighbourForce/status/\(id(number / 2))")
      case ..<13:
        text += " " + link
        urls = self.urls(link, "https://www.example.police.uk/news/\(number)?a=1&b=2")
      case ..<16:
        text += " " + link
        media = self.media(link, number)
      default: break
      }
    }
    return tweet(number, text: text, reply: reply, urls: urls, media: media)
  }

  private func tweet(
    _ number: Int, text: String, reply: String, urls: String, media: String
  ) -> String {
    """
      {
        "tweet" : {
          "edit_info" : {
            "initial" : {
              "editTweetIds" : [
                "\(id(number))"
              ],
              "editableUntil" : "2023-02-18T13:33:11.000Z",
              "editsRemaining" : "5",
              "isEditEligible" : true
            }
          },
          "retweeted" : false,
          "source" : "<a href=\\"https://mobile.twitter.com\\" rel=\\"nofollow\\">Twitter Web App</a>",
          "entities" : {
            "hashtags" : [ ],
            "symbols" : [ ],
            "user_mentions" : [ ],
            "urls" : \(urls)
          },
          "display_text_range" : [
            "0",
            "\(text.unicodeScalars.count)"
          ],
          "favorite_count" : "\(number % 400)",
          "id_str" : "\(id(number))",
    \(reply)      "truncated" : false,
          "retweet_count" : "\(number % 60)",
          "id" : "\(id(number))",
          "possibly_sensitive" : false,
          "created_at" : "\(clock(number, isISO: false))",
          "favorited" : false,
          "full_text" : "\(text)",
          "lang" : "en"\(media)
        }
      }
    """
  }

  private var reply: String {
    """
          "in_reply_to_status_id_str" : "900000000000000001",
          "in_reply_to_status_id" : "900000000000000001",
          "in_reply_to_user_id" : "12",
          "in_reply_to_screen_name" : "a_resident",

    """
  }

  private func urls(_ link: String, _ expanded: String) -> String {
    """
    [
              {
                "url" : "\(link)",
                "expanded_url" : "\(expanded)",
                "display_url" : "example.police.uk/news/…",
                "indices" : [
                  "10",
                  "33"
                ]
              }
            ]
    """
  }

  private func media(_ link: String, _ number: Int) -> String {
    """
    ,
          "extended_entities" : {
            "media" : [
              {
                "expanded_url" : "https://twitter.com/\(Self.account)/status/\(id(number))/photo/1",
                "indices" : [
                  "72",
                  "95"
                ],
                "url" : "\(link)",
                "media_url" : "http://pbs.twimg.com/media/\(number).jpg",
                "id_str" : "\(id(number))",
                "id" : "\(id(number))",
                "media_url_https" : "https://pbs.twimg.com/media/\(number).jpg",
                "type" : "photo",
                "display_url" : "pic.twitter.com/\(number)"
              }
            ]
          }
    """
  }

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar
  }()

  /// The time of a tweet as it stands in tweets, or in notes.
  private func clock(_ number: Int, isISO: Bool) -> String {
    let seconds = 1_300_000_000 + number * 37
    let parts = Self.calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
    let (year, month, day) = (parts.year ?? 0, parts.month ?? 1, parts.day ?? 1)
    let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(Self.two)
      .joined(separator: ":")
    if isISO { return "\(year)-\(Self.two(month))-\(Self.two(day))T\(time).123Z" }
    let weekday = Self.weekdays[seconds / 86_400 % 7]
    return "\(weekday) \(Self.months[month - 1]) \(Self.two(day)) \(time) +0000 \(year)"
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
