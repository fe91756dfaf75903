/// One member of a zip archive.
struct ZipEntry: Equatable {
  /// Its name as it stands in the archive.
  var name: [UInt8]
  /// Where its own header begins.
  var offset: Int
  /// The bytes that it says to hold, decompressed; `nil` when only its end says so.
  var size: Int?
  /// True when it needs a password.
  var isEncrypted: Bool
  /// True for a file, false for folders and links.
  var isFile: Bool
}

/// Numbers of a zip archive's records, which have their lowest byte first.
struct ZipFields {
  private let bytes: ArraySlice<UInt8>

  /// Takes the bytes of a record.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// True when all bytes up to a place are there.
  func reach(_ count: Int) -> Bool {
    count >= 0 && bytes.count >= count
  }

  /// A number of two bytes; 0 where there are none.
  func short(_ place: Int) -> Int {
    number(place, width: 2)
  }

  /// A number of four bytes.
  func long(_ place: Int) -> Int {
    number(place, width: 4)
  }

  /// A number of eight bytes; one that is beyond any file is the largest there is.
  func wide(_ place: Int) -> Int {
    let high = number(place + 4, width: 4)
    return high >= 1 << 31 ? .max : high << 32 | number(place, width: 4)
  }

  /// Bytes at a place; none where they are not all there.
  func part(_ place: Int, _ count: Int) -> ArraySlice<UInt8> {
    guard place >= 0, count >= 0, place <= bytes.count - count else { return [] }
    return bytes.dropFirst(place).prefix(count)
  }

  /// The numbers that stand in the ZIP64 field of extra fields, in order.
  static func wideNumbers(in extra: ArraySlice<UInt8>) -> [Int] {
    var fields = extra
    while fields.count >= 4 {
      let header = ZipFields(fields)
      let data = header.part(4, header.short(2))
      if header.short(0) == 1 {
        return (0..<data.count / 8).map { ZipFields(data).wide($0 * 8) }
      }
      fields = fields.dropFirst(4 + header.short(2))
    }
    return []
  }

  private func number(_ place: Int, width: Int) -> Int {
    part(place, width).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
