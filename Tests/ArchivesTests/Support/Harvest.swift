import Archives
import PostText
import Testing

/// All that a reader gives, for looking at.
struct Harvest {
  var records: [ArchiveRecord] = []
  var places: [ArchivePlace] = []
  var complaints: [ArchiveComplaint] = []

  init(_ reader: any ArchiveReader) throws {
    let scratch = try #require(DecodingScratch())
    while let event = reader.next() {
      switch event {
      case .complaint(let complaint): complaints.append(complaint)
      case .unit(let unit):
        let read = unit.records(scratch)
        records += read
        places += read.map { _ in unit.place }
      }
    }
  }

  var posts: [ArchivedPost] {
    records.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  var texts: [String] { posts.map(\.draft.text) }

  var failures: [ArchiveFailure] {
    records.compactMap { if case .failed(let failure, _) = $0 { failure } else { nil } }
  }

  /// One word a record: `post`, why it is left out, or the code of the failure.
  var outcomes: [String] {
    records.map { record in
      switch record {
      case .post: "post"
      case .skipped(let reason, _): reason.rawValue
      case .failed(let failure, _): failure.code
      }
    }
  }
}
