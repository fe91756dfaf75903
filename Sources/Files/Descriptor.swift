import Glibc

/// Writes to a file, pipe or terminal that is open.
package enum Descriptor {
  /// Writes all bytes, however many calls that takes; whoever shares the stream may have set it not to wait.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        wait(for: POLLOUT, of: descriptor)
      } else if errno != EINTR {
        throw SystemFault(errno)
      }
    }
  }

  /// Waits until there is something to read, or room to write; a signal ends the wait.
  package static func wait(for events: Int32, of descriptor: Int32) {
    var state = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    poll(&state, 1, -1)
  }
}
