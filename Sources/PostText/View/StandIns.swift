struct TextEntity: Sendable {
  enum Kind { case mention, hashtag, cashtag, url }
  var kind: Kind
  var range: Range<Int>
}
enum StandInScanner {
  static func scan(_ s: UnsafeBufferPointer<UInt8>, into out: inout GrowingBuffer<TextEntity>) {
    var i = 0
    func word(_ b: UInt8) -> Bool {
      (b >= 48 && b <= 57) || (b | 32 >= 97 && b | 32 <= 122) || b == 95 || b >= 0x80
    }
    while i < s.count {
      let b = s[i]
      let kind: TextEntity.Kind? = b == 64 ? .mention : b == 35 ? .hashtag : nil
      if let kind, i == 0 || (!word(s[i - 1]) && s[i - 1] != 38) {
        var e = i + 1
        var letter = false
        while e < s.count, word(s[e]), s[e] < 0x80 || kind == .hashtag {
          if s[e] > 57 { letter = true }
          e += 1
        }
        if letter {
          out.append(TextEntity(kind: kind, range: i..<e))
          i = e
          continue
        }
      } else if b == 104, i + 8 < s.count, s[i + 4] == 115, s[i + 5] == 58, s[i + 6] == 47 {
        var e = i
        while e < s.count, s[e] > 32, s[e] < 127 { e += 1 }
        out.append(TextEntity(kind: .url, range: i..<e))
        i = e
        continue
      }
      i += 1
    }
  }
}
