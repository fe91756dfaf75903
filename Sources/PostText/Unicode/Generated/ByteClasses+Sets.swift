// swift-format-ignore-file
// Written by `swift run unicode-tables` from its own lists. Do not edit.
// Each character stands for its code less 48: six bits, the high ones first.

extension ByteClasses {
  /// The sets of every byte.
  static var sets: StaticString {
    #"""
    000000000000000000000000000000000X0hXXXXPPXhXlXhiiiiiiiiiiXX0h0PXiiiiiiiiiiiiiiiiiiiiiiiiiiX0X0j0iiiiiiiiiiiiiiiiiiiiiiiiii0X0X000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
    """#
  }
}
