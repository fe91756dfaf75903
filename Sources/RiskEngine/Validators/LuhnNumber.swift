/// A number whose last digit is a check digit by Luhn's formula, such as a handset's IMEI.
enum LuhnNumber {
  /// Whether the candidate is twelve digits or more, singly separated, that pass.
  ///
  /// Shorter numbers pass too often by chance, dates above all.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = CompactIdentifier(bytes), number.count >= 12,
      number.isDigits(0..<number.count), !number.isMonotonous
    else { return false }
    return isChecked(number)
  }

  /// Whether the digits, every second one doubled from the end, add up to a multiple of ten.
  static func isChecked(_ number: CompactIdentifier) -> Bool {
    let sum = (0..<number.count).reduce(0) { sum, index in
      let digit = number.digit(number.count - 1 - index)
      let doubled = digit * 2
      return sum + (index.isMultiple(of: 2) ? digit : doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }
}
