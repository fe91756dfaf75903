extension Unicode.Scalar {
  /// The number of terminal columns of a scalar that stands alone: 0, 1 or 2.
  var terminalWidth: Int {
    if isInvisible { return 0 }
    if value < 0x1100 { return 1 }
    return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
  }

  /// True for marks and format characters, which share the column of what stands before them.
  private var isInvisible: Bool {
    if value < 0x300 { return value == 0xAD }
    if (0x1160...0x11FF).contains(value) { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// True for the blocks of wide letters of East Asia (Unicode's EastAsianWidth W and F, emoji aside).
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
