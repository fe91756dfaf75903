/// Reads the fields of a form in parts, `multipart/form-data`; files are passed over.
///
/// Servers read broken forms in different ways, so this one takes only what ordinary clients write.
struct MultipartReader {
  private let bytes: [UInt8]
  private let boundary: [UInt8]

  private static let lineEnd = Array("\r\n".utf8)

  private init(bytes: [UInt8], boundary: [UInt8]) {
    self.bytes = bytes
    self.boundary = Array("--".utf8) + boundary
  }

  /// The fields in order, files among them without what is in them.
  static func fields(in bytes: [UInt8], boundary: String) throws(Refusal) -> [Field] {
    let signs = Array("'()+_,-./:=?".utf8)
    guard (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ $0.isAlphanumeric || signs.contains($0) }),
      let fields = MultipartReader(bytes: bytes, boundary: Array(boundary.utf8)).fields()
    else {
      throw .refused(
        422, "Not sent: the parts of the form could not be read in one clear way. Nothing was sent."
      )
    }
    return fields
  }

  /// Every place where the boundary stands must be a line of its own, and nothing may stand outside the parts.
  private func fields() -> [Field]? {
    let places = ByteSearch(boundary).places(in: bytes)
    guard places.count >= 1, places[0] == 0, let last = places.last else { return nil }
    let ending = Array(bytes[(last + boundary.count)...])
    guard ending == Array("--".utf8) || ending == Array("--\r\n".utf8) else { return nil }
    var fields: [Field] = []
    for (place, next) in zip(places, places.dropFirst()) {
      let start = place + boundary.count
      let end = next - Self.lineEnd.count
      guard end >= start + Self.lineEnd.count, bytes[start...].starts(with: Self.lineEnd),
        bytes[end...].starts(with: Self.lineEnd),
        let field = field(in: bytes[(start + Self.lineEnd.count)..<end])
      else { return nil }
      fields.append(field)
    }
    return fields
  }

  private func field(in part: ArraySlice<UInt8>) -> Field? {
    let headLimit = part.prefix(8 << 10)
    guard
      let end = ByteSearch(Array("\r\n\r\n".utf8)).places(in: Array(headLimit)).first,
      let head = PartHead(part[..<(part.startIndex + end)])
    else { return nil }
    let content = part[(part.startIndex + end + 4)...]
    if head.isFile { return Field(head.name, "", .file) }
    guard let value = String(validating: content, as: UTF8.self) else { return nil }
    return Field(head.name, value)
  }
}
