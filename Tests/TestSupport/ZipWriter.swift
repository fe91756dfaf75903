package import Foundation

/// Writes zip archives, sound ones and such as no sound program writes.
package final class ZipWriter {
  /// One member, and what is odd about it.
  package struct Member {
    /// Its name in the directory.
    package var name: String
    /// Its content as it stands in the archive.
    package var content: [UInt8]
    /// Its name before its content, where that differs.
    package var localName: String?
    /// How the content is compressed: 0 not at all, 8 by deflate.
    package var method = 0
    /// The length and the checksum of what it decompresses to, where it is compressed.
    package var unpacked: (count: Int, checksum: UInt32)?
    /// The Unix mode.
    package var mode = 0o100644
    /// True when it says to need a password.
    package var isEncrypted = false
    /// True when numbers stand in the fields of ZIP64.
    package var isWide = false
    /// True when lengths and checksum stand behind the content.
    package var hasTrailer = false
    /// What the checksum is changed by.
    package var checksumFault: UInt32 = 0

    /// Makes a sound member that is not compressed.
    package init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = name
      self.content = Array(content)
    }
  }

  private let file: FileHandle
  private var offset = 0
  private var directory: [UInt8] = []
  private var members = 0
  private let isWide: Bool

  /// Begins an archive; with ZIP64 records at its end when asked to, as archives over 4 GiB have.
  package init(_ url: URL, isWide: Bool = false) throws {
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    file = try FileHandle(forWritingTo: url)
    self.isWide = isWide
  }

  /// Writes an archive of members.
  package static func write(_ members: [Member], to url: URL, isWide: Bool = false) throws {
    let writer = try ZipWriter(url, isWide: isWide)
    for member in members { try writer.add(member) }
    try writer.finish()
  }

  /// Adds a member.
  package func add(_ member: Member) throws {
    let start = offset
    let packed = member.content.count
    let checksum = (member.unpacked?.checksum ?? Checksum.of(member.content)) ^ member.checksumFault
    let lengths = Lengths(
      packed: packed, unpacked: member.unpacked?.count ?? packed, checksum: checksum,
      isWide: member.isWide)
    let local = Array((member.localName ?? member.name).utf8)
    let flags = (member.isEncrypted ? 1 : 0) | (member.hasTrailer ? 8 : 0)
    let shown =
      member.hasTrailer ? Lengths(packed: 0, unpacked: 0, checksum: 0, isWide: false) : lengths
    try write(
      [0x50, 0x4B, 3, 4] + Self.short(45, flags, member.method, 0, 0x21) + shown.fields
        + Self.short(local.count, shown.extra.count) + local + shown.extra)
    try write(member.content)
    if member.hasTrailer { try write([0x50, 0x4B, 7, 8] + lengths.trailer) }

    let name = Array(member.name.utf8)
    let extra = member.isWide ? lengths.extra(offset: start) : []
    directory += [0x50, 0x4B, 1, 2]
    directory += Self.short(3 << 8 | 45, 45, flags, member.method, 0, 0x21) + lengths.fields
    directory += Self.short(name.count, extra.count, 0, 0, 0)
    directory += Self.long(member.mode << 16, member.isWide ? 0xFFFF_FFFF : start) + name + extra
    members += 1
  }

  /// Writes the directory and closes the file.
  package func finish() throws {
    let start = offset
    try write(directory)
    if isWide {
      let end = offset
      try write(
        [0x50, 0x4B, 6, 6] + Self.wide(44) + Self.short(45, 45) + Self.long(0, 0)
          + Self.wide(members, members, directory.count, start))
      try write([0x50, 0x4B, 6, 7] + Self.long(0) + Self.wide(end) + Self.long(1))
    }
    try write(
      [0x50, 0x4B, 5, 6] + Self.short(0, 0)
        + (isWide ? Self.short(0xFFFF, 0xFFFF) : Self.short(members, members))
        + (isWide ? Self.long(0xFFFF_FFFF, 0xFFFF_FFFF) : Self.long(directory.count, start))
        + Self.short(0))
    try file.close()
  }

  private func write(_ bytes: [UInt8]) throws {
    try file.write(contentsOf: Data(bytes))
    offset += bytes.count
  }

  // MARK: - Numbers

  private struct Lengths {
    var packed: Int
    var unpacked: Int
    var checksum: UInt32
    var isWide: Bool

    var fields: [UInt8] {
      ZipWriter.long(Int(checksum))
        + (isWide ? ZipWriter.long(0xFFFF_FFFF, 0xFFFF_FFFF) : ZipWriter.long(packed, unpacked))
    }

    var extra: [UInt8] {
      isWide ? ZipWriter.short(1, 16) + ZipWriter.wide(unpacked, packed) : []
    }

    func extra(offset: Int) -> [UInt8] {
      ZipWriter.short(1, 24) + ZipWriter.wide(unpacked, packed, offset)
    }

    var trailer: [UInt8] {
      ZipWriter.long(Int(checksum))
        + (isWide ? ZipWriter.wide(packed, unpacked) : ZipWriter.long(packed, unpacked))
    }
  }

  fileprivate static func short(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { bytes($0, 2) }
  }

  fileprivate static func long(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { bytes($0, 4) }
  }

  fileprivate static func wide(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { bytes($0, 8) }
  }

  fileprivate static func bytes(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// The checksum of zip archives.
package enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }

  /// The checksum of bytes.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(~0) { sum, byte in sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
      }
    }
  }
}
