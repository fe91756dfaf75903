/// The long number of a payment card.
enum PaymentCard {
  /// Whether the candidate has an issuer's prefix, that issuer's length and a right check digit.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let card = CompactIdentifier(bytes), (13...19).contains(card.count),
      card.isDigits(0..<card.count), isGrouped(card),
      isIssued(prefix: card.number(0..<4), length: card.count)
    else { return false }
    return LuhnNumber.isChecked(card)
  }

  /// Fours throughout, or 4-6-5 as on American Express cards.
  private static func isGrouped(_ card: CompactIdentifier) -> Bool {
    card.isSeparatedOnly(before: 1 << 4 | 1 << 8 | 1 << 12 | 1 << 16)
      || (card.count == 15 && card.isSeparatedOnly(before: 1 << 4 | 1 << 10))
  }

  private static func isIssued(prefix: Int, length: Int) -> Bool {
    switch prefix {
    case 4000...4999: length == 13 || length == 16 || length == 19  // Visa
    case 5100...5599, 2221...2720: length == 16  // Mastercard
    case 3400...3499, 3700...3799: length == 15  // American Express
    case 3528...3589, 5000...5099, 5600...6999: length >= 16  // JCB, Maestro, Discover, UnionPay
    default: false
    }
  }
}
