import Archives
import ArgumentParser
import Audit
import Drafts
import PostText
import Rules

/// The options that say what is read and which posts are checked.
struct AuditInputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the inputs are: auto, x-archive, x-api, twarc-csv, csv, jsonl or mastodon.",
      valueName: "format"))
  var inputFormat: InputFormat = .auto

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which columns of a table hold what, as text=Body,date=\"Sent at\", or by number when it has no header, as text=2,date=1; also for JSON Lines.",
      valueName: "columns"))
  var map: String?

  @Option(
    name: .long, help: "How a table writes dates: iso, day-first or month-first.")
  var dateFormat: DateOrder?

  @Option(
    name: .long,
    help: ArgumentHelp("The account of posts that do not name one.", valueName: "handle"))
  var ofAccount: String?

  @Flag(name: .long, help: "Check posts too that were shown to chosen people only.")
  var includePrivate = false

  /// How inputs are read; a mapping that cannot be understood is a fault.
  func options(ruleIDs: [String]?) throws(CommandFault) -> ArchiveInput.Options {
    var options = ArchiveInput.Options()
    options.format = inputFormat
    options.dateOrder = dateFormat
    options.includesPrivate = includePrivate
    options.ruleIDs = ruleIDs
    if let map {
      do throws(ArchiveFailure) {
        options.mapping = try CSVMapping(map)
      } catch {
        throw .message(error.message)
      }
    }
    return options
  }
}

/// The options that choose among posts and findings.
struct AuditFilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only posts of this day and later, as YYYY-MM-DD.", valueName: "date"))
  var since: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only posts of this day and earlier, as YYYY-MM-DD.", valueName: "date"))
  var until: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only posts of this account; may be given more than once.", valueName: "handle"))
  var account: [String] = []

  @Option(
    name: .long,
    help: "Only posts of this kind: original, reply, retweet or quote; may be given more than once."
  )
  var kind: [PostKind] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "List only findings of this category; may be given more than once.", valueName: "id"))
  var category: [String] = []

  @Option(
    name: .long,
    help: "List only findings this bad or worse: advice, caution, serious or stop.")
  var minSeverity: Severity?

  mutating func validate() throws {
    for (name, day) in [("--since", since), ("--until", until)] {
      if let day, CalendarDay(day) == nil || day.utf8.count != 10 {
        throw ValidationError("\(name): \(day) is not a day; write it as 2026-05-07.")
      }
    }
    if let since, let until, let from = CalendarDay(since), let to = CalendarDay(until), to < from {
      throw ValidationError("--until is before --since, so no post would be checked.")
    }
  }

  /// The filter; a category that the pack does not have is a fault.
  func filter(categories known: [String]) throws(CommandFault) -> AuditFilter {
    for id in category where !known.contains(id) {
      let hint =
        Nearest.to(id, among: known).map { "Did you mean `\($0)`?" }
        ?? "The categories are \(Wording.list(known, joiner: "and"))."
      throw .message("there is no category `\(id)`. \(hint)")
    }
    var filter = AuditFilter()
    filter.since = since.flatMap { CalendarDay($0) }
    filter.until = until.flatMap { CalendarDay($0) }
    filter.accounts = Set(account.map { DraftFields.handle($0).lowercased() })
    filter.kinds = Set(kind)
    filter.categories = Set(category)
    filter.minSeverity = minSeverity ?? .advice
    return filter
  }

  /// What is chosen, in words for reports; nothing when everything is.
  var words: [String] {
    var words: [String] = []
    if let since { words.append("posts since \(since)") }
    if let until { words.append("posts until \(until)") }
    if !account.isEmpty { words.append("posts of \(account.joined(separator: ", "))") }
    if !kind.isEmpty {
      words.append("posts of the kind \(kind.map(\.rawValue).joined(separator: ", "))")
    }
    if !category.isEmpty {
      words.append("findings of the categories \(category.joined(separator: ", "))")
    }
    if let minSeverity { words.append("findings of severity \(minSeverity.rawValue) and worse") }
    return words
  }
}

extension InputFormat: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension PostKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

/// The forms of an audit's result.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
  /// A summary for people, the worst posts first.
  case text
  /// One line for each record, and one with the counts at the end.
  case jsonl
  /// A table of the findings.
  case csv
  /// The Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// One page to be read and printed.
  case html
}
