import Reports
import Rules

/// Reads the file of rates that a measurement left.
enum RatesFile {
  /// Reads a file.
  static func read(_ path: String) throws(CommandFault) -> RuleRates {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 16 << 20)
    } catch {
      throw .message("cannot read the rates \(path): \(error.reason)")
    }
    if let failure = ByteSoundness.failure(of: bytes) {
      throw .message("cannot read the rates \(path): \(failure.message)")
    }
    let record = LoadRecord()
    record.add(PackFile(path: path, bytes: bytes))
    var parser = JSONParser(bytes, file: path)
    do throws(JSONParser.Fault) {
      guard parser.skipToValue() else { throw parser.fault("The file holds nothing.") }
      let value = try parser.value()
      if parser.skipToValue() { throw parser.fault("More stands behind the rates.") }
      let rates = RuleRatesReader(record: record).read(value)
      if let rates, record.sortedProblems.isEmpty { return rates }
    } catch {
      record.report(.unreadable, at: error.place, error.message)
    }
    throw .problems(record.sortedProblems)
  }
}
