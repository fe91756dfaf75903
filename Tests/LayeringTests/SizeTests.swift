import Testing

/// Holds files and functions to a size that can be read at one sitting.
struct SizeTests {
  @Test func `no file is longer than 400 lines`() throws {
    let paths = try ["Sources", "Tests", "rules"].flatMap(Checkout.files(under:))
    #expect(paths.count > 50)
    for path in paths where isWritten(path) {
      let lines = try Checkout.bytes(of: path).count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(path)")
    }
  }

  @Test func `no function is longer than 60 lines`() throws {
    let paths = try ["Sources", "Tests", "rules"].flatMap(Checkout.files(under:))
    for path in paths where path.hasSuffix(".swift") {
      let text = try SwiftText(Checkout.bytes(of: path))
      guard !text.isGenerated else { continue }
      for function in text.functions {
        #expect(function.lines <= 60, "\(path):\(function.line)")
      }
    }
  }

  /// Whether a file is code or a rule; registers and word lists grow with what they list.
  private func isWritten(_ path: String) -> Bool {
    path.hasSuffix(".swift") || path.hasSuffix(".h")
      || (path.hasSuffix(".yaml") && !path.hasSuffix("/pack.yaml") && !path.hasPrefix("Tests/"))
        && Array(path.utf8).split(separator: UInt8(ascii: "/")).allSatisfy {
          $0 != Array("lists".utf8)[...]
        }
  }

  @Test func `the measure of functions is not misled by text, comments or declarations`() {
    let quotes = String(repeating: "\"", count: 3)
    let source = """
      protocol P { func bare(); func other() -> Int }
      struct S {
        let text = "func a() { \\(call("}")) {"
        let raw = #"{ " \\( { "#  // func b() {
        /* func c() { /* { */ } */
        init(_ a: () -> Void = { }) {
          call(\(quotes)
            func d() { {
            \(quotes))
        }
        @Test func `braces } { in a "name`() {
          if true { }
        }
      }

      """
    let functions = SwiftText(Array(source.utf8)).functions
    #expect(functions.map(\.line) == [6, 11])
    #expect(functions.map(\.lines) == [5, 3])
  }

  @Test func `imports are read with their attributes, and not from text`() {
    let source = """
      @testable import A
      package import B.C; import D
      #if os(Linux)
        @preconcurrency internal import struct E.F
      #endif
      // import G
      let text = "\\n import H"
      let importance = 1

      """
    #expect(SwiftText(Array(source.utf8)).imports == ["A", "B", "D", "E"])
  }
}
