import Archives
import Files
import Glibc

/// Writes lines to files of a folder, a new one whenever one is large enough; each appears when it is complete.
final class PostFiles {
  private let folder: String
  private let compression: CompressedOutput.Compression
  private let partSize: Int
  private var part: Part?
  /// The files so far.
  private(set) var count = 0

  /// A file that is being written.
  private struct Part {
    let file: NewFile
    let output: CompressedOutput
    var size = 0
  }

  /// Makes the folder; one that holds something already is refused, since old files would pass for new ones.
  init(
    folder: String, compression: CompressedOutput.Compression, partSize: Int
  ) throws(CommandFault) {
    self.folder = folder
    self.compression = compression
    self.partSize = partSize
    do throws(SystemFault) {
      try Folder.make(folder)
    } catch {
      throw .message("could not make the folder \(folder): \(error.words)")
    }
    guard try Folder.listing(of: folder).isEmpty else {
      throw .message("the folder \(folder) is not empty; name a new one")
    }
  }

  /// Adds a line.
  func write(_ line: [UInt8]) throws(CommandFault) {
    if part == nil { part = try begin() }
    guard var current = part else { return }
    do throws(ArchiveFailure) {
      try current.output.write(line)
    } catch {
      throw give(up: current, error)
    }
    current.size += line.count
    part = current
    if current.size >= partSize { try finish() }
  }

  /// Ends the last file.
  func finish() throws(CommandFault) {
    guard let ended = part else { return }
    part = nil
    do throws(ArchiveFailure) {
      try ended.output.finish()
    } catch {
      throw give(up: ended, error)
    }
    do throws(SystemFault) {
      try ended.file.replace(isFlushed: true)
    } catch {
      throw .message("could not write \(ended.file.path): \(error.words)")
    }
  }

  /// Removes the file that is not complete.
  func abandon() {
    guard let part else { return }
    remove(part)
  }

  private func begin() throws(CommandFault) -> Part {
    count += 1
    let number = String(count)
    let digits = String(repeating: "0", count: max(0, 5 - number.utf8.count)) + number
    let path = "\(folder)/posts-\(digits).jsonl\(compression.suffix)"
    let file: NewFile
    do throws(SystemFault) {
      file = try NewFile(path, mode: 0o600)
    } catch {
      throw .message("could not write \(path): \(error.words)")
    }
    do throws(ArchiveFailure) {
      return Part(
        file: file,
        output: try CompressedOutput(descriptor: file.descriptor, compression: compression))
    } catch {
      file.discard()
      throw .message("could not write \(path): \(error.message)")
    }
  }

  private func give(up part: Part, _ failure: ArchiveFailure) -> CommandFault {
    remove(part)
    return .message("could not write \(part.file.path): \(failure.message)")
  }

  private func remove(_ part: Part) {
    self.part = nil
    part.file.discard()
  }
}
