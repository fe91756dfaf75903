/// A British telephone number and what kind of subscriber it reaches (Ofcom's numbering plan).
struct PhoneNumber {
  /// The kinds that can be somebody's own.
  enum Kind {
    /// 071–075, 077–079 and 07624.
    case mobile
    /// 070, which follows a person from telephone to telephone.
    case personal
    /// 01 and 02, homes as well as police stations.
    case geographic
    /// Everything else: 03, 055, 056, 076, 08, 09.
    case other
  }

  /// What kind it is.
  let kind: Kind

  /// Reads a candidate, or gives `nil` for one that is no complete number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let dialled = DialledDigits(bytes) else { return nil }
    switch dialled.count {
    case 11: kind = Self.kind(areaCode: dialled.number / 1_000_000)
    case 10: kind = Self.isShort(areaCode: dialled.number / 100_000) ? .geographic : .other
    default: return nil
    }
  }

  /// Whether the number can be a private person's: no helpline and no short code is.
  var isPersonal: Bool {
    kind != .other
  }

  /// The kind by the four digits after the leading 0.
  private static func kind(areaCode: Int) -> Kind {
    switch areaCode {
    case 7000...7099: .personal
    case 7100...7599, 7624, 7700...7999: .mobile
    case 1130...1189, 1200...1999: .geographic
    case 2000...2099, 2300...2499, 2800...2999: .geographic
    default: .other
    }
  }

  /// Whether numbers of five digits are in use after the area code.
  private static func isShort(areaCode: Int) -> Bool {
    switch areaCode {
    case 1204, 1208, 1254, 1276, 1297, 1298, 1363, 1364, 1384, 1386, 1404, 1420, 1460, 1461, 1480,
      1488, 1524, 1527, 1562, 1566, 1606, 1629, 1635, 1647, 1659, 1695, 1697, 1726, 1744, 1750,
      1768, 1827, 1837, 1884, 1900, 1905, 1935, 1946, 1949, 1963, 1995:
      true
    default: false
    }
  }
}
