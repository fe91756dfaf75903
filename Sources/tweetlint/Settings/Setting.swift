import Rules

/// A setting's value and where it comes from.
struct Setting<Value: Sendable>: Sendable {
  /// The value in force.
  var value: Value
  /// Where it comes from.
  var origin: Origin

  /// Pairs a value with where it comes from; a value without an origin is the program's own.
  init(_ value: Value, from origin: Origin = .builtIn) {
    self.value = value
    self.origin = origin
  }
}

/// Where a setting comes from.
enum Origin: Sendable, CustomStringConvertible {
  /// The program itself.
  case builtIn
  /// A line of a settings file.
  case file(SourcePlace)
  /// A variable of the environment.
  case environment(String)
  /// An option of the command line.
  case option(String)

  var description: String {
    switch self {
    case .builtIn: "built in"
    case .file(let place): "\(place.file):\(place.line)"
    case .environment(let name): "environment \(name)"
    case .option(let name): "option \(name)"
    }
  }
}
