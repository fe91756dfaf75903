/// The variable that a file of an X archive assigns to, such as `window.YTD.tweets.part0`.
struct Assignment {
  /// The name of what the file holds, such as `tweets` or `direct_messages`.
  let variable: String

  /// Reads the start of a file; a mark of byte order is passed over.
  init?(head: some Collection<UInt8>) {
    var rest = Array(head.prefix(256))[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop(while: \.isBlank)
    guard let sign = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let words = rest[..<sign].split(whereSeparator: \.isBlank)
    guard words.count == 1, let path = words.first else { return nil }
    let names = path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard names.allSatisfy({ $0.utf8.allSatisfy(\.isOfName) && !$0.isEmpty }) else { return nil }
    switch names.count {
    case 4 where names[0] == "window" && names[1] == "YTD": variable = names[2]
    case 3 where names[0] == "YTD": variable = names[1]
    case 3 where names[0] == "Grailbird" && names[1] == "data": variable = names[2]
    default: return nil
    }
  }
}

extension UInt8 {
  /// True for what names of variables are written with.
  fileprivate var isOfName: Bool { isAlphanumeric || self == UInt8(ascii: "_") }
}
