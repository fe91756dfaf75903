/// Delivers what a command made.
enum CommandOutput {
  /// Prints bytes, or writes them to a file when one is named; with `isDurable` it has reached the disk when this returns.
  static func deliver(
    _ bytes: [UInt8], to file: String? = nil, isDurable: Bool = false
  ) throws(CommandFault) {
    guard let file else {
      do throws(Console.Fault) {
        try Console.write(bytes)
      } catch {
        throw CommandFault(error)
      }
      return
    }
    do throws(ByteFile.Fault) {
      try ByteFile.write(bytes, to: file, isDurable: isDurable)
    } catch {
      throw .message("could not write \(file): \(error.reason)")
    }
  }

  /// Prints a text.
  static func deliver(_ text: String) throws(CommandFault) {
    try deliver(Array(text.utf8))
  }
}
