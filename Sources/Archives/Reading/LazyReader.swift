/// Reads an input that is opened when its turn comes, so that a thousand of them are not open at a time.
package final class LazyReader: ArchiveReader {
  private let path: String
  private let options: ArchiveInput.Options
  private var reader: (any ArchiveReader)?
  private var isOpened = false
  /// What the input is.
  package let format: InputFormat

  /// Tries whether an input can be opened, and closes it again; what can be read only once, such as a pipe, stays open.
  package init(path: String, _ options: ArchiveInput.Options) throws(ArchiveFailure) {
    self.path = path
    self.options = options
    let tried = try ArchiveInput.open(path, options)
    format = tried.format
    if FileKind(path: path) == .stream {
      reader = tried.reader
      isOpened = true
    }
  }

  package var share: Double? {
    isOpened ? reader?.share : 0
  }

  package func next() -> ArchiveEvent? {
    if !isOpened {
      isOpened = true
      do throws(ArchiveFailure) {
        reader = try ArchiveInput.open(path, options).reader
      } catch {
        return .complaint(ArchiveComplaint(code: error.code, message: error.message, file: path))
      }
    }
    guard let event = reader?.next() else {
      reader = nil
      return nil
    }
    return event
  }
}
