internal import CStarterRules
package import Prefilter
package import Rules

/// The rules that ship inside the binary: checked and compacted when it was built.
package enum StarterRules {
  /// The shipped rules, ready to compile.
  ///
  /// - Throws: ``ProgramFault`` when the build left them damaged.
  package static func program() throws(ProgramFault) -> RuleProgram {
    try RuleProgram(
      embedded: serialisedBytes, index: FrozenBuffer(unowned: starter_index().bytes))
  }

  /// The prefilter of the shipped rules, worked out when the program was built; `nil` when it is damaged.
  package static func prefilter() -> Prefilter? {
    Prefilter(serialised: FrozenBuffer(unowned: starter_prefilter().bytes))
  }

  /// The compact form of the shipped rules, as it lies in the binary.
  package static var serialisedBytes: UnsafeBufferPointer<UInt8> {
    starter_program().bytes
  }

  /// The SHA-256 of the compact form, in 64 lower-case hexadecimal digits.
  package static var sha256: String {
    String(cString: starter_program_sha256())
  }

  /// The YAML files of the pack as their authors wrote them, paths relative to the pack's folder.
  package static var files: [(path: String, bytes: [UInt8])] {
    (0..<starter_file_count()).map { number in
      let file = starter_file(number)
      return (String(cString: file.path), Array(file.text.bytes))
    }
  }
}

extension StarterBytes {
  /// The bytes, which never go away.
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
