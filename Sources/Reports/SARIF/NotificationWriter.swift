import JSON

/// Writes something that is to be said of a run rather than of a draft.
struct NotificationWriter {
  /// How grave it is: `note`, `warning` or `error`.
  let level: String
  /// The stable code.
  let code: String
  /// What is to be said.
  let message: String
  /// The address of the file, when it is about one.
  var uri: String?
  /// The line from 1, when it is known.
  var line: Int?
  /// The column from 1, when it is known.
  var column: Int?

  /// Writes the object.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("level", level)
      writer.member("message") { $0.member("text", message) }
      writer.member("descriptor") { $0.member("id", code) }
      guard let uri else { return }
      writer.member("locations", of: [uri]) { writer, uri in
        writer.object { writer in
          writer.member("physicalLocation") { writer in
            writer.member("artifactLocation") { $0.member("uri", uri) }
            guard let line else { return }
            writer.member("region") { writer in
              writer.member("startLine", line)
              if let column { writer.member("startColumn", column) }
            }
          }
        }
      }
    }
  }
}
