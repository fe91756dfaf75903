// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

let package = Package(
  name: "tweetlint",
  products: [.executable(name: "tweetlint", targets: ["tweetlint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "hogweed", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRapidJSON"),
    .target(name: "PCRE2", dependencies: ["CPCRE2"]),
    .target(name: "JSON", dependencies: ["CRapidJSON"]),
    .target(name: "PostText"),
    .target(name: "Digests", dependencies: ["CNettle"]),
    .target(name: "Files"),
    .target(name: "Prefilter", dependencies: ["PCRE2"]),
    .target(
      name: "Rules", dependencies: ["PCRE2", "Prefilter", .product(name: "Yams", package: "Yams")]),
    .target(name: "RiskEngine", dependencies: ["PCRE2", "PostText", "Prefilter", "Rules"]),
    .target(name: "CStarterRules", plugins: ["EmbedFiles"]),
    .target(
      name: "StarterRules", dependencies: ["CStarterRules", "Prefilter", "Rules"], path: "rules",
      exclude: ["README.md", "rates.json", "uk-police"]),
    .target(name: "Reports", dependencies: ["JSON", "PostText", "RiskEngine", "Rules"]),
    .target(name: "Drafts", dependencies: ["PostText", "Reports", "Rules"]),
    .target(
      name: "Archives",
      dependencies: ["CLibArchive", "CZlib", "Drafts", "JSON", "PostText", "Reports", "Rules"],
      // What libarchive needs itself, for a static binary.
      linkerSettings: ["z", "bz2", "lzma", "zstd", "nettle"].map { .linkedLibrary($0) }),
    .target(
      name: "Audit",
      dependencies: ["Archives", "Digests", "JSON", "PostText", "Reports", "RiskEngine", "Rules"]),
    .target(
      name: "DecisionLog",
      dependencies: [
        "Digests", "Files", "JSON", "RiskEngine", "Rules",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "PreSend",
      dependencies: [
        "DecisionLog", "Digests", "Drafts", "Files", "JSON", "PostText", "Reports", "RiskEngine",
        "Rules",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "Gateway",
      dependencies: [
        "JSON", "PostText", "PreSend",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .executableTarget(
      name: "tweetlint",
      dependencies: [
        "Archives", "Audit", "DecisionLog", "Digests", "Drafts", "Files", "Gateway", "JSON",
        "PostText", "PreSend", "Reports", "RiskEngine", "Rules", "StarterRules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "embed-files", dependencies: ["Digests", "Prefilter", "Rules"]),
    .executableTarget(name: "unicode-tables"),
    .executableTarget(name: "word-list", dependencies: ["PostText"]),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFiles"),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"]),
    .testTarget(
      name: "PostTextTests",
      dependencies: [
        "PostText", "TestSupport", "unicode-tables", "word-list",
        .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(name: "PrefilterTests", dependencies: ["PCRE2", "Prefilter", "TestSupport"]),
    .testTarget(
      name: "RulesTests",
      dependencies: ["PCRE2", "Prefilter", "RiskEngine", "Rules", "TestSupport"],
      exclude: ["BrokenPacks"]),
    .testTarget(
      name: "RiskEngineTests",
      dependencies: [
        "PCRE2", "PostText", "Prefilter", "RiskEngine", "Rules", "StarterRules", "TestSupport",
      ]),
    .testTarget(
      name: "StarterRulesTests",
      dependencies: ["PostText", "RiskEngine", "Rules", "StarterRules", "TestSupport"],
      exclude: ["Fairness/pairs.jsonl"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["JSON", "PostText", "Reports", "RiskEngine", "Rules", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
    .testTarget(name: "DraftsTests", dependencies: ["Drafts", "Rules"]),
    .testTarget(
      name: "ArchivesTests", dependencies: ["Archives", "JSON", "PostText", "TestSupport"]),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "Archives", "Audit", "Digests", "PostText", "Reports", "RiskEngine", "Rules",
        "StarterRules", "TestSupport",
      ]),
    .testTarget(
      name: "DecisionLogTests",
      dependencies: [
        "DecisionLog", "Digests", "JSON", "RiskEngine", "Rules", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "GatewayTests",
      dependencies: [
        "Gateway", "PostText", "PreSend",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      exclude: ["Certificates"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["DecisionLog", "Digests", "RiskEngine", "Rules", "TestSupport", "tweetlint"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PreSendTests", dependencies: ["DecisionLog", "Digests", "PostText", "PreSend"]),
    .testTarget(name: "LayeringTests"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Benchmarks are built only when asked for, such as: BENCHMARKS=1 swift run -c release EngineBenchmarks
if Context.environment["BENCHMARKS"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "EngineBenchmarks",
      dependencies: [
        "PCRE2", "PostText", "Prefilter", "RiskEngine", "Rules", "StarterRules", "TestSupport",
      ],
      path: "Tests/Benchmarks/EngineBenchmarks"))
  package.targets.append(
    .executableTarget(
      name: "DecisionLogBenchmarks",
      dependencies: ["DecisionLog", "Digests", "RiskEngine", "Rules"],
      path: "Tests/Benchmarks/DecisionLogBenchmarks"))
}

// One strictness for every target of ours: warnings are errors, and an import line shows what leaks.
for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// Each build checks and lowers the whole pack, and each test run checks some ten thousand posts: without
// optimisation both take minutes instead of seconds.
for target in package.targets
where ["Archives", "PCRE2", "PostText", "Prefilter", "Rules", "RiskEngine"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
