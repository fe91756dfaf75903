/// Finds the members of a zip archive that has lost the directory at its end, from header to header.
///
/// Members are passed over by their length. Where that stands behind the content, the end is looked for among the
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
    while let (entry, length) = try header() {
      if isWanted(entry.name) { entries.append(entry) }
      let content = offset + length
      if let size = try compressedSize(), size < file.size - content {
        offset = content + size
      } else if let end = try endBehindContent(from: content) {
        offset = end
      } else {
        break
      }
    }
    return entries
  }

  private static let headerLength = 30

  /// The entry that begins here, and the length of its header.
  private func header() throws(ArchiveFailure) -> (entry: ZipEntry, length: Int)? {
    let bytes = try file.bytes(at: offset, count: Self.headerLength + 0xFFFF)
    let fields = ZipFields(bytes[...])
    guard bytes.starts(with: ZipEntry.mark), fields.reach(Self.headerLength + fields.short(26))
    else { return nil }
    let name = Array(fields.part(Self.headerLength, fields.short(26)))
    let entry = ZipEntry(
      name: name, offset: offset, size: nil, isEncrypted: fields.short(6) & 1 != 0,
      isFile: name.last != UInt8(ascii: "/"))
    return (entry, Self.headerLength + name.count + fields.short(28))
  }

  /// The compressed length of the member that begins here; `nil` when it stands behind the content.
  private func compressedSize() throws(ArchiveFailure) -> Int? {
    let bytes = try file.bytes(at: offset, count: Self.headerLength + 2 * 0xFFFF)
    let fields = ZipFields(bytes[...])
    guard fields.short(6) & 8 == 0 else { return nil }
    guard fields.long(18) == 0xFFFF_FFFF else { return fields.long(18) }
    let wide = ZipFields.wideNumbers(
      in: fields.part(Self.headerLength + fields.short(26), fields.short(28)))
    return fields.long(22) == 0xFFFF_FFFF ? wide.dropFirst().first : wide.first
  }

  /// Where the next header begins behind a content whose length stands behind it.
  private func endBehindContent(from content: Int) throws(ArchiveFailure) -> Int? {
    var start = content
    while start < file.size {
      let window = try file.bytes(at: start, count: Self.windowLength)
      for place in window.indices where window[place] == 0x50 {
        // Most are no record, and are not looked up in the file.
        if place + 1 < window.count, window[place + 1] != 0x4B { continue }
        if let end = try lengthRecord(at: start + place, content: content) { return end }
      }
      start += window.count
    }
    return nil
  }

  /// The end of the record of lengths at a place, when there is one that fits the content before it.
  private func lengthRecord(at place: Int, content: Int) throws(ArchiveFailure) -> Int? {
    let bytes = try file.bytes(at: place, count: 28)
    guard bytes.starts(with: [0x50, 0x4B, 7, 8]) else { return nil }
    let fields = ZipFields(bytes[...])
    if fields.long(8) == place - content, bytes.dropFirst(16).starts(with: ZipEntry.mark) {
      return place + 16
    }
    guard fields.wide(8) == place - content, bytes.dropFirst(24).starts(with: ZipEntry.mark)
    else { return nil }
    return place + 24
  }
}

extension ZipEntry {
  /// The four bytes that begin a member.
  static let mark: [UInt8] = [0x50, 0x4B, 3, 4]
}
