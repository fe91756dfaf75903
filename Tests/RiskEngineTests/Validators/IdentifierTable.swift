import Rules
import Testing

/// What a validator must know and what it must not take for an identifier.
///
/// The numbers are the published examples of their issuers, Ofcom's numbers for drama, or made up
/// so that the check digits are right.
struct IdentifierTable: Sendable, CustomTestStringConvertible {
  let validator: ValidatorName
  let identifiers: [String]
  let lookAlikes: [String]

  var testDescription: String { validator.rawValue }

  static let all = [
    health, nino, licence, passport, plates, postcodes, ibans, cards, luhn, people, mobiles, police,
    tax, zones, mail,
  ]

  private static let health = IdentifierTable(
    validator: .nhsNumber,
    identifiers: [
      "943 476 5919", "943-476-5919", "9434765919", "401 023 2137", "0032698674", "943 4765919",
    ],
    lookAlikes: [
      "943 476 5918", "943 476 591", "9434 765 919", "94 34 76 59 19", "943  476 5919",
      "943.476.5919", "0000000000", "1111111111", "943 476 591X", "-9434765919",
    ])

  private static let nino = IdentifierTable(
    validator: .nino,
    identifiers: [
      "AB 12 34 56 C", "AB123456C", "tw987654a", "YZ 61 48 68 B", "AA-12-34-56-D", "PP123456A",
    ],
    lookAlikes: [
      "QQ 12 34 56 C", "FQ 00 00 00 C", "nt 99 88 77 a", "BG123456A", "GB123456A", "ZZ123456A",
      "TN123456A", "AO123456A", "OO123456A", "DA123456A", "AB123456E", "AB123456", "AB 12 34 56 1",
      "A B123456C", "AB1 23456C", "AB1234567C",
    ])

  private static let licence = IdentifierTable(
    validator: .drivingLicence,
    identifiers: [
      "MORGA607054SM9IJ", "MORGA 607054 SM9IJ", "MORGA-607054-SM9-IJ", "MORGA657054SM9IJ",
      "FO999512018AA1AB",
      "JONES710153J99EF", "SMITH862310AB1CD", "smith812310ab1cd", "MORGA602294SM9IJ",
    ],
    lookAlikes: [
      "MORGA613054SM9IJ", "MORGA663054SM9IJ", "MORGA607324SM9IJ", "MORGA607004SM9IJ",
      "MORGA602304SM9IJ", "MORGA602291SM9IJ", "MORGA606314SM9IJ", "MO9GA607054SM9IJ",
      "99999607054SM9IJ", "MORGA607054SM91J", "MORGA607054S89IJ", "MORGA607054SM9IJ2",
      "MORGA607054S M9IJ",
      "MORG A607054SM9IJ",
    ])

  private static let passport = IdentifierTable(
    validator: .passport,
    identifiers: ["925076473", "AB1234567", "zu1234567"],
    lookAlikes: [
      "ABC123456", "AB12345678", "AB 1234567", "A12345678", "000000000", "12345678",
      "925 076 473", "92507647A",
    ])

  private static let plates = IdentifierTable(
    validator: .vrm,
    identifiers: [
      // Current, prefix, Q and suffix.
      "AB51 ABC", "LN14-HGT", "BD51SMR", "ab70 def", "AB02 ZZZ", "BD26 XYZ", "SW19AND",
      "A123 BCD", "M456DEF", "Q12 ABC", "Y1 ABC", "ABC 1D", "ABC 123Y", "ABC123A",
      // Dateless, Northern Ireland, Jersey, Man.
      "ABC 123", "123 ABC", "AB 1234", "1234 AB", "ABC1", "SUI 1234", "AZ 1234", "IAZ 123",
      "1234 AZ", "JI 1234", "J12345", "PMN 123 A", "MN 1234 B", "MAN 123 A", "BMN 123",
      // Diplomatic and military.
      "123 D 456", "123 X 456", "12 KJ 34", "AB 12 CD",
    ],
    lookAlikes: [
      "AQ51 ABC", "IB51 ABC", "ZB51 ABC", "AB35 ABC", "AB80 ABC", "AB01 ABC", "AB00 ABC",
      "AB51 AIC", "AB51 ABQ", "A B51 ABC", "AB 51ABC", "AB51 AB", "AB51 ABCD", "Ab51 ABC",
      "O123 BCD", "I123 BCD", "U123 BCD", "Z123 BCD", "A023 BCD", "A123 BCZ", "A1234 BCD",
      "ABC 123I", "ABC 123O", "ABC 123Q", "ABC 1234D", "ABI 123D", "XXXAB51ABCYYY",
      "A38", "M25", "B1234", "J24", "J123", "PS5", "G20", "LS9", "AB35", "O123", "PC 1234",
      "PC1234", "1234 PC", "CAD 1234", "LOG 123", "REF1234", "30 MPH", "20 NOV", "NOV 2025",
      "the 12", "12 men", "BIG 5", "VIA 20", "LS11 and", "LS11 AND", "sw19 and", "m25 and",
      "M25 AND", "M25 and", "A1234BC", "AB 12345", "ABC 01", "12345", "123 A", "123 d 456",
      "100 x 100", "10 PM 30", "PC 12 AB", "AB 12 PC", "123D456",
    ])

  private static let postcodes = IdentifierTable(
    validator: .postcode,
    identifiers: [
      "M1 1AA", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "EC1A1BB", "GIR 0AA",
      "gir0aa", "BS0 0AA", "ls11 5de", "JE2 3AB", "GY1 1AA", "IM1 1AA", "BF1 0AA", "BX1 1LT",
      "GX11 1AA", "FIQQ 1ZZ", "ZE1 0AA",
    ],
    lookAlikes: [
      "QA1 1AA", "XA1 1AA", "AA1 1AA", "ZZ99 3WZ", "C1 1AA", "M1 1AI", "M1 1CA", "M1 1KA", "M1 1MA",
      "M1 1OA", "M1 1VA", "M01 1AA", "M0 1AA", "LS0 1AA", "LS111 1AA", "M1 11A", "M1 A1A", "M1-1AA",
      "M 11AA", "M1", "LS9", "SW1A", "W1I 1AA", "EC1C 1AA", "ABCM11AADEF", "GX111A", "GX12 1AA",
      "FIQQ 1AA",
    ])

  private static let ibans = IdentifierTable(
    validator: .iban,
    identifiers: [
      "GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819", "gb82 west 1234 5698 7654 32",
      "GB82-WEST-1234-5698-7654-32", "DE89 3704 0044 0532 0130 00", "NO93 8601 1117 947",
      "IE29 AIBK 9311 5212 3456 78", "FR14 2004 1010 0505 0001 3M02 606",
      "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
    ],
    lookAlikes: [
      "GB28 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 1", "GB2 9NWBK6016133192681 9",
      "ZZ29 NWBK 6016 1331 9268 19", "GB29 6016 NWBK 1331 9268 19", "AB51 ABC", "EC1A 1BB",
      "DE89 3704 0044 0532 0130", "GB 29 NWBK 6016 1331 9268 19",
    ])

  private static let cards = IdentifierTable(
    validator: .card,
    identifiers: [
      "4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "4222222222222",
      "5555 5555 5555 4444", "2223 0031 2200 3222", "3782 822463 10005", "371449635398431",
      "6011 1111 1111 1117", "3530 1113 3330 0000", "6759 6498 2643 8453",
    ],
    lookAlikes: [
      "4111 1111 1111 1112", "4111 1111 1111", "411 11111 1111 1111",
      "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
      "4111.1111.1111.1111", "0000 0000 0000 0000", "1111 1111 1111 1117", "9434765919",
      "13250123456", "490154203237518", "4111 1111 1111 1111 1111", "555555555555444",
    ])

  private static let luhn = IdentifierTable(
    validator: .luhn,
    identifiers: [
      "490154203237518", "49-015420-323751-8", "4111 1111 1111 1111", "8944110068256270054",
    ],
    lookAlikes: [
      "490154203237519", "000000000000000", "49 015420  323751 8", "0000018", "12-11-2025",
      "2025-11-12", "49015420323751A",
    ])

  /// Numbers of people, however they are written.
  private static let ownNumbers = [
    "07700 900123", "07700900123", "077 0090 0123", "07700-900-123", "07700.900.123",
    "07700 - 900123", "0 7 7 0 0 9 0 0 1 2 3", "+447700900123", "+44 7700 900123",
    "+44 (0)7700 900123", "+44(0) 7700 900 123", "+44 07700 900123", "0044 7700 900123",
    "0044 (0) 7700 900123", "07624 123456", "07100 123456", "(07700) 900123", "(07700 900123",
    "(+44) 7700 900123", "07700  900123",
  ]

  /// Public lines of police posts (§ 9 of the project's list of identifiers) and other services.
  private static let publicNumbers = [
    "999", "112", "101", "111", "105", "159", "116 123", "116 000", "18000", "61016", "85258",
    "7726", "0800 555 111", "0800 789 321", "0300 123 2040", "0800 40 50 40", "0808 2000 247",
    "0808 80 10 800", "0800 027 1234", "0808 802 1414", "0808 801 0327", "0800 999 5428",
    "0808 500 2222", "0808 16 89 111", "0800 1111", "0808 800 5000", "0800 5999 247",
    "08000 121 700", "0808 1000 900", "0800 58 58 58", "0800 068 4141", "0800 111 999",
    "0300 1234 999", "0300 123 6600", "0345 988 1188", "03457 11 41 41", "0800 4 70 80 90",
    "0345 6000 459", "0870 123 4567", "0845 123 4567", "0909 879 0123", "03069 990123",
    "056 1234 5678", "07600 123456", "+44 300 123 2040", "+44 (0)800 555 111", "0500 123456",
  ]

  /// Figures that are no telephone number.
  private static let noNumbers = [
    "7700 900123", "07700 90012", "07700 9001234", "07700/900123", "+33612345678",
    "+44 44 7700 900123", "07700   900123", "07700) 900123", "07700 (900123)", "07700 -- 900123",
    "447700900123", "07-11-2025", "01-02-2025", "01.02.2025", "01/1234567/25", "+44", "0",
    "01 12 2023 14 30", "0208 7213 4005", "02599 123456", "01000 123456", "07700 90012x",
  ]

  private static let people = IdentifierTable(
    validator: .personalPhone,
    identifiers: ownNumbers + [
      "070 1234 5678", "01632 960123", "(01632) 960123", "0113 496 0123", "0161 4960123",
      "020 7946 0123", "(020) 7946 0123", "+44 (0)20 7946 0123", "+44 20 7946 0123",
      "+44 (20) 7946 0123", "028 9649 6123", "029 2018 0123", "0191 498 0123", "016977 2345",
      "01204 52345",
    ],
    lookAlikes: publicNumbers + noNumbers + ["01632 96012", "021 1234 5678"])

  private static let mobiles = IdentifierTable(
    validator: .mobilePhone,
    identifiers: ownNumbers,
    lookAlikes: publicNumbers + noNumbers + ["070 1234 5678", "01632 960123", "020 7946 0123"])

  private static let police = IdentifierTable(
    validator: .pncid,
    identifiers: ["2003/0011985X", "03/11985X", "03/0011985x", "1998/0000001R", "98/1R"],
    lookAlikes: [
      "2003/0011985Y", "2003/0011986X", "2103/0011985X", "003/0011985X", "2003/X", "98/0Q",
      "2003 0011985X", "2003/0011985", "2003/00011985X", "2003/0011985X/1", "2003/001 1985X",
      "14/118223/25", "1234567/25", "/",
    ])

  private static let tax = IdentifierTable(
    validator: .utr,
    identifiers: ["1955839661", "19558 39661", "1955839661K"],
    lookAlikes: [
      "2955839661", "195 583 9661", "1955839661A", "195583966", "1111111111", "0000000000",
    ])

  private static let zones = IdentifierTable(
    validator: .mrz,
    identifiers: [
      "P<GBRSMITH<<JOHN<PAUL<<<<<<<<<<<<<<<<<<<<<<<", "P<GBRSMITH<<JOHN",
      "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "L898902C36UTO7408122F1204159",
      "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ],
    lookAlikes: [
      "L898902C37UTO7408122F1204159ZE184226B<<<<<10",
      "L898902C36UTO7408123F1204159ZE184226B<<<<<10",
      "L898902C36UTO7408122F1204158ZE184226B<<<<<10",
      "L898902C36UTO7408122Q1204159ZE184226B<<<<<10",
      "P<GBRSMITH<JOHN", "P<GBR<<SMITH<<JOHN", "X<GBRSMITH<<JOHN", "P<GBR", "L898902C36",
      "<<<<<<<<<<",
      "I<UTOD231458908<<<<<<<<<<<<<<<", "7408122F1204158UTO<<<<<<<<<<<6", "P<GBRSMITH<<JOHN 2",
    ])

  private static let mail = IdentifierTable(
    validator: .personalEmail,
    identifiers: [
      "jane.doe@gmail.com", "Jane_Doe99@Hotmail.co.uk", "j.o'neill+x@btinternet.com",
      "jane.doe at gmail dot com", "jane.doe[at]gmail[dot]com", "jane (at) yahoo dot co dot uk",
      "jane@icloud.com", "jane@protonmail.com", "jane@aol.com", "jane@ymail.com",
    ],
    lookAlikes: [
      "jane.doe@met.police.uk", "force.control@north.pnn.police.uk", "press@gov.uk", "a@nhs.uk",
      "a@nhs.net", "office@school.sch.uk", "a@ox.ac.uk", "info@charity.org", "sales@example.com",
      "jane@gmail", "jane@gmail.com.example", "jane@notgmail.com", "@gmail.com", "gmail.com",
      ".jane@gmail.com", "jane.@gmail.com", "ja..ne@gmail.com", "jane@@gmail.com",
      "ja ne@gmail.com",
      "jane at gmail", "met at yahoo", "jane@sub.gmail.com", "jané@gmail.com",
    ])
}
