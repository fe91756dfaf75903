import Gateway
import PostText
import PreSend
import Testing

/// A post that waits at the server is read again before it is moved to another day.
@Suite(.serialized) struct WaitingPostTests {
  /// A server with one post that waits; what it says when asked for it is given in full.
  private static func server(_ post: String, status: String = "200 OK") throws -> StubServer {
    try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        let answer = message.starts(with: "GET /api/v1/scheduled_statuses/5 ".utf8) ? post : "{}"
        let line = message.starts(with: "GET /api/v1/scheduled".utf8) ? status : "200 OK"
        try wire.send("HTTP/1.1 \(line)\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)")
      }
    }
  }

  private static func post(_ params: String, media: String = "[]") -> String {
    #"{"id":"5","scheduled_at":"2026-05-01T09:00:00.000Z","params":{\#(params)},"#
      + #""media_attachments":\#(media)}"#
  }

  private static let day = #"{"scheduled_at":"2026-05-06T23:30:00Z"}"#

  private func move(_ gateway: RunningGateway, _ body: String = day) async throws -> String {
    try await gateway.send(
      gateway.request("PUT /api/v1/scheduled_statuses/5", type: MastodonTests.json, body))
  }

  @Test func `a post that is moved to another day is judged by the calendar of that day`()
    async throws
  {
    let stub = try Self.server(
      Self.post(
        #""text":"Good day","spoiler_text":"Court","poll":{"options":["Red","Blue"],"multiple":false},"#
          + #""idempotency":"a b","application_id":7,"visibility":"public","scheduled_at":null,"#
          + #""in_reply_to_id":109348684310000000,"with_rate_limit":false"#,
        media: #"[{"id":"7","description":"A van","url":"https://a.example/the van"}]"#))
    try await withGateway(stub) { gateway in
      let answer = try await move(gateway)
      #expect(answer.hasSuffix("{}"))
      let judged = try #require(gateway.requests.first)
      #expect(judged.draft.text == "Good day")
      #expect(judged.draft.spoilerText == "Court")
      #expect(judged.draft.poll == ["Red", "Blue"])
      #expect(judged.draft.media.map(\.alt) == ["A van"])
      #expect(judged.draft.replyTo == Draft.Context(url: "109348684310000000"))
      #expect(judged.draft.account == "NorthshirePolice")
      #expect(judged.draft.day == CalendarDay("2026-05-07"))
      #expect(judged.scheduledAt == "2026-05-06T23:30:00Z")
      #expect(gateway.requests.count == 1)
      #expect(gateway.notes.map(\.outcome) == [.allowed])
      #expect(gateway.notes.map(\.route) == ["/api/v1/scheduled_statuses/:id"])
      #expect(stub.received.count == 2)
      #expect(stub.received[0].hasPrefix("GET /api/v1/scheduled_statuses/5 HTTP/1.1\r\n"))
      #expect(stub.received[0].contains("Authorization: Bearer canary-token\r\n"))
      #expect(stub.received[1].hasSuffix(Self.day))
    }
  }

  @Test(arguments: [
    (post(#""text":"Kicking doors""#), "Not sent: it says doors."),
    (post(#""text":"Good day","spoiler_text":"doors""#), "Not sent: it says doors."),
    (post(#""text":"","note":"two doors""#), "Not sent: it says doors."),
    (post(#""text":"Please wait""#), "Not sent: it says doors."),
    (post(#""text":"Good","content_type":"text/markdown""#), "Send it as plain text"),
    (post(#""text":7"#), "could not be read"), (post(""), "could not be read"),
    (#"{"id":"5"}"#, "could not be read"), ("[]", "could not be read"), ("", "could not be read"),
  ])
  func `a post that must not go stays where it was`(post: String, words: String) async throws {
    let stub = try Self.server(post)
    try await withGateway(stub) { gateway in
      let answer = try await move(gateway)
      #expect(answer.hasPrefix("HTTP/1.1 422 ") || answer.hasPrefix("HTTP/1.1 503 "))
      #expect(answer.contains(words), "\(answer)")
      #expect(!stub.received.contains { $0.hasPrefix("PUT") })
    }
  }

  @Test(arguments: ["404 Not Found", "401 Unauthorized", "500 Internal Server Error"])
  func `a post that the server does not give out is not moved`(status: String) async throws {
    let stub = try Self.server(Self.post(#""text":"Good day""#), status: status)
    try await withGateway(stub) { gateway in
      let answer = try await move(gateway)
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(answer.contains("it was not checked for its new day"), "\(answer)")
      #expect(gateway.requests.isEmpty)
      #expect(gateway.notes.map(\.outcome) == [.failed])
      #expect(!stub.received.contains { $0.hasPrefix("PUT") })
    }
  }

  @Test func `a server that does not say what waits is not waited for`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() { stub.keep(message) }
    }
    try await withGateway(stub, change: { $0.limits.parentSeconds = 0.1 }) { gateway in
      let answer = try await move(gateway)
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(stub.received.count == 1)
    }
  }

  @Test func `a move without a day is judged by the day on which the post waits`() async throws {
    let stub = try Self.server(Self.post(#""text":"Good day""#))
    try await withGateway(stub) { gateway in
      let moved = try await move(gateway, "{}")
      #expect(moved.hasSuffix("{}"))
      #expect(gateway.requests.map(\.draft.day) == [CalendarDay("2026-05-01")])
      for body in [#"{"scheduled_at":"soon"}"#, #"{"status":"two doors"}"#] {
        let refused = try await move(gateway, body)
        #expect(refused.hasPrefix("HTTP/1.1 422 "))
      }
      #expect(gateway.requests.count == 2)
    }
  }
}
