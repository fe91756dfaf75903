import JSON
import NIOHTTP1

/// An answer of the gateway itself, in the form in which clients of the API expect errors.
struct Answer {
  /// The status.
  let status: HTTPResponseStatus
  /// The body, JSON.
  let body: [UInt8]

  /// Says a refusal to the clients of an API.
  init(_ refusal: Refusal, api: GatewayAPI, path: [UInt8]) {
    let isOldX = path.starts(with: Array("/1.1/".utf8))
    let code = refusal.status ?? Self.usualStatus(of: api)
    status = HTTPResponseStatus(statusCode: code)
    var writer = JSONWriter()
    let words = refusal.words
    switch api {
    case .mastodon: writer.object { $0.member("error", words) }
    case .bluesky:
      let name = Self.name(of: refusal)
      writer.object {
        $0.member("error", name)
        $0.member("message", words)
      }
    case .x where isOldX:
      writer.object {
        $0.member("errors", of: [words]) { writer, words in
          writer.object {
            $0.member("code", code)
            $0.member("message", words)
          }
        }
      }
    case .x:
      let title = status.reasonPhrase
      writer.object {
        $0.member("title", title)
        $0.member("detail", words)
        $0.member("type", "about:blank")
        $0.member("status", code)
      }
    }
    body = writer.bytes.array
  }

  /// The status with which clients of an API take an error for a refusal of the post and show its words.
  private static func usualStatus(of api: GatewayAPI) -> Int {
    switch api {
    case .mastodon: 422
    case .bluesky: 400
    case .x: 403
    }
  }

  private static func name(of refusal: Refusal) -> String {
    switch refusal.reason {
    case .blocked: "BlockedByPreSendCheck"
    case .held: "HeldByPreSendCheck"
    case .refused: "RefusedByGateway"
    case .failed: "GatewayFailed"
    }
  }
}
