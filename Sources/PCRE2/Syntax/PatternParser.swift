/// Reads a pattern into ``PatternSyntax``; gives up on the whole of it rather than guess.
struct PatternParser {
  /// Thrown where the pattern's meaning is not known for certain.
  struct NotUnderstood: Error {}

  let scalars: [UInt32]
  /// The byte offset of each scalar in the source.
  let offsets: [Int]
  var index = 0
  var caseless: Bool
  private var depth = 0
  private var isQuoting = false

  /// How many brackets may nest before the pattern is left alone.
  private static let depthLimit = 60

  /// Makes a parser of one pattern.
  init(_ source: String, caseless: Bool) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in source.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.offsets = offsets
    self.caseless = caseless
  }

  /// Reads the whole pattern.
  mutating func parse() -> PatternSyntax.Node {
    do {
      let node = try alternatives()
      return index == scalars.count ? node : .opaque
    } catch {
      return .opaque
    }
  }

  /// The scalar so many places ahead; 0 past the end.
  func peek(_ distance: Int = 0) -> UInt32 {
    index + distance < scalars.count ? scalars[index + distance] : 0
  }

  /// Whether the pattern goes on with this ASCII text.
  func isAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes in
      index + bytes.count <= scalars.count
        && bytes.indices.allSatisfy { scalars[index + $0] == UInt32(bytes[$0]) }
    }
  }

  /// Moves past this ASCII text if the pattern goes on with it.
  mutating func take(_ text: StaticString) -> Bool {
    guard isAt(text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// Reads alternatives up to a closing bracket or the end; options set inside end there.
  mutating func alternatives() throws(NotUnderstood) -> PatternSyntax.Node {
    depth += 1
    let outerCaseless = caseless
    defer {
      depth -= 1
      caseless = outerCaseless
    }
    guard depth <= Self.depthLimit else { throw NotUnderstood() }
    var branches: [PatternSyntax.Node] = []
    repeat { branches.append(try sequence()) } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(NotUnderstood) -> PatternSyntax.Node {
    var nodes: [PatternSyntax.Node] = []
    while index < scalars.count {
      if isQuoting {
        if take("\\E") {
          isQuoting = false
          continue
        }
      } else if take("\\Q") {
        isQuoting = true
        continue
      } else if take("\\E") {
        continue
      } else if isAt("|") || isAt(")") {
        break
      }
      guard let atom = isQuoting ? quotedScalar() : try atom() else { continue }
      // A quantifier after `\Q…\E` belongs to its last character.
      while isQuoting, take("\\E") { isQuoting = false }
      nodes.append(isQuoting ? atom : try quantified(atom))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quotedScalar() -> PatternSyntax.Node {
    index += 1
    return .scalar(scalars[index - 1], caseless: caseless)
  }

  /// Reads one atom; `nil` where something stands that matches nothing, such as a comment.
  private mutating func atom() throws(NotUnderstood) -> PatternSyntax.Node? {
    let scalar = peek()
    switch scalar {
    case UInt32(ascii: "("): return try group()
    case UInt32(ascii: "["): return .set(try characterClass())
    case UInt32(ascii: "\\"): return try escape()
    case UInt32(ascii: "."):
      index += 1
      return .set(.all)
    case UInt32(ascii: "^"):
      index += 1
      return .place(.lineStart)
    case UInt32(ascii: "$"):
      index += 1
      return .place(.other)
    case UInt32(ascii: "*"), UInt32(ascii: "+"), UInt32(ascii: "?"), 0: throw NotUnderstood()
    case UInt32(ascii: "{") where quantifierBraces() != nil: throw NotUnderstood()
    default:
      // Later versions of PCRE2 read more things in braces as quantifiers than earlier ones.
      if scalar == UInt32(ascii: "{"), mayBeBraces(peek(1)) { throw NotUnderstood() }
      index += 1
      return .scalar(scalar, caseless: caseless)
    }
  }

  private func mayBeBraces(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x09 || scalar == UInt32(ascii: ",") || digit(scalar) != nil
  }

  private mutating func quantified(
    _ atom: PatternSyntax.Node
  ) throws(NotUnderstood) -> PatternSyntax.Node {
    var node = atom
    let offset = index < offsets.count ? offsets[index] : 0
    let bounds: (least: Int, most: Int?)
    if take("*") {
      bounds = (0, nil)
    } else if take("+") {
      bounds = (1, nil)
    } else if take("?") {
      bounds = (0, 1)
    } else if let braces = quantifierBraces() {
      index = braces.end
      bounds = (braces.least, braces.most)
    } else {
      return node
    }
    let isPossessive = take("+")
    if !isPossessive { _ = take("?") }
    node = .loop(
      .init(
        body: node, least: bounds.least, most: bounds.most, isPossessive: isPossessive,
        offset: offset))
    return node
  }

  /// Reads `{n}`, `{n,}` or `{n,m}` at the current place without moving.
  private func quantifierBraces() -> (least: Int, most: Int?, end: Int)? {
    guard peek() == UInt32(ascii: "{") else { return nil }
    var place = index + 1
    guard let least = number(&place) else { return nil }
    var most: Int? = least
    if place < scalars.count, scalars[place] == UInt32(ascii: ",") {
      place += 1
      most = number(&place)
    }
    guard place < scalars.count, scalars[place] == UInt32(ascii: "}") else { return nil }
    return (least, most, place + 1)
  }

  private func number(_ place: inout Int) -> Int? {
    let start = place
    var value = 0
    while place < scalars.count, place - start < 6, let digit = digit(scalars[place]) {
      value = value * 10 + digit
      place += 1
    }
    return place == start ? nil : value
  }

  /// The value of an ASCII digit.
  func digit(_ scalar: UInt32) -> Int? {
    (0x30...0x39).contains(scalar) ? Int(scalar) - 0x30 : nil
  }
}

extension UInt32 {
  /// The value of an ASCII character.
  init(ascii scalar: Unicode.Scalar) {
    self = scalar.value
  }
}
