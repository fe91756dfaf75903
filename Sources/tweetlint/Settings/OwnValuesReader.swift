import Drafts
import RiskEngine
import Rules

/// Reads what an account's settings name as the force's own; what would spare too much is a fault.
struct OwnValuesReader {
  /// Where faults go.
  let record: LoadRecord

  /// Reads the own values among the keys of an account.
  func read(_ account: MappingReader) -> OwnValues {
    var own = OwnValues()
    if let value = account.value("stations") {
      own.stations = (record.items(value, "`stations`", mayBeEmpty: true) ?? []).compactMap(station)
    }
    own.hotlines = texts("hotlines", of: account).filter(isHotline).map(\.value)
    own.handles = texts("handles", of: account).filter(isHandle).map {
      DraftFields.handle($0.value)
    }
    own.emails = texts("emails", of: account).filter(isEmail).map(\.value)
    return own
  }

  private func texts(_ key: String, of account: MappingReader) -> [Placed<String>] {
    guard let value = account.value(key) else { return [] }
    return (record.items(value, "`\(key)`", mayBeEmpty: true) ?? []).compactMap {
      record.string($0, "An item of `\(key)`")
    }
  }

  // MARK: - Stations

  private func station(_ value: YAMLValue) -> OwnValues.Station? {
    let keys = ["name", "address", "postcode"]
    guard let parts = MappingReader(value, "a station", keys: keys, record: record) else {
      return nil
    }
    if !keys.contains(where: parts.has) {
      record.report(
        .missingKey, at: value, "This station says nothing.",
        hint: "It needs one of \(Wording.list(keys)).")
    }
    return OwnValues.Station(
      name: words("name", of: parts, such: "Northmarch Police Station"),
      address: words("address", of: parts, such: "1 Station Road"), postcode: postcode(of: parts))
  }

  /// A name or a street, which must be more than one word so that it does not spare half a town.
  private func words(_ key: String, of parts: MappingReader, such example: String) -> String? {
    guard let value = parts.value(key), let text = record.string(value, "`\(key)`")?.value else {
      return nil
    }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0 == "," }
    if words.count < 2 {
      record.report(
        .outOfRange, at: value, "`\(key)` of a station is one word, which others share.",
        hint: "Write it in full, such as `\(example)`.")
    }
    let tail = [words.suffix(1), words.suffix(2)].map { $0.map { String($0) }.joined() }
    if let postcode = tail.first(where: { Self.accepts($0, as: .postcode) }) {
      record.report(
        .misplaced, at: value, "`\(key)` of a station ends with a postcode.",
        hint: "Give it a key of its own: `postcode: \(postcode)`.")
    }
    return text
  }

  private func postcode(of parts: MappingReader) -> String? {
    guard let value = parts.value("postcode"), let text = record.string(value, "`postcode`")?.value
    else { return nil }
    if !Self.accepts(text, as: .postcode) {
      record.report(
        .unknownValue, at: value, "`\(text)` is not a full postcode.",
        hint: "Write all of it, such as `SW1A 2JL`.")
    }
    return text
  }

  // MARK: - Numbers and addresses

  private func isHotline(_ number: Placed<String>) -> Bool {
    let scalars = number.value.unicodeScalars
    let digits = scalars.filter { ("0"..."9").contains($0) }
    let isWritten = scalars.enumerated().allSatisfy { index, scalar in
      ("0"..."9").contains(scalar) || " -.()".unicodeScalars.contains(scalar)
        || (scalar == "+" && index == 0)
    }
    let bounds = scalars.first == "+" ? 10...15 : digits.first == "0" ? 8...14 : 3...6
    if isWritten, bounds.contains(digits.count) { return true }
    report(
      number, "`\(number.value)` is not a telephone number.",
      hint:
        "Write it as it is dialled, such as `\"01632 960001\"`, `\"+44 1632 960001\"` or `\"101\"`."
    )
    return false
  }

  private func isHandle(_ handle: Placed<String>) -> Bool {
    let name = DraftFields.handle(handle.value).unicodeScalars
    let isName = name.allSatisfy { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_.@-".unicodeScalars.contains(scalar)
    }
    if isName, name.count > 2 { return true }
    report(
      handle, "`\(handle.value)` is not the name of an account.",
      hint: "Write it as posts do, such as `\"@NorthmarchPolice\"`.")
    return false
  }

  private func isEmail(_ email: Placed<String>) -> Bool {
    let halves = email.value.unicodeScalars.split(
      separator: "@", omittingEmptySubsequences: false)
    let domain = halves.last.map { String($0) } ?? ""
    let labels = domain.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    let isDomain =
      labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy {
            $0 == "-" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
          }
      }
    let hasSpace = email.value.unicodeScalars.contains(where: \.properties.isWhitespace)
    if halves.count > 2 || halves.count == 2 && halves[0].isEmpty || !isDomain || hasSpace {
      report(
        email, "`\(email.value)` is neither an e-mail address nor a domain.",
        hint:
          "Write `contact@northmarch.police.uk`, or `northmarch.police.uk` for all of its addresses."
      )
      return false
    }
    if halves.count == 1, Self.accepts("somebody@" + domain, as: .personalEmail) {
      report(
        email, "Anybody may have an address at `\(domain)`.",
        hint: "Write the whole address that is yours.")
      return false
    }
    return true
  }

  private func report(_ text: Placed<String>, _ message: String, hint: String) {
    record.report(
      .unknownValue, at: text.place, message, hint: hint, width: text.value.unicodeScalars.count)
  }

  private static func accepts(_ text: String, as validator: ValidatorName) -> Bool {
    // Validators read capitals, as postcodes are written.
    Array((validator == .postcode ? text.uppercased() : text).utf8).withUnsafeBufferPointer {
      validator.accepts($0)
    }
  }
}
