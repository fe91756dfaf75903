import Foundation

/// Reads the texts of a corpus that lies beside the checkout.
package enum CorpusPosts {
  private struct Post: Decodable {
    let text: String
  }

  /// The texts of a JSON Lines file under `shared`; none where it is absent.
  package static func texts(_ name: String) throws -> [String] {
    guard let path = SharedFiles.path(name) else { return [] }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { line in
      try decoder.decode(Post.self, from: Data(line)).text
    }
  }
}
