internal import CZlib

/// Decompresses gzip, whose checksums and ends are held against the data; libarchive looks at neither.
final class GzipSource: ByteSource {
  private static let chunkSize = 256 << 10
  /// Gzip alone, with the largest window.
  private static let window: Int32 = 15 + 16

  private let source: any ByteSource
  /// The state of zlib, which keeps its address, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var at = 0
  private var isInMember = true
  private var isAtEnd = false
  /// What is wrong after the bytes that were given last.
  private var pending: ArchiveFailure?

  /// Takes the compressed bytes.
  init(_ source: any ByteSource) throws(ArchiveFailure) {
    self.source = source
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, Self.window, ZLIB_VERSION, size) == Z_OK else {
      throw ArchiveFailure(code: "no-memory", message: "There is no memory to decompress it.")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  var share: Double? { source.share }

  func read() throws(ArchiveFailure) -> [UInt8] {
    while !isAtEnd {
      if at == input.count, !(try refill()) {
        isAtEnd = true
        if isInMember { throw .gzipCut }
        return []
      }
      if !isInMember, !(try begin()) { continue }
      let (bytes, status) = inflated()
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isInMember = false
      default:
        isAtEnd = true
        // What came before the damage is good, and the damage is told by the next reading.
        pending = .gzipDamaged
      }
      if !bytes.isEmpty { return bytes }
      if let failure = takePending() { throw failure }
    }
    if let failure = takePending() { throw failure }
    return []
  }

  private func takePending() -> ArchiveFailure? {
    defer { pending = nil }
    return pending
  }

  private func refill() throws(ArchiveFailure) -> Bool {
    input = try source.read()
    at = 0
    return !input.isEmpty
  }

  /// Begins a further member; what is no gzip is not passed over, but for the noughts that pad tapes.
  private func begin() throws(ArchiveFailure) -> Bool {
    while at < input.count, input[at] == 0 { at += 1 }
    guard at < input.count else { return false }
    guard input[at] == 0x1F else {
      isAtEnd = true
      throw .afterGzip
    }
    inflateReset(stream)
    isInMember = true
    return true
  }

  private func inflated() -> (bytes: [UInt8], status: Int32) {
    var status: Int32 = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      input.withUnsafeMutableBufferPointer { compressed in
        stream.pointee.next_in = compressed.baseAddress?.advanced(by: at)
        stream.pointee.avail_in = UInt32(compressed.count - at)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        status = inflate(stream, Z_NO_FLUSH)
        at = compressed.count - Int(stream.pointee.avail_in)
        count = buffer.count - Int(stream.pointee.avail_out)
      }
    }
    return (bytes, status)
  }
}

extension ArchiveFailure {
  /// Gzip that ends before its checksum.
  static let gzipCut = ArchiveFailure(
    code: "cut-off",
    message: "The compressed file ends too soon. Was it copied whole? Fetch it again.")
  /// Gzip whose data or checksum is wrong.
  static let gzipDamaged = ArchiveFailure(
    code: "damaged",
    message:
      "The compressed file is damaged: its checksum does not hold. Fetch it again; what was read last may be wrong."
  )
  /// Bytes after gzip that are none.
  static let afterGzip = ArchiveFailure(
    code: "not-read",
    message: "Something that is not gzip stands after the compressed data, and was not read.")
  /// Bytes after compressed data that nothing has read.
  static let afterData = ArchiveFailure(
    code: "not-read",
    message: "Something stands after the compressed data, and was not read.")
}
