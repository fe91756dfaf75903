import JSON
import Reports

/// How far an audit has come, so that it can go on after it was killed.
package struct Checkpoint: Sendable, Equatable {
  /// The name of the form, with its version.
  package static let schema = "tweetlint.checkpoint/1"

  /// What must be the same for the audit to go on: inputs, rules and settings, by a name each.
  package var conditions: [Condition]
  /// The batches that were delivered.
  package var batches: Int
  /// The records in them.
  package var records: Int
  /// The bytes of their lines.
  package var bytes: Int

  /// Begins at the beginning.
  package init(conditions: [Condition], batches: Int = 0, records: Int = 0, bytes: Int = 0) {
    self.conditions = conditions
    self.batches = batches
    self.records = records
    self.bytes = bytes
  }

  /// One thing that must be the same, such as an input with its size and digest.
  package struct Condition: Sendable, Equatable {
    /// What it is, in words for messages.
    package var name: String
    /// Its state.
    package var state: String

    /// Names a condition.
    package init(name: String, state: String) {
      self.name = name
      self.state = state
    }
  }

  /// What is not the same as when the checkpoint was written, in words; `nil` when all is.
  package func difference(from now: [Condition]) -> String? {
    for condition in now where !conditions.contains(condition) { return condition.name }
    return conditions.first { !now.contains($0) }?.name
  }

  // MARK: - As bytes

  /// The checkpoint as one line of JSON.
  package func rendered() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("batches", batches)
      writer.member("records", records)
      writer.member("bytes", bytes)
      writer.member("conditions", of: conditions) { writer, condition in
        writer.object { writer in
          writer.member("name", condition.name)
          writer.member("state", condition.state)
        }
      }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  /// Reads a checkpoint back; fails for anything else.
  package init?(_ bytes: [UInt8]) {
    guard let document = JSONDocument(), let value = try? document.parse(bytes),
      value["schema"]?.string == Self.schema, let batches = value["batches"]?.integer,
      let records = value["records"]?.integer, let count = value["bytes"]?.integer,
      batches >= 0, records >= 0, count >= 0
    else { return nil }
    var conditions: [Condition] = []
    for condition in value["conditions"]?.elements ?? [] {
      guard let name = condition["name"]?.string, let state = condition["state"]?.string else {
        return nil
      }
      conditions.append(Condition(name: name, state: state))
    }
    self.init(conditions: conditions, batches: batches, records: records, bytes: count)
  }
}
