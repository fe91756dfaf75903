/// The international bank account number: country, two check digits, and the account.
enum IBAN {
  /// Countries with the length of their numbers (SWIFT's IBAN registry).
  private static let lengths = FixedTable(
    """
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24\
    FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32\
    LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24\
    RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
    """, width: 4)

  /// Places before every fourth character.
  private static let groups: UInt64 = 0x1111_1111_1111_1111

  /// Whether the candidate has its country's length and the right check digits.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let iban = CompactIdentifier(bytes), iban.count >= 15,
      iban.isSeparatedOnly(before: groups), iban.isDigits(2..<4),
      let country = lengths.offset(of: iban, 0..<2),
      iban.count == lengths.twoDigits(at: country + 2)
    else { return false }
    let isBritish = iban[0] == UInt8(ascii: "G") && iban[1] == UInt8(ascii: "B")
    guard !isBritish || (iban.isLetters(4..<8) && iban.isDigits(8..<22)) else { return false }
    // 00, 01 and 99 have the remainders of 97, 98 and 02, and are never given out.
    return (2...98).contains(iban.number(2..<4)) && remainder(iban) == 1
  }

  /// The number's remainder by 97 with its first four characters at the end, A = 10 … Z = 35.
  private static func remainder(_ iban: CompactIdentifier) -> Int {
    (4..<iban.count + 4).reduce(0) { remainder, index in
      let byte = iban[index % iban.count]
      return ASCIIByte.isDigit(byte)
        ? (remainder * 10 + Int(byte) - 0x30) % 97
        : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
    }
  }
}
