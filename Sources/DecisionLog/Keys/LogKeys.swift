package import Digests

/// The keys of a log, all of them derived from the one in the key file.
package struct LogKeys: Sendable {
  /// Chains entries.
  let chain: HashKey
  /// Makes of the words of a post what stands for them.
  let content: HashKey
  /// Seals words that are kept.
  let text: SealingKey
  /// Signs the head.
  let signing: SigningKey

  /// Derives the keys of a log.
  package init(_ key: HashKey) {
    chain = key.derived(for: "tweetlint decision log: chain")
    content = key.derived(for: "tweetlint decision log: content")
    text = key.sealingKey(for: "tweetlint decision log: text")
    signing = key.signingKey(for: "tweetlint decision log: head")
  }

  /// Reads the key file; where there is none, one is made, unless `mayMake` is false.
  package static func load(
    _ path: String, mayMake: Bool = true, isShared: Bool = false
  ) throws(LogFault) -> LogKeys {
    let file = KeyFile(path: path, isShared: isShared)
    if let key = try file.read() { return LogKeys(key) }
    guard mayMake else {
      throw .unusable(
        path: path,
        reason: "there is no such file, and the log cannot be read without its key; put it back")
    }
    return LogKeys(try file.make())
  }

  /// What others check the signature of a head with, in hexadecimal digits.
  package var publicKey: String { Hexadecimal.text(signing.publicKey) }
}
