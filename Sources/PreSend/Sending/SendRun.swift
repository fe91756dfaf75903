import Subprocess
import SystemPackage

/// Runs the command that sends a post, with exactly the bytes that were checked.
package struct SendRun: Sendable {
  /// What the text of a post stands for in the command; without it the text is the command's standard input.
  package static let textMark = "{}"
  /// What the last line that the command printed for the post before stands for, such as its address.
  package static let previousMark = "{previous}"

  /// The command and its arguments.
  let command: [String]

  /// Takes the command and its arguments.
  package init(command: [String]) {
    self.command = command
  }

  /// How the posts of a draft fared.
  package struct End: Sendable {
    /// How many were sent.
    package let sent: Int
    /// Why the next one was not; `nil` when all were sent.
    package let failure: Failure?
  }

  /// Why a post was not sent, or may not have been.
  package enum Failure: Sendable {
    /// The command could not be started, so it did not send this one; why, in words.
    case notStarted(String)
    /// The command ended with another code than nought, and nobody knows what it did; 128 and the signal when one ended it.
    case ended(Int32)
    /// The command was started and could not be followed to its end; why, in words.
    case lost(String)
    /// The command printed nothing for the post before, which this one has to name.
    case noPrevious
  }

  /// Sends posts one after another, and stops at the first that fails.
  ///
  /// What the command prints goes through `print` as it comes, since the next post may need its last line. When the task
  /// is cancelled, the command is told to end.
  package func send(_ posts: [String], print: @escaping @Sendable ([UInt8]) -> Void) async -> End {
    let namesPrevious = command.dropFirst().contains { Self.contains($0, Self.previousMark) }
    var previous = ""
    for (place, post) in posts.enumerated() {
      // A post that answers nothing would stand apart from its thread.
      if namesPrevious, place > 0, previous.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        return End(sent: place, failure: .noPrevious)
      }
      do {
        let (code, lastLine) = try await run(post, previous: previous, print: print)
        if code != 0 { return End(sent: place, failure: .ended(code)) }
        previous = lastLine
      } catch {
        return End(sent: place, failure: SendFault(error, command: command[0]).failure)
      }
    }
    return End(sent: posts.count, failure: nil)
  }

  private func run(
    _ post: String, previous: String, print: @escaping @Sendable ([UInt8]) -> Void
  ) async throws -> (code: Int32, lastLine: String) {
    let arguments = command.dropFirst().map {
      Self.filled($0, [(Self.textMark, post), (Self.previousMark, previous)])
    }
    let takesText = command.dropFirst().contains { Self.contains($0, Self.textMark) }
    let input = takesText ? [] : Array(post.utf8)
    let result = try await Subprocess.run(
      configuration(Array(arguments)), input: .inputWriter, output: .sequence,
      error: .currentStandardError
    ) { execution in
      async let written: Void = {
        _ = try? await execution.standardInputWriter.write(input)
        try? await execution.standardInputWriter.finish()
      }()
      var lines = LastLine()
      for try await chunk in execution.standardOutput {
        let bytes = chunk.withUnsafeBytes { Array($0) }
        print(bytes)
        lines.take(bytes)
      }
      await written
      return lines.text
    }
    switch result.terminationStatus {
    case .exited(let code): return (code, result.closureResult)
    case .signaled(let signal): return (128 + signal, result.closureResult)
    }
  }

  private func configuration(_ arguments: [String]) -> Configuration {
    let program =
      command[0].utf8.contains(UInt8(ascii: "/"))
      ? Executable.path(FilePath(command[0])) : .name(command[0])
    var options = PlatformOptions()
    // Time for the command to finish what it is at.
    options.teardownSequence = [
      .gracefulShutDown(allowedDurationToNextStep: .seconds(10))
    ]
    return Configuration(
      executable: program, arguments: Arguments(arguments), platformOptions: options)
  }

  // MARK: - Marks in arguments, byte by byte

  /// An argument with its marks filled in; what is filled in is not looked at again.
  static func filled(_ argument: String, _ marks: [(mark: String, text: String)]) -> String {
    var rest = argument.utf8[...]
    var filled: [UInt8] = []
    while let byte = rest.first {
      if let (mark, text) = marks.first(where: { rest.starts(with: $0.mark.utf8) }) {
        filled += Array(text.utf8)
        rest = rest.dropFirst(mark.utf8.count)
      } else {
        filled.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  private static func contains(_ argument: String, _ mark: String) -> Bool {
    var rest = argument.utf8[...]
    while !rest.isEmpty {
      if rest.starts(with: mark.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
