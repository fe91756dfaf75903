/// Finds the known name that a mistyped one was probably meant to be.
package enum Nearest {
  /// The candidate that fewest changes lead to, or `nil` when none is near.
  ///
  /// A change adds, drops or replaces one scalar, or swaps two neighbours. Up to three changes count as
  /// near, fewer for short names; of equally near candidates the first wins.
  package static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
    let typed = folded(name)
    let limit = min(3, max(1, typed.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let known = folded(candidate)
      guard abs(known.count - typed.count) <= limit else { continue }
      let distance = distance(typed, known)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  // Case and the two ways of joining words are slips that should cost nothing.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.map { scalar in
      switch scalar {
      case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 32)
      case "_", " ": "-"
      default: scalar
      }
    }
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          last[column + 1] + 1, current[column] + 1,
          last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
