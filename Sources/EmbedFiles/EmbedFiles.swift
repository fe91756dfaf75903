import Foundation
import PackagePlugin

/// Embeds the rule packs that stand beside a target's Swift files into the target's code.
///
/// It asks SwiftPM for the target's own files, so every added, edited or deleted rule is seen.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let files = module.sourceFiles.map(\.url).filter { $0.pathExtension == "yaml" }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files into \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [target.directoryURL.path(), output.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }
}
