import ArgumentParser
import PostText
import Reports

/// A moment of the log.
enum LogMoment {
  /// A moment in milliseconds since 1970 as people and programs read it, such as `2026-11-26T10:49:09Z`.
  static func shown(_ milliseconds: Int64) -> String {
    time(milliseconds).description
  }

  /// The month of a moment.
  static func month(_ milliseconds: Int64) -> String {
    Month(of: shown(milliseconds))?.shown ?? ""
  }

  private static func time(_ milliseconds: Int64) -> PostTime {
    PostTime(seconds: Int(milliseconds / 1_000))
  }
}

/// A day or a moment that an option names.
struct LogTime: ExpressibleByArgument {
  /// Where it begins, in milliseconds since 1970.
  let start: Int64
  /// Where it ends: a day is over with its last moment.
  let end: Int64

  /// Reads `2026-11-26` or `2026-11-26T10:49:09Z`.
  init?(argument: String) {
    guard let time = PostTime(argument) else { return nil }
    start = Int64(time.seconds) * 1_000
    end = start + (argument.utf8.count == 10 ? 86_400_000 : 0)
  }
}
