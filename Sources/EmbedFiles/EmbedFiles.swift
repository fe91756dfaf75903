import Foundation
import PackagePlugin

/// Embeds the shipped rule pack into a C target as constant bytes.
///
/// It looks through the folder at every build, so every added, edited or deleted rule is seen.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "rules")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.c")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files into \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [folder.path(), output.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
