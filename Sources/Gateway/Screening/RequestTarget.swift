/// The path and the query of a request, undecoded.
struct RequestTarget {
  /// What stands before the question mark.
  let path: [UInt8]
  /// What stands after it; `nil` without one.
  let query: [UInt8]?

  /// Cuts a target at its first question mark.
  init(_ target: String) {
    let bytes = Array(target.utf8)
    if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
      path = Array(bytes[..<mark])
      query = Array(bytes[(mark + 1)...])
    } else {
      path = bytes
      query = nil
    }
  }
}
