/// Tells whether a text is one well-formed entity and nothing else.
package enum EntitySyntax {
  /// True when the text is one entity of a kind, from its first byte to its last.
  ///
  /// For addresses with user names, ports of IP hosts and the like see ``AddressSyntax``.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - kind: The kind that is wanted.
  /// - Returns: Whether scanning the text gives that entity alone.
  package static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Entity.Kind) -> Bool {
    var scanner = EntityScanner()
    var entities: [Entity] = []
    scanner.scan(bytes, into: &entities)
    return entities.count == 1 && entities[0].kind == kind && entities[0].range == bytes.indices
  }
}
