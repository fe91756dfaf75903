import RiskEngine
import Rules
import TestSupport
import Testing

/// What check digits promise: a number with one wrong digit is a wrong number.
struct CheckDigitTests {
  private static let rounds = 100

  /// Puts each other digit in each digit's place, and gives the texts that are accepted still.
  private func surviving(_ text: String, _ validator: ValidatorName) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }.flatMap { index in
      (UInt8(0x30)...0x39).filter { $0 != bytes[index] }.compactMap { digit in
        var changed = bytes
        changed[index] = digit
        let candidate = String(decoding: changed, as: UTF8.self)
        return validator.accepts(candidate) ? candidate : nil
      }
    }
  }

  private func digits(_ count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }

  /// The one text of the candidates that is accepted, if there is one.
  private func completed(_ candidates: [String], _ validator: ValidatorName) -> String? {
    let accepted = candidates.filter(validator.accepts)
    #expect(accepted.count <= 1, "two check digits for one number: \(accepted)")
    return accepted.first
  }

  @Test(arguments: [ValidatorName.nhsNumber, .card, .luhn, .iban, .pncid])
  func `one wrong digit is always found`(_ validator: ValidatorName) throws {
    var generator = SeededGenerator(seed: 1948)
    var found = 0
    for _ in 0..<Self.rounds {
      guard let number = completed(candidates(for: validator, &generator), validator) else {
        continue
      }
      found += 1
      #expect(surviving(number, validator) == [], "\(validator): \(number)")
    }
    #expect(found > Self.rounds * 4 / 5)
  }

  /// A random number with each check digit or letter that it could have.
  private func candidates(
    for validator: ValidatorName, _ generator: inout SeededGenerator
  ) -> [String] {
    switch validator {
    case .nhsNumber:
      let body = digits(9, &generator)
      return (0...9).map { body + String($0) }
    case .card:
      let body = "4" + digits(14, &generator)
      return (0...9).map { body + String($0) }
    case .luhn:
      let body = "35" + digits(12, &generator)
      return (0...9).map { body + String($0) }
    case .iban:
      let body = "NWBK" + digits(14, &generator)
      return (2...98).map { "GB" + ($0 < 10 ? "0" : "") + String($0) + body }
    case .pncid:
      let body = "20" + digits(2, &generator) + "/" + digits(7, &generator)
      return "ABCDEFGHJKLMNPQRTUVWXYZ".unicodeScalars.map { body + String($0) }
    default:
      return []
    }
  }

  /// The places in the compact text before which a separator may stand.
  private static let places: [(ValidatorName, String, Set<Int>)] = [
    (.nhsNumber, "9434765919", [3, 6]),
    (.nino, "AB123456C", [2, 4, 6, 8]),
    (.drivingLicence, "MORGA607054SM9IJ", [5, 11, 14]),
    (.passport, "AB1234567", []),
    (.vrm, "AB51ABC", [4]),
    (.vrm, "A123BCD", [4]),
    (.vrm, "ABC123D", [3]),
    (.postcode, "EC1A1BB", [4]),
    (.iban, "GB29NWBK60161331926819", [4, 8, 12, 16, 20]),
    (.card, "4111111111111111", [4, 8, 12]),
    (.card, "371449635398431", [4, 8, 10, 12]),
    (.pncid, "2003/0011985X", []),
    (.utr, "1955839661", [5]),
  ]

  @Test(arguments: places)
  func `a space stands only where the number is grouped`(
    _ validator: ValidatorName, _ text: String, _ places: Set<Int>
  ) {
    let bytes = Array(text.utf8)
    let accepting = (0...bytes.count).filter { place in
      let spaced = bytes[..<place] + [UInt8(ascii: " ")] + bytes[place...]
      return validator.accepts(String(decoding: spaced, as: UTF8.self))
    }
    #expect(Set(accepting) == places)
  }

  @Test func `no bytes whatever upset a validator`() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("0123456789ABCDMNPZabz <-/+().@\n".utf8) + [0, 0x7F, 0x80, 0xC3, 0xFF]
    for _ in 0..<4_000 {
      let bytes = (0..<Int.random(in: 0...50, using: &generator)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      for validator in ValidatorName.allCases {
        let accepted = bytes.withUnsafeBufferPointer { validator.accepts($0) }
        #expect(!accepted || bytes.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test func `of eleven thousand ten-digit numbers all but one in eleven are refused`() {
    var generator = SeededGenerator(seed: 11)
    let accepted = (0..<11_000).count { _ in
      ValidatorName.nhsNumber.accepts(digits(10, &generator))
    }
    #expect((900...1_100).contains(accepted))
  }
}
