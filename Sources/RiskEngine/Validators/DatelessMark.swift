/// The marks without a year: Great Britain before 1963, Northern Ireland, Man and Jersey.
///
/// They look like collar numbers, log numbers and dates, so they need capitals, enough characters,
/// letters that are no everyday word, and a rule that asks for context.
enum DatelessMark {
  /// Words and abbreviations of three letters that stand beside numbers in police posts.
  private static let words = FixedTable(
    """
    ANDTHEFORAREWASHASHADNOTBUTNOWALLANYOUROUTYOUWHOHOWWHYCANOFFOLDNEWONETWOSEESAYSAWSETGETGOTLET\
    PUTRANRUNUSEDAYBADBUSCARVANMANMENBOYLADTENPERHERDUEFEWFARLOWTOOYETAGOWAYTOPMPHKPHKGSLBSHRSGMT\
    BSTJANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDECMONTUEWEDTHUFRISATSUNCADLOGREFJOBTELEXTAGEDOBURNCROASN\
    PCSDCSSGTBSLNHSMETGMPBTPTVPPSUARVRTCRTAASBHGVVIABIGDIGFIGGIGPIGRIGWIGOILTIL
    """, width: 3)

  /// Ranks, units and small words of two letters.
  private static let shortWords = FixedTable(
    """
    PCPSDCDSSCAMPMKMCMMMMLKGATBYTOOFORASUPNOPOSTONWEUSHEBEGODOSOUKEUMPHRRDANMY
    """, width: 2)

  /// The pairs that end a Northern Irish mark, but for those in Z.
  private static let irishPairs = FixedTable("IAIBIGIJILIWJIOIUIXI", width: 2)

  /// Whether letters are a word rather than part of a mark.
  static func isWord(_ plate: CompactIdentifier, _ range: Range<Int>) -> Bool {
    switch range.count {
    case 2: shortWords.contains(plate, range)
    case 3: words.contains(plate, range)
    default: false
    }
  }

  /// Whether a plate of one group of letters and one of digits is such a mark.
  static func accepts(_ plate: CompactIdentifier, letters: Range<Int>) -> Bool {
    let first = letters.lowerBound == 0
    let digits = first ? letters.upperBound..<plate.count : 0..<letters.lowerBound
    guard !plate.hasSmallLetters, plate.digit(digits.lowerBound) > 0,
      plate.isSeparatedOnly(before: 1 << UInt64(first ? letters.upperBound : digits.upperBound))
    else { return false }
    switch (letters.count, digits.count) {
    case (1, 4...6): return first && plate[0] == UInt8(ascii: "J")
    case (2, 3...4), (3, 1...4): return isLettered(plate, letters) && !isWord(plate, letters)
    default: return false
    }
  }

  private static func isLettered(_ plate: CompactIdentifier, _ letters: Range<Int>) -> Bool {
    if letters.allSatisfy({ plate.isOne(of: VehicleRegistration.letters, at: $0) }) { return true }
    let pair = letters.upperBound - 2..<letters.upperBound
    return irishPairs.contains(plate, pair)
      || (plate[pair.lowerBound + 1] == UInt8(ascii: "Z")
        && plate.isOne(of: VehicleRegistration.letters, at: pair.lowerBound))
  }
}
