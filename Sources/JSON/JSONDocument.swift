internal import CRapidJSON

/// A JSON text parsed in one go; one document can read many texts, one after another, and keeps its memory.
///
/// Values are views into the document: reading the next text ends them, and using one after that is a fault in the
/// program. A document belongs to one task at a time.
package final class JSONDocument {
  /// Why bytes are not JSON that can be read.
  package struct Fault: Error, Equatable {
    /// The stable code: `not-json`, `too-deep` or `repeated-key`.
    package let code: String
    /// What is wrong, in one sentence.
    package let message: String
    /// Where it was noticed, in bytes from the start of the text.
    package let offset: Int
  }

  /// The deepest nesting that is read; no export of posts comes near it.
  package static let deepest = 128

  private let tape: OpaquePointer
  /// Counts the texts, so that a value of an earlier one is found out.
  private(set) var generation = 0

  /// Makes an empty document; fails when there is no memory.
  package init?() {
    guard let tape = json_tape_create() else { return nil }
    self.tape = tape
  }

  deinit {
    json_tape_destroy(tape)
  }

  /// Parses one value and gives it back; a mark of byte order at the start is passed over.
  ///
  /// Half of a pair of surrogates, as in `"\ud83d"`, is a fault unless it is mended: then it is read as U+FFFD.
  package func parse(
    _ bytes: some Collection<UInt8>, mendsSurrogates: Bool = false
  ) throws(Fault) -> JSONValue {
    generation += 1
    let parsed =
      bytes.withContiguousStorageIfAvailable { parse($0, mendsSurrogates) }
      ?? parse(Array(bytes), mendsSurrogates)
    if let fault = parsed { throw fault }
    return JSONValue(document: self, place: 0, generation: generation)
  }

  private func parse(_ bytes: [UInt8], _ mendsSurrogates: Bool) -> Fault? {
    bytes.withUnsafeBufferPointer { parse($0, mendsSurrogates) }
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ mendsSurrogates: Bool) -> Fault? {
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(skipped))
    guard let base = rest.baseAddress else {
      return Fault(code: "not-json", message: "There is nothing in it.", offset: 0)
    }
    let result = json_tape_parse(tape, base, rest.count, Self.deepest, mendsSurrogates)
    tokens = UnsafeBufferPointer(start: json_tape_tokens(tape), count: json_tape_count(tape))
    text = json_tape_text(tape)
    guard result != JSON_TAPE_FINE else { return nil }
    return fault(result, skipped: skipped)
  }

  private func fault(_ result: json_tape_fault, skipped: Int) -> Fault {
    let offset = json_tape_fault_offset(tape) + skipped
    let words = String(cString: json_tape_fault_words(tape))
    return switch result {
    case JSON_TAPE_TOO_DEEP:
      Fault(
        code: "too-deep", message: "It is nested deeper than \(Self.deepest) levels.",
        offset: offset)
    case JSON_TAPE_REPEATED_KEY:
      Fault(
        code: "repeated-key", message: "An object has two members of the same name.",
        offset: offset)
    case JSON_TAPE_NO_MEMORY:
      Fault(code: "not-json", message: "It is too large to be read.", offset: offset)
    default: Fault(code: "not-json", message: words, offset: offset)
    }
  }

  // MARK: - Reading the tape

  /// The tokens of the text that was parsed last.
  private(set) var tokens = UnsafeBufferPointer<json_tape_token>(start: nil, count: 0)
  private var text: UnsafePointer<UInt8>?

  /// The token at a place.
  func token(_ place: Int) -> json_tape_token {
    precondition(tokens.indices.contains(place))
    return tokens[place]
  }

  /// The place of the value that the object at a place has under a name.
  func member(of object: Int, _ name: StaticString) -> Int? {
    let place = json_tape_member(tape, object, name.utf8Start, name.utf8CodeUnitCount)
    return place == 0 ? nil : place
  }

  /// The decoded bytes of a token.
  func bytes(of token: json_tape_token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.map { $0 + Int(token.offset) }, count: Int(token.length))
  }
}
