/// A per cent with up to three decimals, kept exactly.
package struct Percentage: Sendable, Equatable {
  /// Thousandths of a per cent, 0 to 100,000.
  package let thousandths: Int

  /// Takes thousandths of a per cent; `nil` when they are out of range.
  package init?(thousandths: Int) {
    guard (0...100_000).contains(thousandths) else { return nil }
    self.thousandths = thousandths
  }

  /// Reads `1.5`; a sign, an exponent or a fourth decimal is no percentage.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(isDigit) })
    else { return nil }
    var digits = Array(parts[0]) + (parts.count == 2 ? Array(parts[1]) : [])
    digits += Array(repeating: UInt8(ascii: "0"), count: parts[0].count + 3 - digits.count)
    self.init(thousandths: digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }
}

extension Percentage: CustomStringConvertible {
  /// The percentage as it is written, without needless noughts, such as `1.5 %`.
  package var description: String {
    let rest = String(thousandths % 1000 + 1000).utf8.dropFirst()
    let end = rest.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
    let decimals = end.isEmpty ? "" : "." + String(decoding: Array(end), as: UTF8.self)
    return "\(thousandths / 1000)\(decimals) %"
  }
}
