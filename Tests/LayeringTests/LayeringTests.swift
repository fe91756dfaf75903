import Testing

/// Holds the import lines, the sizes and the README against the picture of the rooms.
struct LayeringTests {
  /// What each target imports beside the standard library.
  private static let rooms: [String: Set<String>] = [
    "CPCRE2": [],
    "CLibArchive": [],
    "CRapidJSON": [],
    "CNettle": [],
    "CZlib": [],
    "PCRE2": ["CPCRE2"],
    "JSON": ["CRapidJSON"],
    "PostText": [],
    "Digests": ["CNettle"],
    "Files": ["Glibc"],
    "Prefilter": ["Glibc", "PCRE2"],
    "Rules": ["PCRE2", "Prefilter", "Yams"],
    "RiskEngine": ["PCRE2", "PostText", "Prefilter", "Rules", "Synchronization"],
    "CStarterRules": [],
    "StarterRules": ["CStarterRules", "Prefilter", "Rules"],
    "Reports": ["JSON", "PostText", "RiskEngine", "Rules"],
    "Drafts": ["PostText", "Reports", "Rules"],
    "Archives": [
      "CLibArchive", "CZlib", "Drafts", "Glibc", "JSON", "PostText", "Reports", "Rules",
    ],
    "Audit": [
      "Archives", "Digests", "Dispatch", "JSON", "PostText", "Reports", "RiskEngine", "Rules",
      "Synchronization",
    ],
    "DecisionLog": ["Digests", "Files", "GRDB", "Glibc", "JSON", "RiskEngine", "Rules"],
    "PreSend": [
      "DecisionLog", "Digests", "Drafts", "Files", "Glibc", "JSON", "PostText", "Reports",
      "RiskEngine", "Rules", "Subprocess", "SystemPackage",
    ],
    "Gateway": [
      "Glibc", "JSON", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "PostText", "PreSend",
      "Synchronization",
    ],
    "tweetlint": [
      "Archives", "ArgumentParser", "Audit", "DecisionLog", "Digests", "Dispatch", "Drafts",
      "Files", "Gateway", "Glibc", "JSON", "PostText", "PreSend", "Reports", "RiskEngine", "Rules",
      "StarterRules", "Synchronization",
    ],
    "EmbedFiles": ["Foundation", "PackagePlugin"],
    "embed-files": ["Digests", "Foundation", "Prefilter", "Rules"],
    "unicode-tables": ["Foundation"],
    "word-list": ["Foundation", "PostText"],
  ]

  /// What comes with Swift rather than from an outside package.
  private static let toolchain: Set<String> = [
    "Dispatch", "Foundation", "Glibc", "PackagePlugin", "Synchronization",
  ]

  private func imports(of room: String) throws -> Set<String> {
    let folder = room == "StarterRules" ? "rules" : "Sources/" + room
    let files = try Checkout.files(under: folder).filter { $0.hasSuffix(".swift") }
    return try Set(files.flatMap { try SwiftText(Checkout.bytes(of: $0)).imports })
  }

  @Test func `the top level holds what a newcomer should see, and nothing else`() throws {
    let seen = try Checkout.topLevel().filter { $0.utf8.first != UInt8(ascii: ".") }
    // The package manager writes the last one, which git does not keep.
    let known: Set = [
      "Package.swift", "Sources", "Tests", "rules", "examples", "README.md", "Package.resolved",
    ]
    #expect(Set(seen).subtracting(known) == [])
  }

  @Test func `every folder of sources is a room of the picture, and every room is there`() throws {
    #expect(
      try Checkout.folders(in: "Sources") == Set(Self.rooms.keys).subtracting(["StarterRules"]))
  }

  @Test(arguments: rooms.keys.sorted())
  func `a room imports exactly what the picture shows`(_ room: String) throws {
    #expect(try imports(of: room) == Self.rooms[room])
  }

  @Test func `every outside package is imported by exactly one target`() throws {
    let used = try Self.rooms.keys.flatMap { try imports(of: $0) }
    let allowed = Set(Self.rooms.values.joined())
    for package in allowed.subtracting(Self.rooms.keys).subtracting(Self.toolchain).sorted() {
      #expect(used.count { $0 == package } == 1, "\(package)")
    }
  }

  @Test(.enabled(if: Checkout.contains("README.md"), "the README is not written yet"))
  func `the README's picture names exactly the rooms and what they import of each other`() throws {
    let table = try MarkdownTable(Checkout.bytes(of: "README.md"), headed: "target")
    #expect(table.rows.flatMap { $0[0] }.sorted() == Self.rooms.keys.sorted())
    for row in table.rows where row[2] != ["all"] {
      let imported = Set(row[0].compactMap { Self.rooms[$0] }.joined())
      #expect(Set(row[2]).subtracting(["–"]) == imported.intersection(Self.rooms.keys), "\(row[0])")
    }
  }
}
