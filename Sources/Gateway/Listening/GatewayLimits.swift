/// How much a gateway reads and how long it waits.
package struct GatewayLimits: Sendable {
  /// The most bytes of the names and values of all headers of a request.
  package var headerBytes = 32 << 10
  /// The most bytes of a body that is read for its words.
  package var textBytes = 1 << 20
  /// The most bytes of a body that is read for its words and carries files.
  package var mediaBytes = 64 << 20
  /// The most bytes of all bodies that are being read at a time.
  package var heldBytes = 256 << 20
  /// The most connections at a time.
  package var connections = 512
  /// The seconds within which a request's head must be there, from the start of the connection or the end of the
  /// answer before; a body that is read for a post has as long again.
  package var headSeconds = 30.0
  /// The seconds without a byte after which a request's body that is passed on, or a stream of an answer, is given up.
  package var idleSeconds = 600.0
  /// The seconds for connecting to the server.
  package var connectSeconds = 10.0
  /// The seconds within which an answer of the server must begin.
  package var answerSeconds = 120.0
  /// The seconds within which the judge must have decided; the decision log alone may be busy for ten of them.
  package var judgeSeconds = 15.0
  /// The seconds within which the server must give a post that is answered, quoted or moved.
  package var parentSeconds = 2.0
  /// The seconds that running requests get when the gateway stops.
  package var drainSeconds = 5.0

  /// The usual limits.
  package init() {}
}
