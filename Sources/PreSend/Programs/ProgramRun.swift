import Subprocess
import SystemPackage

/// Runs another program with an input, within limits of time and output.
struct ProgramRun: Sendable {
  /// The path of the program, or its name where it is to be looked for.
  var path: String
  /// What it is called with.
  var arguments: [String] = []
  /// What is added to the environment.
  var environment: [(String, String)] = []
  /// How long it may take, in seconds.
  var timeOut: Double
  /// The most bytes that it may print on either stream.
  var mostOutput: Int

  /// How a program ended.
  struct End: Sendable, CustomStringConvertible {
    /// The code, or `nil` when a signal ended it.
    let code: Int32?
    /// The signal, when one ended it.
    let signal: Int32?
    /// What it printed.
    let output: [UInt8]
    /// What it printed on standard error.
    let error: [UInt8]

    var description: String {
      code.map { "code \($0)" } ?? "signal \(signal ?? 0)"
    }
  }

  /// Why a program has no end to speak of.
  enum Fault: Error, Sendable {
    /// It took longer than it may.
    case timeOut(Double)
    /// It printed more than it may.
    case tooMuchOutput(Int)
    /// It could not be started, or not be talked to.
    case failed(String)

    var words: String {
      switch self {
      case .timeOut(let seconds):
        "it took longer than \(Int(seconds)) \(seconds == 1 ? "second" : "seconds")"
      case .tooMuchOutput(let bytes): "it printed more than \(bytes >> 10) KiB"
      case .failed(let reason): reason
      }
    }
  }

  /// Runs the program to its end.
  func end(input: [UInt8]) async throws(Fault) -> End {
    let limit = Duration.milliseconds(Int(timeOut * 1000))
    let result: Result<End, Fault> = await withTaskGroup(of: Result<End, Fault>.self) { group in
      group.addTask { await run(input) }
      group.addTask {
        try? await Task.sleep(for: limit)
        return .failure(.timeOut(timeOut))
      }
      let first = await group.next() ?? .failure(.failed("it did not start"))
      group.cancelAll()
      return first
    }
    return try result.get()
  }

  private func run(_ input: [UInt8]) async -> Result<End, Fault> {
    do {
      let result = try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        async let output = bytes(of: execution.standardOutput)
        async let error = bytes(of: execution.standardError)
        async let written: Void = {
          // A program that does not read its input to the end has an exit code all the same.
          _ = try? await execution.standardInputWriter.write(input)
          try? await execution.standardInputWriter.finish()
        }()
        let printed = try await (output: output, error: error)
        await written
        return printed
      }
      let (code, signal): (Int32?, Int32?) =
        switch result.terminationStatus {
        case .exited(let code): (code, nil)
        case .signaled(let signal): (nil, signal)
        }
      let printed = result.closureResult
      return .success(
        End(code: code, signal: signal, output: printed.output, error: printed.error))
    } catch let fault as Fault {
      return .failure(fault)
    } catch {
      return .failure(.failed("it could not be run: \(error)"))
    }
  }

  /// What comes out of a stream, in memory that grows with it: to set the limit aside at once would take it for every call.
  private func bytes(of stream: SubprocessOutputSequence) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in stream {
      guard bytes.count + chunk.count <= mostOutput else { throw Fault.tooMuchOutput(mostOutput) }
      chunk.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  private var configuration: Configuration {
    // A group of its own, so that what the program started ends with it.
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(10))
    ]
    var added: [Environment.Key: String?] = [:]
    for (name, value) in environment { added[Environment.Key(stringLiteral: name)] = value }
    let isPath = path.utf8.contains(UInt8(ascii: "/"))
    return Configuration(
      executable: isPath ? .path(FilePath(path)) : .name(path), arguments: Arguments(arguments),
      environment: .inherit.updating(added), platformOptions: options)
  }
}
