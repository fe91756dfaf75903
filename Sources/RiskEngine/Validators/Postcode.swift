/// A full postcode, which covers about fifteen addresses; an outward code alone is only an area.
///
/// Areas and letters are those of the Royal Mail's list, with the Crown dependencies, the overseas
/// territories, the forces (BF) and the large users (BX, XX). Numbered forces post offices
/// (`BFPO 123`) and Anguilla (`AI-2640`) have no such code.
enum Postcode {
  /// The areas of one letter.
  private static let shortAreas: StaticString = "BEGLMNSW"

  /// The areas of two letters.
  private static let areas = FixedTable(
    """
    ABALBABBBDBFBHBLBNBRBSBTBXCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYECEHENEXFKFYGLGUGYHAHDHGHPHR\
    HSHUHXIGIMIPIVJEKAKTKWKYLALDLELLLNLSLUMEMKMLNENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRMSASESGSKSLSMSN\
    SOSPSRSSSTSWSYTATDTFTNTQTRTSTWUBWAWCWDWFWNWRWSWVXXYOZE
    """, width: 2)

  /// Areas that have a district 0.
  private static let areasFromZero = FixedTable("BLBSCMCRFYHAPRSLSS", width: 2)

  /// The overseas territories, one code each.
  private static let territories = FixedTable(
    "ASCN1ZZBBND1ZZBIQQ1ZZFIQQ1ZZGX111AAPCRN1ZZSIQQ1ZZSTHL1ZZTDCU1ZZTKCA1ZZ", width: 7)

  /// The bank that had a code of its own.
  private static let girobank = FixedTable("GIR0AA", width: 6)

  /// Whether the candidate is a full postcode, with one space before the last three or none.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let code = CompactIdentifier(bytes), (5...7).contains(code.count), code.hyphens == 0,
      code.isSeparatedOnly(before: 1 << UInt64(code.count - 3))
    else { return false }
    switch code.count {
    case 6 where girobank.contains(code, 0..<6), 7 where territories.contains(code, 0..<7):
      return true
    default:
      return isInward(code) && isOutward(code)
    }
  }

  private static func isInward(_ code: CompactIdentifier) -> Bool {
    code.isDigits(code.count - 3..<code.count - 2)
      && (code.count - 2..<code.count).allSatisfy {
        code.isOne(of: "ABDEFGHJLNPQRSTUWXYZ", at: $0)
      }
  }

  private static func isOutward(_ code: CompactIdentifier) -> Bool {
    let end = code.count - 3
    let area = code.isLetters(1..<2) ? 2 : 1
    guard area == 2 ? areas.contains(code, 0..<2) : code.isOne(of: shortAreas, at: 0),
      area < end, code.isDigits(area..<area + 1)
    else { return false }
    if code.digit(area) == 0 {
      return area == 2 && end == 3 && areasFromZero.contains(code, 0..<2)
    }
    guard end == area + 2 else { return end == area + 1 }
    return code.isDigits(end - 1..<end)
      || code.isOne(of: area == 1 ? "ABCDEFGHJKPSTUW" : "ABEHMNPRVWXY", at: end - 1)
  }
}
