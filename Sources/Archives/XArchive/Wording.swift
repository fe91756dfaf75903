/// Words of counts.
enum Wording {
  /// A number with its noun, such as `1 record` or `2 records`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
