/// Undoes the disguises of a single word: look-alike and accented letters, signs and digits for
/// letters, masks, letters set apart, stretched letters.
struct Unmasker: ~Copyable, Sendable {
  /// What the word says that was unmasked last; each masked letter is a `*`.
  private(set) var word = GrowingBuffer<UInt8>(capacity: 256)

  private var candidate = GrowingBuffer<UInt8>(capacity: 256)

  /// Longer words are no words; what is stretched counts as three letters.
  private static var longest: Int { 64 }

  /// Undoes the disguises of a chunk.
  ///
  /// - Returns: True when there were any; then ``word`` says what they hide.
  mutating func unmask(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    guard readLetters(chunk) else { return false }
    let shape = WordShape(word.elements)
    guard shape.letters > 0 else { return false }
    if shape.letters < word.count, !shape.isAddress { undoSigns(shape) }
    if shape.isStretched, !shape.isOneLetter { undoStretches() }
    return !word.elements.elementsEqual(chunk)
  }

  // Every letter must be ASCII or look like it, else the word is of another language.
  private mutating func readLetters(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    word.clear()
    var isLatin = false
    var isForeign = false
    var place = 0
    while place < chunk.count {
      let (scalar, length) = UTF8Scalars.decode(chunk, at: place)
      place += length
      if scalar < 0x80 {
        add(UInt8(truncatingIfNeeded: scalar))
        isLatin = isLatin || (scalar | 0x20) &- 0x61 < 26
      } else if let letters = LookAlikes.ascii(for: scalar) {
        if ScalarProperties(of: scalar).contains(.latin) {
          isLatin = true
        } else {
          isForeign = true
        }
        add(letters.first)
        if letters.second != 0 { add(letters.second) }
      } else if !ScalarProperties(of: scalar).contains(.mark) {
        return false
      }
      if word.count > Self.longest { return false }
    }
    // A word of another script alone is in disguise only when it reads as a known word.
    return isLatin || !isForeign || isKnown(word.elements)
  }

  private mutating func add(_ byte: UInt8) {
    let count = word.count
    if count > 2, word[count - 1] == byte, word[count - 2] == byte, word[count - 3] == byte,
      (byte | 0x20) &- UInt8(ascii: "a") < 26
    {
      return
    }
    word.append(byte)
  }

  private mutating func undoSigns(_ shape: WordShape) {
    if shape.isSetApart {
      candidate.clear()
      for place in stride(from: 0, to: word.count, by: 2) { candidate.append(word[place]) }
      return take()
    }
    if shape.mayBeLeet {
      if readLeet(UInt8(ascii: "i"), shape) || readLeet(UInt8(ascii: "l"), shape) { return take() }
    }
    if shape.digits == 0, Mask.read(word.elements, into: &candidate) { take() }
  }

  private mutating func take() {
    word.clear()
    word.append(candidate.start, count: candidate.count)
  }

  // A word with signs for letters must turn out to be a known word: car registrations, postcodes and
  // names of rules have the same shape.
  private mutating func readLeet(_ one: UInt8, _ shape: WordShape) -> Bool {
    candidate.clear()
    for byte in word.elements {
      guard let letter = Mask.letter(for: byte, one: one) else { return false }
      candidate.append(letter)
    }
    return shape.letters > 1 && (shape.digits == 0 || shape.isInside)
      ? isKnown(candidate.elements) : MaskedWords.isListed(candidate.elements)
  }

  private func isKnown(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest + 8) { small in
      guard letters.count <= small.count else { return false }
      for place in letters.indices { small[place] = letters[place] | 0x20 }
      return WordList.isKnown(UnsafeBufferPointer(rebasing: small[..<letters.count]))
    }
  }

  // Of three equal letters and more, one or two are meant: whichever makes a known word.
  private mutating func undoStretches() {
    for doubled in [0, 1, 2, 4, 3, 5, 6, 7] {
      collapse(doubled)
      if isKnown(candidate.elements) { return take() }
    }
    collapse(0)
    take()
  }

  private func isLetter(_ place: Int) -> Bool {
    place < word.count && (word[place] | 0x20) &- UInt8(ascii: "a") < 26
  }

  // Letters that stand alone, such as `www`, are left as they are.
  private mutating func collapse(_ doubled: Int) {
    candidate.clear()
    var run = 0
    var place = 0
    while place < word.count {
      var end = place
      while end < word.count, word[end] | 0x20 == word[place] | 0x20 { end += 1 }
      var kept = end - place
      if kept > 2, isLetter(place), place > 0 && isLetter(place - 1) || isLetter(end) {
        kept = run < 3 && doubled & 1 << run != 0 ? 2 : 1
        run += 1
      }
      for offset in 0..<kept { candidate.append(word[place + offset]) }
      place = end
    }
  }
}
