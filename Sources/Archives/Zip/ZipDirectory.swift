/// The directory at the end of a zip archive, also of a ZIP64.
///
/// Of a directory of any length only the wanted names are kept; no member is looked into.
struct ZipDirectory {
  /// The wanted members in the order of the directory.
  let entries: [ZipEntry]

  /// Where a directory lies.
  private struct Extent {
    var offset: Int
    var size: Int
    /// Where what follows the directory begins.
    var end: Int
    /// How far all places are from where the archive says that they are.
    var shift = 0
  }

  /// Reads the directory; `nil` when the archive has none, as when it was cut off.
  init?(of file: OpenFile, isWanted: ([UInt8]) -> Bool) throws(ArchiveFailure) {
    guard var extent = try Self.extent(in: file) else { return nil }
    guard extent.size <= extent.end, extent.offset <= extent.end - extent.size else {
      throw .wrongDirectory
    }
    // What was put before an archive moves it, and its own numbers do not know.
    extent.shift = extent.end - extent.size - extent.offset
    entries = try Self.entries(in: file, extent, isWanted)
  }

  // MARK: - The end

  private static let endLength = 22

  private static func extent(in file: OpenFile) throws(ArchiveFailure) -> Extent? {
    let tailLength = min(file.size, endLength + 0xFFFF)
    let tailOffset = file.size - tailLength
    let tail = try file.bytes(at: tailOffset, count: tailLength)
    guard let place = endPlace(in: tail) else { return nil }
    let end = ZipFields(tail[place...])
    let extent = Extent(offset: end.long(16), size: end.long(12), end: tailOffset + place)
    guard end.short(4) == 0 || end.short(4) == 0xFFFF else { throw .splitArchive }
    guard end.long(16) == 0xFFFF_FFFF || end.long(12) == 0xFFFF_FFFF || end.short(10) == 0xFFFF
    else { return extent }
    return try wideExtent(in: file, before: extent.end) ?? extent
  }

  private static func endPlace(in tail: [UInt8]) -> Int? {
    guard tail.count >= endLength else { return nil }
    return (0...tail.count - endLength).reversed().first { place in
      tail[place...].starts(with: [0x50, 0x4B, 5, 6])
        && ZipFields(tail[place...]).short(20) <= tail.count - endLength - place
    }
  }

  /// The extent that ZIP64 gives, where the other form has no room for the numbers.
  private static func wideExtent(
    in file: OpenFile, before end: Int
  ) throws(ArchiveFailure) -> Extent? {
    let locator = try file.bytes(at: end - 20, count: 20)
    guard locator.starts(with: [0x50, 0x4B, 6, 7]) else { return nil }
    let stated = ZipFields(locator[...]).wide(8)
    // Where it says to be, or right before the pointer to it.
    for offset in [stated, end - 20 - 56] {
      let record = try file.bytes(at: offset, count: 56)
      guard record.count == 56, record.starts(with: [0x50, 0x4B, 6, 6]) else { continue }
      let fields = ZipFields(record[...])
      return Extent(offset: fields.wide(48), size: fields.wide(40), end: offset)
    }
    throw .wrongDirectory
  }

  // MARK: - The entries

  private static let entryLength = 46
  private static let windowLength = 1 << 20

  private static func entries(
    in file: OpenFile, _ extent: Extent, _ isWanted: ([UInt8]) -> Bool
  ) throws(ArchiveFailure) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    var window: ArraySlice<UInt8> = []
    var offset = extent.offset + extent.shift
    while offset < extent.end {
      if window.count < entryLength + 3 * 0xFFFF, offset + window.count < extent.end {
        window = try file.bytes(at: offset, count: min(windowLength, extent.end - offset))[...]
      }
      let fields = ZipFields(window)
      guard window.starts(with: [0x50, 0x4B, 1, 2]) else {
        // A signature may follow the entries; anything else is damage.
        if window.starts(with: [0x50, 0x4B, 5, 5]) { break }
        throw .wrongDirectory
      }
      let length = entryLength + fields.short(28) + fields.short(30) + fields.short(32)
      guard fields.reach(length) else { throw .wrongDirectory }
      let name = Array(fields.part(entryLength, fields.short(28)))
      if isWanted(name) { entries.append(entry(name, fields, extent)) }
      offset += length
      window = window.dropFirst(length)
    }
    return entries
  }

  private static func entry(_ name: [UInt8], _ fields: ZipFields, _ extent: Extent) -> ZipEntry {
    var wide = ZipFields.wideNumbers(
      in: fields.part(entryLength + name.count, fields.short(30)))[...]
    let size = fields.long(24) == 0xFFFF_FFFF ? wide.popFirst() : fields.long(24)
    if fields.long(20) == 0xFFFF_FFFF { _ = wide.popFirst() }
    let stated = fields.long(42) == 0xFFFF_FFFF ? wide.popFirst() ?? .max : fields.long(42)
    // The upper half of the attributes is a Unix mode where Unix made the archive.
    let isUnix = fields.short(4) >> 8 == 3
    let format = fields.short(40) & 0o170000
    return ZipEntry(
      name: name, offset: min(stated, extent.end) + extent.shift, size: size,
      isEncrypted: fields.short(8) & 1 != 0,
      isFile: name.last != UInt8(ascii: "/") && (!isUnix || format == 0 || format == 0o100000))
  }
}

extension ArchiveFailure {
  /// The directory of a zip does not hold what its end says.
  static let wrongDirectory = ArchiveFailure(
    code: "damaged", message: "The directory of the zip is damaged. Fetch the archive again.")
  /// A zip in several files.
  static let splitArchive = ArchiveFailure(
    code: "split-archive",
    message: "The zip is one of several that belong together. Join them first: zip -s 0.")
}
