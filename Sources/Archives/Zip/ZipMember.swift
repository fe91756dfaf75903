/// The decompressed content of one member of a zip.
final class ZipMember: ByteSource {
  private let content: ZipContent
  private let archive: LibArchive
  private let size: Int?
  private var count = 0
  private var isOver = false

  /// Opens a member; fails when its own header is not the one that the directory speaks of.
  init(_ entry: ZipEntry, in file: OpenFile) throws(ArchiveFailure) {
    size = entry.content?.size
    content = try ZipContent(of: entry, in: file)
    archive = try LibArchive(content)
    guard try archive.openMember() else { throw .wrongHeader }
  }

  var share: Double? { size == nil ? nil : content.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard !isOver else { return [] }
    do throws(ArchiveFailure) {
      let bytes = try archive.read()
      count += bytes.count
      if bytes.isEmpty, let size, size != count { throw .wrongSize }
      isOver = bytes.isEmpty
      return bytes
    } catch {
      isOver = true
      throw error
    }
  }
}

/// The bytes of one member as they are stored, after a header that says of it what the directory says.
///
/// So nothing depends on headers in which lengths are missing, and no byte of another member is read.
final class ZipContent {
  private let file: OpenFile
  private let start: Int
  private var offset: Int
  private let end: Int
  private var header: [UInt8]
  private var block: UnsafeMutableRawBufferPointer
  /// Why no more bytes come.
  private(set) var failure: ArchiveFailure?

  private static let blockSize = 256 << 10
  private static let headerLength = 30

  /// Finds the bytes of a member.
  init(of entry: ZipEntry, in file: OpenFile) throws(ArchiveFailure) {
    let own = try file.bytes(at: entry.offset, count: Self.headerLength + entry.name.count)
    let fields = ZipFields(own[...])
    guard own.starts(with: ZipEntry.mark), fields.short(26) == entry.name.count,
      fields.part(Self.headerLength, entry.name.count).elementsEqual(entry.name)
    else { throw .wrongHeader }
    guard fields.short(6) & 1 == 0 else { throw .encrypted }
    start = entry.offset + own.count + fields.short(28)
    offset = start
    let packed = min(entry.content?.packed ?? .max, max(0, file.size - offset))
    end = offset + packed
    header = entry.header
    self.file = file
    block = .allocate(byteCount: Self.blockSize, alignment: 1)
  }

  deinit {
    block.deallocate()
  }

  /// How much of the bytes has been given, 0 to 1.
  var share: Double { end > start ? Double(offset - start) / Double(end - start) : 1 }

  /// The next bytes, which stay where they are until more are asked for; none at the end.
  func nextBlock() -> UnsafeRawBufferPointer {
    var bytes = header
    header = []
    if bytes.isEmpty {
      do throws(ArchiveFailure) {
        bytes = try file.bytes(at: offset, count: min(Self.blockSize, end - offset))
      } catch {
        failure = error
      }
      offset += bytes.count
    }
    block.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: block.prefix(bytes.count))
  }
}

extension ZipEntry {
  /// A header for the content alone.
  fileprivate var header: [UInt8] {
    // Bit 3: the lengths stand after the content.
    var bytes = Self.mark + Self.bytes(45, 2) + Self.bytes(content == nil ? 8 : 0, 2)
    bytes += Self.bytes(method, 2) + Self.bytes(0, 2) + Self.bytes(0x21, 2)
    bytes += Self.bytes(content?.checksum ?? 0, 4)
    bytes +=
      Self.bytes(content == nil ? 0 : 0xFFFF_FFFF, 4)
      + Self.bytes(content == nil ? 0 : 0xFFFF_FFFF, 4)
    bytes += Self.bytes(1, 2) + Self.bytes(content == nil ? 0 : 20, 2) + [UInt8(ascii: "x")]
    guard let content else { return bytes }
    // The lengths of ZIP64.
    return bytes + Self.bytes(1, 2) + Self.bytes(16, 2) + Self.bytes(content.size, 8)
      + Self.bytes(content.packed, 8)
  }

  private static func bytes(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

extension ArchiveFailure {
  /// A member that is not where the directory says, or not what it says.
  fileprivate static let wrongHeader = ArchiveFailure(
    code: "damaged",
    message: """
      The directory of the zip and the file in it do not agree, so it was not read. Fetch the archive again.
      """)
  /// A member that ends elsewhere than the directory says.
  fileprivate static let wrongSize = ArchiveFailure(
    code: "damaged",
    message: "It has not the length that the directory of the zip gives. Fetch the archive again.")
}
