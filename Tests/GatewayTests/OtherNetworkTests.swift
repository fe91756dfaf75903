import Gateway
import PostText
import PreSend
import Testing

/// The writes of X and of Bluesky are read, and blocked in the form that their clients show.
@Suite(.serialized) struct OtherNetworkTests {
  static let json = "application/json"
  static let form = "application/x-www-form-urlencoded"

  @Test(arguments: [
    ("POST /2/tweets", json, #"{"text":"Good day"}"#, "Good day"),
    (
      "POST /2/tweets", json,
      #"{"text":"Good","poll":{"options":["a b","c"],"duration_minutes":5},"media":{"media_ids":["1"]}}"#,
      "Good|a b|c"
    ),
    (
      "POST /2/tweets", json,
      #"{"text":"Good","reply":{"in_reply_to_tweet_id":"5"},"quote_tweet_id":"6"}"#, "Good|5|6"
    ),
    ("POST /1.1/statuses/update.json", form, "status=Good+day", "Good day"),
    ("POST /1.1/statuses/update.json?status=Good%20day", form, "", "Good day"),
    (
      "POST /1.1/media/metadata/create.json", json,
      #"{"media_id":"7","alt_text":{"text":"A van"}}"#, "A van"
    ),
    (
      "POST /2/media/metadata", json,
      #"{"id":"7","metadata":{"alt_text":{"text":"A van"}}}"#, "A van"
    ),
    ("POST /1.1/account/update_profile.json", form, "name=P&description=We+serve", "P\nWe serve"),
    ("POST /2/dm_conversations/with/5/messages", json, #"{"text":"Good day"}"#, "Good day"),
    (
      "POST /1.1/direct_messages/events/new.json", json,
      #"{"event":{"type":"message_create","message_create":{"target":{"recipient_id":"5"},"#
        + #""message_data":{"text":"Good day"}}}}"#, "Good day"
    ),
  ])
  func `each way of writing on X is read`(
    _ line: String, _ type: String, _ body: String, _ words: String
  ) async throws {
    try await check(.x, line, type, body, words) { answer in
      line.contains(" /1.1/")
        ? answer.hasSuffix(#"{"errors":[{"code":403,"message":"Not sent: doors"}]}"#)
        : answer.hasSuffix(
          #"{"title":"Forbidden","detail":"Not sent: doors","type":"about:blank","status":403}"#)
    }
  }

  static let post =
    #"{"repo":"did:plc:a","collection":"app.bsky.feed.post","record":{"$type":"app.bsky.feed.post","#

  @Test(arguments: [
    (
      "com.atproto.repo.createRecord",
      post + #""text":"Good day","createdAt":"2026-01-01T00:00:00Z","langs":["en"]}}"#, "Good day"
    ),
    (
      "com.atproto.repo.putRecord",
      post + #""text":"Good","embed":{"$type":"app.bsky.embed.images","images":[{"alt":"A van","#
        + #""image":{"$type":"blob","ref":{"$link":"baf"},"mimeType":"image/png","size":5}}]}}}"#,
      "Good|A van"
    ),
    (
      "com.atproto.repo.createRecord",
      post
        + #""text":"Good","embed":{"$type":"app.bsky.embed.recordWithMedia","media":{"external":{"uri":"#
        + #""https://a.example/?b c","title":"A title","description":"More"}},"#
        + #""record":{"record":{"uri":"at://did:plc:b/app.bsky.feed.post/1","cid":"c"}}},"#
        + #""reply":{"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/2","cid":"c"},"#
        + #""root":{"uri":"at://did:plc:b/app.bsky.feed.post/3","cid":"c"}}}}"#,
      "Good\nA title\nMore|at://did:plc:b/app.bsky.feed.post/2|at://did:plc:b/app.bsky.feed.post/1"
    ),
    (
      "com.atproto.repo.putRecord",
      #"{"repo":"a","collection":"app.bsky.actor.profile","rkey":"self","record":{"displayName":"P","#
        + #""description":"We serve"}}"#, "P\nWe serve"
    ),
    (
      "com.atproto.repo.applyWrites",
      #"{"repo":"a","writes":[{"$type":"com.atproto.repo.applyWrites#create","collection":"#
        + #""app.bsky.feed.post","rkey":"k1","value":{"text":"First of"}},"#
        + #"{"$type":"com.atproto.repo.applyWrites#delete","collection":"app.bsky.feed.like","rkey":"x"},"#
        + #"{"$type":"com.atproto.repo.applyWrites#create","collection":"app.bsky.feed.post","#
        + #""value":{"text":"Second of","reply":{"parent":{"uri":"at://a/app.bsky.feed.post/k1"}}}}]}"#,
      "First of|Second of"
    ),
    (
      "chat.bsky.convo.sendMessage", #"{"convoId":"c","message":{"text":"Good day"}}"#, "Good day"
    ),
    (
      "chat.bsky.convo.sendMessageBatch",
      #"{"items":[{"convoId":"c","message":{"text":"A b"}},{"convoId":"d","message":{"text":"C d"}}]}"#,
      "A b|C d"
    ),
  ])
  func `each way of writing on Bluesky is read`(_ name: String, _ body: String, _ words: String)
    async throws
  {
    try await check(.bluesky, "POST /xrpc/" + name, Self.json, body, words) { answer in
      answer.hasPrefix("HTTP/1.1 400 ")
        && answer.hasSuffix(#"{"error":"BlockedByPreSendCheck","message":"Not sent: doors"}"#)
    }
  }

  private func check(
    _ api: GatewayAPI, _ line: String, _ type: String, _ body: String, _ words: String,
    _ isBlock: (String) -> Bool
  ) async throws {
    for decision in [PreSendDecision.allow, .block] {
      let stub = try StubServer()
      let judge: @Sendable (PreSendRequest) async -> PreSendVerdict = { _ in
        PreSendVerdict(
          decision: decision, isUnchecked: false, json: [], words: "Not sent: doors",
          decisionID: nil)
      }
      try await withGateway(stub, api: api, judge: judge) { gateway in
        let request = gateway.request(line, type: type, body)
        let answer = try await gateway.send(request)
        let draft = try #require(gateway.requests.first).draft
        let read =
          [draft.text].filter { !$0.isEmpty } + draft.thread + draft.poll
          + (draft.media.compactMap(\.alt)
            + [draft.replyTo?.url, draft.quote?.url].compactMap { $0 })
        #expect(read.joined(separator: "|") == words)
        let written = stub.received.filter { $0.hasPrefix("POST") }
        if decision == .allow {
          #expect(answer.hasSuffix("{}"))
          #expect(written == [request.replacing(":\(gateway.port)", with: ":\(stub.port)")])
        } else {
          #expect(isBlock(answer), "\(answer)")
          #expect(written.isEmpty)
        }
      }
    }
  }

  @Test func `records that only point at something pass unread, and unknown ones do not`()
    async throws
  {
    let stub = try StubServer()
    try await withGateway(stub, api: .bluesky) { gateway in
      let line = "POST /xrpc/com.atproto.repo.createRecord"
      let like =
        #"{"repo":"a","collection":"app.bsky.feed.like","record":{"subject":{"uri":"at://b","cid":"c"}}}"#
      let liked = try await gateway.send(gateway.request(line, type: Self.json, like))
      #expect(liked.hasSuffix("{}"))
      let article = like.replacing("app.bsky.feed.like", with: "com.whtwnd.blog.entry")
      let refused = try await gateway.send(gateway.request(line, type: Self.json, article))
      #expect(
        refused.contains(#"{"error":"RefusedByGateway","message":"Not sent: the gateway does"#))
      let disguised = like.replacing(
        #""record":{"#, with: #""record":{"$type":"app.bsky.feed.post","text":"doors","#)
      let second = try await gateway.send(gateway.request(line, type: Self.json, disguised))
      #expect(second.hasPrefix("HTTP/1.1 400 "))
      #expect(stub.received.count == 1)
      #expect(gateway.requests.isEmpty)
    }
  }

  @Test func `a post on Bluesky is read with the post that it quotes`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        let posts = #"{"posts":[{"author":{"handle":"m.example"},"record":{"text":"Kick doors"}}]}"#
        try wire.send("HTTP/1.1 200 OK\r\nContent-Length: \(posts.utf8.count)\r\n\r\n\(posts)")
      }
    }
    try await withGateway(stub, api: .bluesky) { gateway in
      let body =
        Self.post
        + #""text":"Yes","embed":{"record":{"uri":"at://did:plc:b/app.bsky.feed.post/1"}}}}"#
      let answer = try await gateway.send(
        gateway.request("POST /xrpc/com.atproto.repo.createRecord", type: Self.json, body))
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
      #expect(gateway.requests.first?.draft.quote?.text == "Kick doors")
      #expect(stub.received.count == 1)
      let asked =
        "GET /xrpc/app.bsky.feed.getPosts?uris=at://did:plc:b/app.bsky.feed.post/1 HTTP/1.1"
      #expect(stub.received.first?.hasPrefix(asked) == true)
    }
  }
}
