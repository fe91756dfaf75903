import Audit
import Files
import Glibc

/// The file with a person's answers: one line for each, of which the last one on a finding counts.
///
/// An answer is on the disk before the next finding is shown. A line that was cut off when the program was killed is taken
/// away when the file is opened.
final class LabelFile {
  /// The file of the answers to a result where nobody names another.
  static func path(beside result: String) -> String { result + ".labels.jsonl" }

  /// The most bytes that are read.
  private static let limit = 1 << 30

  private let path: String
  private let descriptor: Int32
  /// The answers in it.
  private(set) var answers: [ReviewKey: ReviewAnswer] = [:]

  /// Opens a file, or makes an empty one; for reading alone, a file that is not there is as good as an empty one.
  init(_ path: String, isForReading: Bool) throws(CommandFault) {
    self.path = path
    let flags = isForReading ? O_RDONLY : O_RDWR | O_CREAT
    descriptor = open(path, flags | O_CLOEXEC, 0o644)
    if descriptor < 0, isForReading, errno == ENOENT { return }
    guard descriptor >= 0 else {
      throw .message("cannot open \(path): \(SystemFault(errno).words)")
    }
    if !isForReading, flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      throw .message("\(path) is in use: somebody else answers at this moment")
    }
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(descriptor: descriptor, atMost: Self.limit)
    } catch {
      throw .message("cannot read \(path): \(error.reason)")
    }
    let end = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    try read(bytes[..<end])
    guard end > 0 || bytes.isEmpty || ReviewLabel.isCut(bytes) else {
      throw .message("\(path) holds no answers to a review; name another file by --labels")
    }
    guard !isForReading else { return }
    guard ftruncate(descriptor, end) == 0, lseek(descriptor, end, SEEK_SET) >= 0 else {
      throw .message("could not write \(path): \(SystemFault(errno).words)")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Adds an answer; it is on the disk when this returns.
  func add(_ label: ReviewLabel) throws(CommandFault) {
    do throws(Console.Fault) {
      try Console.write(label.rendered(), descriptor: descriptor)
    } catch {
      WholeLines.keep(in: descriptor)
      throw .message("could not write \(path): \(error.reason)")
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .message("could not write \(path): \(SystemFault(errno).words)")
    }
    answers[label.key] = label.answer
  }

  private func read(_ bytes: ArraySlice<UInt8>) throws(CommandFault) {
    guard let reader = ReviewLabelReader() else {
      throw .message("there is no memory to read \(path)")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      do throws(ReviewLabelReader.Fault) {
        let label = try reader.label(line)
        answers[label.key] = label.answer
      } catch {
        throw .message("\(path):\(number + 1): \(error.message)")
      }
    }
  }
}
