internal import CRapidJSON

/// One value of a document that was parsed.
package struct JSONValue {
  private let document: JSONDocument
  private let place: Int
  private let generation: Int

  init(document: JSONDocument, place: Int, generation: Int) {
    self.document = document
    self.place = place
    self.generation = generation
  }

  /// What a value can be.
  package enum Kind: Sendable {
    case null, boolean, number, string, object, array
  }

  /// What the value is.
  package var kind: Kind {
    switch json_tape_kind(token.kind) {
    case JSON_TAPE_NULL: .null
    case JSON_TAPE_FALSE, JSON_TAPE_TRUE: .boolean
    case JSON_TAPE_NUMBER: .number
    case JSON_TAPE_OBJECT: .object
    case JSON_TAPE_ARRAY: .array
    default: .string
    }
  }

  /// The member of an object by name; `nil` when there is none, when it is null, and for anything but an object.
  package subscript(name: StaticString) -> JSONValue? {
    let object = token
    guard json_tape_kind(object.kind) == JSON_TAPE_OBJECT else { return nil }
    var next = place + 1
    for _ in 0..<object.length {
      let value = document.token(next + 1)
      let key = document.token(next)
      if Int(key.length) == name.utf8CodeUnitCount, Self.equal(document.bytes(of: key), name) {
        guard json_tape_kind(value.kind) != JSON_TAPE_NULL else { return nil }
        return JSONValue(document: document, place: next + 1, generation: generation)
      }
      next = Int(value.next)
    }
    return nil
  }

  /// The text of a string; `nil` for anything else.
  package var string: String? {
    kind == .string ? text : nil
  }

  /// The text of a string, or the digits of a number as they are written; `nil` for anything else.
  ///
  /// Exports write identifiers either way, and as numbers they pass 2^53.
  package var word: String? {
    kind == .string || kind == .number ? text : nil
  }

  /// True or false; `nil` for anything but a boolean.
  package var boolean: Bool? {
    kind == .boolean ? json_tape_kind(token.kind) == JSON_TAPE_TRUE : nil
  }

  /// A whole number, be it written as a number or as a string of digits.
  package var integer: Int? {
    word.flatMap { Int($0) }
  }

  /// The elements of an array in order; none for anything else.
  package var elements: [JSONValue] {
    guard kind == .array else { return [] }
    var elements: [JSONValue] = []
    elements.reserveCapacity(Int(token.length))
    var next = place + 1
    for _ in 0..<token.length {
      elements.append(JSONValue(document: document, place: next, generation: generation))
      next = Int(document.token(next).next)
    }
    return elements
  }

  /// The members of an object in order; none for anything else.
  package var members: [(name: String, value: JSONValue)] {
    guard kind == .object else { return [] }
    var members: [(name: String, value: JSONValue)] = []
    var next = place + 1
    for _ in 0..<token.length {
      let value = JSONValue(document: document, place: next + 1, generation: generation)
      let name = String(decoding: document.bytes(of: document.token(next)), as: UTF8.self)
      members.append((name, value))
      next = Int(value.token.next)
    }
    return members
  }

  /// The number of members or elements; 0 for anything else.
  package var count: Int {
    kind == .object || kind == .array ? Int(token.length) : 0
  }

  private var text: String {
    String(decoding: document.bytes(of: token), as: UTF8.self)
  }

  private var token: json_tape_token {
    precondition(generation == document.generation, "a value of a text that is gone")
    return document.token(place)
  }

  private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return UnsafeBufferPointer(start: name.utf8Start, count: bytes.count).elementsEqual(bytes)
  }
}
