/// Finds the members of a zip archive that has lost the directory at its end, from header to header.
///
/// Members are passed over by their length. Where that stands after the content, the end is looked for among the
/// bytes as they are: nothing is decompressed.
struct ZipRescue {
  private let file: OpenFile
  private var offset = 0
  private static let windowLength = 1 << 20

  /// Starts at the first member.
  init(_ file: OpenFile) {
    self.file = file
  }

  /// The wanted members up to where the file is cut off or damaged.
  mutating func entries(isWanted: ([UInt8]) -> Bool) throws(ArchiveFailure) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    while let found = try header() {
      var entry = found.entry
      var end: Int?
      if let content = entry.content {
        end = content.packed < file.size - found.end ? found.end + content.packed : nil
      } else if let trailer = try trailer(after: found.end) {
        entry.content = trailer.content
        end = trailer.end
      }
      if isWanted(entry.name) { entries.append(entry) }
      guard let end else { break }
      offset = end
    }
    return entries
  }

  private static let headerLength = 30

  /// The entry that begins here, and the end of its header.
  private func header() throws(ArchiveFailure) -> (entry: ZipEntry, end: Int)? {
    let bytes = try file.bytes(at: offset, count: Self.headerLength + 2 * 0xFFFF)
    let fields = ZipFields(bytes[...])
    let length = Self.headerLength + fields.short(26) + fields.short(28)
    guard bytes.starts(with: ZipEntry.mark), fields.reach(length) else { return nil }
    let name = Array(fields.part(Self.headerLength, fields.short(26)))
    var entry = ZipEntry(
      name: name, offset: offset, method: fields.short(8),
      isEncrypted: fields.short(6) & 1 != 0, isFile: name.last != UInt8(ascii: "/"))
    if fields.short(6) & 8 == 0 {
      var wide = ZipFields.wideNumbers(
        in: fields.part(Self.headerLength + name.count, fields.short(28)))[...]
      let size = fields.long(22) == 0xFFFF_FFFF ? wide.popFirst() ?? .max : fields.long(22)
      let packed = fields.long(18) == 0xFFFF_FFFF ? wide.popFirst() ?? .max : fields.long(18)
      entry.content = ZipEntry.Content(packed: packed, size: size, checksum: fields.long(14))
    }
    return (entry, offset + length)
  }

  /// The measures that stand after a content, and where the next member begins.
  private func trailer(
    after content: Int
  ) throws(ArchiveFailure) -> (content: ZipEntry.Content, end: Int)? {
    var start = content
    while start < file.size {
      let window = try file.bytes(at: start, count: Self.windowLength)
      for place in window.indices where window[place] == 0x50 {
        // Most are no record, and are not looked up in the file.
        if place + 1 < window.count, window[place + 1] != 0x4B { continue }
        let packed = start + place - content
        if let found = try trailer(at: start + place, packed: packed) { return found }
      }
      start += window.count
    }
    return nil
  }

  /// The record of measures at a place, when there is one that fits the content before it.
  private func trailer(
    at place: Int, packed: Int
  ) throws(ArchiveFailure) -> (content: ZipEntry.Content, end: Int)? {
    let bytes = try file.bytes(at: place, count: 28)
    let fields = ZipFields(bytes[...])
    guard bytes.starts(with: [0x50, 0x4B, 7, 8]) else { return nil }
    var content = ZipEntry.Content(packed: packed, size: 0, checksum: fields.long(4))
    if fields.long(8) == packed, bytes.dropFirst(16).starts(with: ZipEntry.mark) {
      content.size = fields.long(12)
      return (content, place + 16)
    }
    guard fields.wide(8) == packed, bytes.dropFirst(24).starts(with: ZipEntry.mark) else {
      return nil
    }
    content.size = fields.wide(16)
    return (content, place + 24)
  }
}

extension ZipEntry {
  /// The four bytes that begin a member.
  static let mark: [UInt8] = [0x50, 0x4B, 3, 4]
}
