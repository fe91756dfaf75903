import Audit
import Files
import Glibc

/// The lines of a result on their way, with a checkpoint beside them: a run that was killed goes on from there.
///
/// The lines reach the disk before the checkpoint that counts them does, so that what it counts is there whatever
/// happens; lines after it are cut off and made anew.
final class ResumableResult {
  /// The seconds between two checkpoints.
  private static let interval = 1.0

  /// The file with the lines.
  let lines: String
  private let path: String
  private let descriptor: Int32
  private(set) var checkpoint: Checkpoint
  private var saved = 0.0

  /// Opens the checkpoint and its lines, or begins anew when there are none.
  init(path: String, conditions: [Checkpoint.Condition]) throws(CommandFault) {
    self.path = path
    lines = Self.lines(beside: path)
    let isNew = !ByteFile.exists(path)
    checkpoint = Checkpoint(conditions: conditions)
    if !isNew { checkpoint = try Self.read(path, conditions) }
    descriptor = open(lines, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.fault(lines) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .message("\(path) is in use: another run goes on from it at this moment")
    }
    StaleParts.remove(of: path)
    try cut(isNew: isNew)
    guard isNew else { return }
    do throws(CommandFault) {
      try save()
    } catch {
      // Lines without their checkpoint would be in the way of the next run.
      unlink(lines)
      throw error
    }
  }

  /// The file of the lines that belong to a checkpoint.
  static func lines(beside path: String) -> String {
    path + ".lines"
  }

  deinit {
    close(descriptor)
  }

  /// Adds the lines of a batch, and now and then writes the checkpoint.
  func add(_ bytes: [UInt8], batch: Int, records: Int) throws(AuditStop) {
    do throws(Console.Fault) {
      try Console.write(bytes, descriptor: descriptor)
    } catch {
      throw .unwritable("\(lines): \(error.reason)")
    }
    checkpoint.batches = batch + 1
    checkpoint.records += records
    checkpoint.bytes += bytes.count
    guard Machine.seconds - saved >= Self.interval else { return }
    do throws(CommandFault) {
      try save()
    } catch {
      throw .unwritable(error.words)
    }
  }

  /// Makes sure that all that was added outlives whatever comes.
  func save() throws(CommandFault) {
    guard fsync(descriptor) == 0 else { throw Self.fault(lines) }
    do throws(ByteFile.Fault) {
      try ByteFile.write(checkpoint.rendered(), to: path, isDurable: true)
    } catch {
      throw .message("could not write \(path): \(error.reason)")
    }
    saved = Machine.seconds
  }

  /// Removes the checkpoint and then the lines, since the result is where it belongs.
  func remove() {
    unlink(path)
    unlink(lines)
  }

  // MARK: - Opening

  private static func read(
    _ path: String, _ conditions: [Checkpoint.Condition]
  ) throws(CommandFault) -> Checkpoint {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 1 << 20)
    } catch {
      throw .message("cannot read \(path): \(error.reason)")
    }
    guard let checkpoint = Checkpoint(bytes) else {
      throw .message("\(path) is no checkpoint of an audit; name another file for --resume")
    }
    if let changed = checkpoint.difference(from: conditions) {
      throw .message(
        "cannot go on from \(path): \(changed) not as it was when that audit began. "
          + "Remove \(path) and \(path).lines to begin anew")
    }
    return checkpoint
  }

  /// Cuts off the lines that no checkpoint counts.
  private func cut(isNew: Bool) throws(CommandFault) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.fault(lines) }
    if isNew, status.st_size > 0 {
      throw .message(
        "\(lines) is there without its checkpoint \(path); remove it, or name another file")
    }
    guard status.st_size >= checkpoint.bytes else {
      throw .message(
        "\(lines) is shorter than \(path) says, so lines are lost; remove both to begin anew")
    }
    guard ftruncate(descriptor, checkpoint.bytes) == 0,
      lseek(descriptor, checkpoint.bytes, SEEK_SET) >= 0
    else { throw Self.fault(lines) }
  }

  private static func fault(_ path: String) -> CommandFault {
    .message("could not write \(path): \(SystemFault(errno).words)")
  }
}
