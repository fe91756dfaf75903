import Foundation
import Glibc
import Synchronization
import Testing

@testable import Files

/// Writing to streams that others have set up.
struct DescriptorTests {
  @Test func `a pipe that is set not to wait gets all of a long output`() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (output, input) = (ends[0], ends[1])
    try #require(fcntl(input, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    let reader = Task.detached {
      let read = FileHandle(fileDescriptor: output, closeOnDealloc: true).readDataToEndOfFile()
      return [UInt8](read)
    }
    try Descriptor.write(bytes, to: input)
    close(input)
    #expect(await reader.value == bytes)
  }
}
