/// Brings short runs of scalars into a Unicode normal form.
///
/// Text is cut into runs before scalars for which ``isBoundary(_:_:)`` holds; each run is normalised
/// on its own, and the runs' normal forms put together are the text's. Keep one normaliser and use it
/// again: it keeps its buffers.
package struct Normaliser: Sendable {
  /// A normal form.
  package enum Form: Int, Sendable {
    /// NFC: canonical decomposition, then composition.
    case canonical
    /// NFKC: compatibility decomposition, then canonical composition.
    case compatibility
  }

  /// The form that the normaliser produces.
  package let form: Form
  /// The normal form of the run that was normalised last.
  package private(set) var scalars: [UInt32] = []

  /// Makes a normaliser for one form.
  package init(_ form: Form) {
    self.form = form
  }

  /// True when a run may begin with the scalar: nothing before it can change or join it.
  package static func isBoundary(_ scalar: UInt32, _ form: Form) -> Bool {
    scalar < 0x300 || NormalisationData.isBoundary(NormalisationData.record(of: scalar), form)
  }

  /// True when the scalar is a boundary and, followed by a boundary, stays as it is.
  package static func isInert(_ scalar: UInt32, _ form: Form) -> Bool {
    if scalar < 0x80 { return true }
    let record = NormalisationData.record(of: scalar)
    return NormalisationData.isBoundary(record, form) && NormalisationData.isNormal(record, form)
  }

  /// Replaces ``scalars`` by the normal form of a run.
  package mutating func normalise(_ run: some Sequence<UInt32>) {
    scalars.removeAll(keepingCapacity: true)
    for scalar in run { NormalisationData.decompose(scalar, form, into: &scalars) }
    reorder()
    compose()
  }

  private mutating func reorder() {
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, combiningClass(end) != 0 { end += 1 }
      sort(start..<end)
      start = end + 1
    }
  }

  private func combiningClass(_ index: Int) -> UInt8 {
    NormalisationData.combiningClass(NormalisationData.record(of: scalars[index]))
  }

  // Marks of one class keep their order. Insertion is quickest for the few marks of real text; a
  // long pile of marks would make it quadratic, so that is dealt out class by class instead.
  private mutating func sort(_ range: Range<Int>) {
    if range.count > 16 {
      var piles = [[UInt32]](repeating: [], count: 256)
      for index in range { piles[Int(combiningClass(index))].append(scalars[index]) }
      scalars.replaceSubrange(range, with: piles.joined())
      return
    }
    for end in range.dropFirst() {
      var place = end
      while place > range.lowerBound, combiningClass(place - 1) > combiningClass(place) {
        scalars.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private mutating func compose() {
    var length = 0
    var starter: Int?
    var lastClass: UInt8 = 0
    for index in scalars.indices {
      let scalar = scalars[index]
      let scalarClass = combiningClass(index)
      let isBlocked = starter.map { length - 1 > $0 && lastClass >= scalarClass } ?? true
      if !isBlocked, let place = starter,
        let composite = NormalisationData.composite(scalars[place], scalar)
      {
        scalars[place] = composite
        continue
      }
      if scalarClass == 0 { starter = length }
      scalars[length] = scalar
      lastClass = scalarClass
      length += 1
    }
    scalars.removeSubrange(length...)
  }
}
