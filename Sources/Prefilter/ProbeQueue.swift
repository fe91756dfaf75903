/// What may stand in a text, on its way through a scan: places where the key of a literal may stand, then the literals
/// with such a key, then those of them that do stand there.
///
/// Which of them go on is a matter of chance, and a processor that guesses wrong at a branch waits longer than a step
/// takes. So each step is done for all of them, and writes down each before it counts those that go on: without a branch.
struct ProbeQueue: BitwiseCopyable {
  /// A place whose key may be that of a literal.
  struct Place: BitwiseCopyable {
    /// The table that was probed, by number.
    let table: UInt32
    /// Where the key begins in the folded text.
    let place: UInt32
    /// The bucket of the key.
    let bucket: UInt32
  }

  /// A literal that may stand at a place.
  struct Candidate: BitwiseCopyable {
    /// Its test.
    let test: UnsafePointer<LiteralTest>
    /// Its table, by number.
    let table: UInt32
    /// Where its key begins in the folded text.
    let place: UInt32
  }

  /// The most places that go together.
  static let placeLimit = 128
  /// The most candidates that go together.
  static let candidateLimit = 512
  /// How many literals of a place are written down at once: few places have more.
  static let stride = 4

  /// The places; a block of a text may add 64 to those that go together.
  let places: UnsafeMutablePointer<Place>
  /// How many places there are.
  var placeCount = 0
  /// The candidates; the last ones written down may not count.
  let candidates: UnsafeMutablePointer<Candidate>
  /// Made of numbers that are only read so that they are near when they are needed.
  var readAhead: UInt32 = 0

  /// Takes memory.
  init() {
    places = .allocate(capacity: Self.placeLimit + 64)
    candidates = .allocate(capacity: Self.candidateLimit + Self.stride)
  }

  /// Gives the memory back.
  func free() {
    places.deallocate()
    candidates.deallocate()
  }
}
