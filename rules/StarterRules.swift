package import Prefilter
package import Rules

/// The rules that ship inside the binary: checked and compacted when it was built.
package enum StarterRules {
  /// The shipped rules, ready to compile.
  ///
  /// - Throws: ``ProgramFault`` when the build left them damaged.
  package static func program() throws(ProgramFault) -> RuleProgram {
    try RuleProgram(
      embedded: serialisedBytes, index: PrintableBytes.decoded(bytes(of: serialisedIndex)))
  }

  /// The prefilter of the shipped rules, worked out when the program was built; `nil` when it is damaged.
  package static func prefilter() -> Prefilter? {
    Prefilter(serialised: PrintableBytes.decoded(bytes(of: serialisedPrefilter)))
  }

  /// The compact form of the shipped rules, as it lies in the binary.
  package static var serialisedBytes: UnsafeBufferPointer<UInt8> {
    bytes(of: serialised)
  }

  private static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The YAML files of the pack as their authors wrote them, paths relative to the pack's folder.
  package static var files: [(path: String, bytes: [UInt8])] {
    texts.map { file in
      (file.path, Array(bytes(of: file.text)))
    }
  }
}
