/// The sets of ASCII characters that the entity rules speak of, one bit for each set.
///
/// The sets are those of X's published text rules, version 3.
enum ByteClassTable {
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  private static let digits = "0123456789"

  /// The characters of each set; their order is that of the members of `ByteClasses`.
  private static let sets = [
    letters + digits, "_", "-",
    letters + digits + "!*';:=+,.$/%#[]-_~@|&",
    letters + digits + "+-=_#/",
    letters + digits + "!?*'@();:&=+$/%#[]-_.,~|",
  ]

  /// Makes the file that holds the table.
  static func file() -> GeneratedFile {
    var packed = PackedText()
    for byte in UInt8.min...UInt8.max {
      let bits = sets.enumerated().reduce(0) { bits, set in
        set.element.utf8.contains(byte) ? bits | 1 << set.offset : bits
      }
      packed.append(bits, width: 1)
    }
    var file = GeneratedFile(extending: "ByteClasses", aspect: "Sets", source: "its own lists")
    file.add("sets", "The sets of every byte.", packed.text)
    return file.closed()
  }
}
