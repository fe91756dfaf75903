/// Divides letters that run together into words, by the fewest and commonest.
struct WordSegmenter: ~Copyable, Sendable {
  /// Where the words end that were found last, the last of them at the end of the letters.
  private(set) var ends = GrowingBuffer<Int>(capacity: 32)
  /// True when every word is known.
  private(set) var isAllKnown = false

  private var letters = GrowingBuffer<UInt8>(capacity: 128)
  private var steps = GrowingBuffer<Step>(capacity: 128)

  /// More letters than these are left together.
  private static var longest: Int { 100 }

  /// The cheapest way to a place between two letters.
  struct Step {
    /// The cost of the way that ends with a known word.
    var knownCost = Int.max / 2
    /// Where that word starts.
    var knownStart = 0
    /// The cost of the way that ends in letters of no known word.
    var unknownCost = Int.max / 2
    /// Where those letters start.
    var unknownStart = 0

    /// The cost of the cheaper way.
    var cost: Int { min(knownCost, unknownCost) }
  }

  /// How readily letters are taken for one word that is not in the list.
  enum Leaning {
    /// The letters are probably one or several ordinary words.
    case words
    /// The author marked other words by capitals, so this is probably one name.
    case name
  }

  /// Divides ASCII letters of any case.
  mutating func split(_ text: UnsafeBufferPointer<UInt8>, _ leaning: Leaning) {
    ends.clear()
    isAllKnown = false
    guard text.count <= Self.longest else {
      ends.append(text.count)
      return
    }
    letters.clear()
    for byte in text { letters.append(byte | 0x20) }
    if WordList.isKnown(letters.elements) {
      isAllKnown = true
      ends.append(text.count)
      return
    }
    findSteps(leaning)
    collectEnds()
    if !isAllKnown, leaning == .name || isDoubtful {
      ends.clear()
      ends.append(text.count)
    }
  }

  // Short scraps, or more letters of no known word than of known ones, mean that nothing was understood.
  private var isDoubtful: Bool {
    var start = 0
    var unknown = 0
    for end in ends.elements {
      let step = steps[end]
      if step.knownCost > step.unknownCost {
        if end - start < Self.shortestUnknown { return true }
        unknown += end - start
      }
      start = end
    }
    return 2 * unknown > letters.count
  }

  private static var shortestUnknown: Int { 4 }

  private mutating func findSteps(_ leaning: Leaning) {
    let count = letters.count
    steps.clear()
    for _ in 0...count { steps.append(Step()) }
    steps[0].knownCost = 0
    let opening = leaning == .name ? 5 : 13
    for start in 0..<count {
      let step = steps[start]
      let fresh = step.knownCost + opening
      let isFresh = fresh <= step.unknownCost
      relaxUnknown(
        start + 1, (isFresh ? fresh : step.unknownCost) + 2, isFresh ? start : step.unknownStart)
      relaxWords(from: start, cost: step.cost)
    }
  }

  private mutating func relaxUnknown(_ place: Int, _ cost: Int, _ start: Int) {
    guard cost < steps[place].unknownCost else { return }
    steps[place].unknownCost = cost
    steps[place].unknownStart = start
  }

  private mutating func relaxWords(from start: Int, cost: Int) {
    let first = letters.start + start
    var hash = WordHash()
    for count in 1...min(letters.count - start, WordIndex.longestWord) {
      let stem = hash
      hash.add(first[count - 1])
      guard let word = WordList.index.cost(of: first, count: count, hash, stem: stem),
        cost + word < steps[start + count].knownCost
      else { continue }
      steps[start + count].knownCost = cost + word
      steps[start + count].knownStart = start
    }
  }

  private mutating func collectEnds() {
    var place = letters.count
    isAllKnown = true
    while place > 0 {
      ends.append(place)
      let step = steps[place]
      let isKnown = step.knownCost <= step.unknownCost
      if !isKnown { isAllKnown = false }
      place = isKnown ? step.knownStart : step.unknownStart
    }
    var low = 0
    var high = ends.count - 1
    while low < high {
      let end = ends[low]
      ends[low] = ends[high]
      ends[high] = end
      low += 1
      high -= 1
    }
  }
}
