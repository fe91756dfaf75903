import ArgumentParser
import Files
import Reports
import Rules
import StarterRules

/// Writes rules out: the built-in pack as files to be changed, or the rules in force as a page to be read.
struct RulesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write rules out, to be changed or to be read.",
    discussion: """
      As yaml the built-in rules go into a new or empty folder. As html the rules in \
      force become one page on each rule, for people who decide on policy; it goes to \
      standard output without a destination or with -.

      EXAMPLES
        tweetlint rules export my-rules
        tweetlint rules export --format html handbook.html
        tweetlint rules export --format html --rates rates.json - | less
      """)

  @Argument(
    help: ArgumentHelp("The folder, or the file of the page.", valueName: "dest"),
    completion: .file())
  var destination: String?

  @Option(name: .long, help: "The form: yaml or html.")
  var format: ExportFormat = .yaml

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Measured rates of the rules, to be shown beside them (html).", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var rates: String?

  @Flag(name: .long, help: "Replace the file of the page when it is there already (html).")
  var overwrite = false

  @OptionGroup(title: "Settings (html)")
  var shared: SharedOptions

  mutating func validate() throws {
    guard format == .yaml else { return }
    if destination == nil { throw ValidationError("Name the folder to write to.") }
    if rates != nil || overwrite || shared.rules != nil || !shared.addRules.isEmpty {
      throw ValidationError(
        "--rates, --overwrite, --rules and --add-rules go with --format html; yaml is always the "
          + "built-in pack.")
    }
  }

  func run() throws {
    switch format {
    case .yaml: try writeFiles(to: destination ?? ".")
    case .html: try writePage()
    }
  }

  private func writeFiles(to folder: String) throws(CommandFault) {
    if Folder.exists(folder), !(try Folder.listing(of: folder).isEmpty) {
      throw .message("the folder \(folder) is not empty; nothing was written")
    }
    let files = StarterRules.files
    for file in files {
      let path = folder + "/" + file.path
      do throws(SystemFault) {
        try Folder.make(Folder.parent(of: path) ?? folder)
      } catch {
        throw .message("could not make the folder for \(path): \(error.words)")
      }
      try CommandOutput.deliver(file.bytes, to: path)
    }
    try CommandOutput.deliver("wrote \(files.count) files to \(folder)\n")
  }

  private func writePage() throws(CommandFault) {
    let file = destination == "-" ? nil : destination
    if let file, Folder.exists(file) {
      throw .message("\(file) is a folder; name a file for the page")
    }
    if let file, !overwrite, ByteFile.exists(file) {
      throw .message("\(file) is there already; --overwrite replaces it")
    }
    let settings = try shared.settings()
    let rules = try ActiveRules(settings)
    var pack = try shared.packSource(in: nil).pack()
    pack.manifest.scoring = rules.program.manifest.scoring
    pack.calendars = rules.program.calendars
    let edition = Handbook.Edition(
      sha256: rules.sha256, toolVersion: ToolVersion.current, disabled: rules.disabled)
    let measured = try rates.map { path throws(CommandFault) in try Self.rates(in: path) }
    let page = Handbook(pack, edition: edition, rates: measured).rendered()
    try CommandOutput.deliver(page, to: file)
    if let file { try CommandOutput.deliver("wrote \(file)\n") }
  }

  private static func rates(in path: String) throws(CommandFault) -> RuleRates {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 1 << 20)
    } catch {
      throw .message("cannot read the rates \(path): \(error.reason)")
    }
    let (rates, problems) = RuleRates.read(PackFile(path: path, bytes: bytes))
    guard let rates else { throw .problems(problems) }
    return rates
  }
}

/// The forms in which rules are written out.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// The files of the pack.
  case yaml
  /// One page to be read.
  case html
}
