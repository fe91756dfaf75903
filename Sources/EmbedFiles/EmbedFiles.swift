import Foundation
import PackagePlugin

/// Embeds the shipped rule pack into a C target as constant bytes.
///
/// It asks SwiftPM for the files of the target that the pack stands in, so every added, edited or deleted rule
/// is seen.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard
      let rules = try context.package.targets(named: ["StarterRules"]).first?.sourceModule
    else { return [] }
    let files = rules.sourceFiles.map(\.url).filter { $0.pathExtension == "yaml" }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.c")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files into \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [rules.directoryURL.path(), output.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
