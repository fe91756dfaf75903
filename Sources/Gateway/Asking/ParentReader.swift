import NIOCore
import NIOHTTP1
import PostText

/// Gets the posts that a post answers or quotes, with the client's own permission, so that it is read with them.
///
/// A post that cannot be had stays known by its address, and the judge says that it was not read.
struct ParentReader {
  /// What all conversations share.
  let parts: GatewayParts
  /// The head of the request that answers or quotes.
  let head: HTTPRequestHead

  /// A draft with the texts of what it answers and quotes, as far as they can be had.
  func completed(_ draft: Draft, on loop: any EventLoop) -> EventLoopFuture<Draft> {
    let replyTo = completed(draft.replyTo, on: loop)
    let quote = completed(draft.quote, on: loop)
    return replyTo.and(quote).map { replyTo, quote in
      var draft = draft
      draft.replyTo = replyTo
      draft.quote = quote
      return draft
    }
  }

  private func completed(
    _ context: Draft.Context?, on loop: any EventLoop
  ) -> EventLoopFuture<Draft.Context?> {
    guard let context, let path = path(of: context) else {
      return loop.makeSucceededFuture(context)
    }
    let configuration = parts.configuration
    return ServerReader(parts: parts, head: head).body(at: path, on: loop).map { body in
      let known = body.flatMap {
        ParentPost($0, api: configuration.api, textOfHTML: configuration.textOfHTML)
      }
      return Draft.Context(author: known?.author, text: known?.text, url: context.url)
    }
  }

  private func path(of context: Draft.Context) -> String? {
    guard let url = context.url else { return nil }
    switch parts.configuration.api {
    case .mastodon:
      guard parts.configuration.textOfHTML != nil, Route.isIdentifier(url.utf8) else { return nil }
      return "/api/v1/statuses/" + url
    case .bluesky:
      let bytes = Array(url.utf8)
      guard bytes.starts(with: Array("at://".utf8)),
        bytes.dropFirst(5).allSatisfy({ Route.isIdentifier([$0]) || ".~/".utf8.contains($0) })
      else { return nil }
      return "/xrpc/app.bsky.feed.getPosts?uris=" + url
    case .x: return nil
    }
  }
}
