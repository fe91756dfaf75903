import NIOCore
import Synchronization

/// The connections of clients that are open.
final class OpenConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])
  private let most: Int

  init(most: Int) {
    self.most = most
  }

  /// Keeps a connection until it is closed; false when there are too many already.
  func add(_ channel: any Channel) -> Bool {
    let id = ObjectIdentifier(channel)
    let isAdded = channels.withLock { channels in
      guard channels.count < most else { return false }
      channels[id] = channel
      return true
    }
    guard isAdded else { return false }
    channel.closeFuture.whenComplete { _ in
      self.channels.withLock { $0[id] = nil }
    }
    return true
  }

  /// All of them.
  var all: [any Channel] {
    channels.withLock { Array($0.values) }
  }
}
