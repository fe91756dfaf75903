import Gateway
import PostText
import PreSend
import Testing

/// Every way in which words come to Mastodon is read, and blocked words never arrive.
@Suite(.serialized) struct MastodonTests {
  /// A request and the words that a judge must see in it.
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let type: String?
    let body: String
    let read: @Sendable (Draft) -> [String?]
    let words: [String?]
    var testDescription: String { "\(line) \(type ?? "")" }

    init(
      _ line: String, _ type: String?, _ body: String, _ words: [String?],
      _ read: @escaping @Sendable (Draft) -> [String?]
    ) {
      self.line = line
      self.type = type
      self.body = body
      self.words = words
      self.read = read
    }
  }

  static let form = "application/x-www-form-urlencoded"
  static let json = "application/json"
  static let parts = "multipart/form-data; boundary=x-1"

  static func part(_ name: String, _ value: String) -> String {
    "--x-1\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
  }

  static let file =
    "--x-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
    + "Content-Type: image/png\r\n\r\n\u{1}PNG\r\n\r\n--\r\n\r\n"
  static let end = "--x-1--\r\n"

  static let cases: [Case] = [
    Case("POST /api/v1/statuses", form, "status=Good+d%C3%A2y&visibility=public", ["Good dây"]) {
      [$0.text]
    },
    Case("POST /api/v1/statuses", json, #"{"status":"Good \u00e9","sensitive":false}"#, ["Good é"])
    {
      [$0.text]
    },
    Case("POST /api/v1/statuses", parts, part("status", "Good day") + end, ["Good day"]) {
      [$0.text]
    },
    Case("POST /api/v1/featured_tags", form, "name=GoodDay", ["GoodDay"]) { [$0.text] },
    Case("POST /api/v1/statuses?status=Good%20day", nil, "", ["Good day"]) { [$0.text] },
    Case(
      "POST /api/v1/statuses?spoiler_text=Court", form, "status=Good+day", ["Good day", "Court"]
    ) { [$0.text, $0.spoilerText] },
    Case(
      "POST /api/v1/statuses", form,
      "status=Which&poll[options][]=Red&poll[options][]=Blue&poll[expires_in]=600",
      ["Which", "Red", "Blue"]
    ) { [$0.text] + $0.poll },
    Case(
      "POST /api/v1/statuses", json,
      #"{"status":"Which","poll":{"options":["Red","Blue"],"expires_in":600,"multiple":false}}"#,
      ["Which", "Red", "Blue"]
    ) { [$0.text] + $0.poll },
    Case(
      "PUT /api/v1/statuses/109", json,
      #"{"status":"Edited","media_ids":["7"],"media_attributes":[{"id":"7","description":"A van"}]}"#,
      ["Edited", "A van"]
    ) { [$0.text] + $0.media.map(\.alt) },
    Case(
      "POST /api/v1/statuses", json,
      #"{"status":"Exactly this.","in_reply_to_id":"77","quoted_status_id":"78"}"#,
      ["Exactly this.", "77", "78"]
    ) { [$0.text, $0.replyTo?.url, $0.quote?.url] },
    Case("PUT /api/v1/media/7", form, "description=A+van&focus=0.0,-0.5", ["A van"]) {
      $0.media.map(\.alt)
    },
    Case("POST /api/v2/media", parts, file + part("description", "A van") + end, ["A van"]) {
      $0.media.map(\.alt)
    },
    Case("POST /api/v1/media", parts, part("description", "A van") + file + end, ["A van"]) {
      $0.media.map(\.alt)
    },
    Case(
      "PATCH /api/v1/accounts/update_credentials", form,
      "display_name=Police&note=We+serve&fields_attributes[0][name]=Web"
        + "&fields_attributes[0][value]=https://a.example&locked=true",
      ["Police\nWe serve\nWeb\nhttps://a.example"]
    ) { [$0.text] },
    Case("POST /api/v1/reports", form, "account_id=3&comment=It+is+spam", ["It is spam"]) {
      [$0.text]
    },
  ]

  @Test(arguments: cases) func `what is good is read and goes on as it came`(_ test: Case)
    async throws
  {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let request = gateway.request(test.line, type: test.type, test.body)
      let answer = try await gateway.send(request)
      #expect(answer.hasSuffix("{}"))
      #expect(stub.received.last == request.replacing(":\(gateway.port)", with: ":\(stub.port)"))
      let judged = try #require(gateway.requests.first)
      #expect(test.read(judged.draft) == test.words)
      #expect(judged.draft.channel == "mastodon")
      #expect(judged.draft.account == "NorthshirePolice")
      #expect(judged.client == "toot/0.52.1")
      #expect(gateway.notes.last?.outcome == .allowed)
      #expect(gateway.notes.last?.decisionID == "D-42")
    }
  }

  @Test(arguments: cases) func `what is blocked never arrives`(_ test: Case) async throws {
    let stub = try StubServer()
    try await withGateway(
      stub,
      judge: { _ in
        PreSendVerdict(
          decision: .block, isUnchecked: false, json: [], words: "Not sent: \"doors\".\nD-42",
          decisionID: "D-42")
      }
    ) { gateway in
      let answer = try await gateway.send(gateway.request(test.line, type: test.type, test.body))
      #expect(answer.hasPrefix("HTTP/1.1 422 Unprocessable Entity\r\n"))
      #expect(answer.hasSuffix(#"{"error":"Not sent: \"doors\".\nD-42"}"#))
      #expect(!stub.received.contains { !$0.hasPrefix("GET /api/v1/statuses/7") })
      #expect(gateway.notes.map(\.outcome) == [.blocked])
    }
  }

  @Test(arguments: ["text/html", "text/markdown", "text/bbcode"])
  func `a post with markup, which a server turns into other words, is not sent`(
    type: String
  ) async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let body = "content_type=\(type)&status=fav<b></b>ourite"
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", body))
      #expect(answer.hasPrefix("HTTP/1.1 422 "))
      #expect(answer.contains("Send it as plain text"))
      #expect(gateway.requests.isEmpty)
    }
  }

  @Test func `a post for later says when`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let body = #"{"status":"Good day","scheduled_at":"2026-12-24T18:00:00.000Z"}"#
      _ = try await gateway.send(
        gateway.request("POST /api/v1/statuses", type: Self.json, body))
      #expect(gateway.requests.first?.scheduledAt == "2026-12-24T18:00:00.000Z")
      #expect(gateway.requests.first?.draft.day == CalendarDay("2026-12-24"))
    }
  }

  @Test func `a post for a day that cannot be read is not sent`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let body = #"{"status":"Good day","scheduled_at":"24 Dec 2026 18:00"}"#
      let answer = try await gateway.send(
        gateway.request("POST /api/v1/statuses", type: Self.json, body))
      #expect(answer.hasPrefix("HTTP/1.1 422 "))
      #expect(answer.contains("`scheduled_at` is not a day"))
      #expect(stub.received.isEmpty)
    }
  }

  @Test func `an agreement is read with the post that it answers`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        let post =
          #"{"content":"<p>Kick the doors in</p>","account":{"acct":"mayor"},"media_attachments":[]}"#
        try wire.send("HTTP/1.1 200 OK\r\nContent-Length: \(post.utf8.count)\r\n\r\n\(post)")
      }
    }
    try await withGateway(stub, change: { $0.textOfHTML = { "text of " + $0 } }) { gateway in
      let body = "status=Exactly+this.&in_reply_to_id=77"
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", body))
      #expect(answer.hasPrefix("HTTP/1.1 422 "))
      #expect(
        gateway.requests.first?.draft.replyTo
          == Draft.Context(author: "mayor", text: "text of <p>Kick the doors in</p>", url: "77"))
      #expect(stub.received.count == 1)
      #expect(stub.received.first?.hasPrefix("GET /api/v1/statuses/77 HTTP/1.1\r\n") == true)
      #expect(stub.received.first?.contains("Authorization: Bearer canary-token\r\n") == true)
    }
  }

  @Test func `a post whose parent cannot be had is judged with the address alone`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        if message.starts(with: "GET".utf8) {
          _ = try wire.read()
        } else {
          try wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        }
      }
    }
    let change: (inout GatewayConfiguration) -> Void = {
      $0.textOfHTML = { $0 }
      $0.limits.parentSeconds = 0.1
    }
    try await withGateway(stub, change: change) { gateway in
      let body = "status=Exactly+this.&in_reply_to_id=77"
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", body))
      #expect(answer.hasSuffix("{}"))
      #expect(gateway.requests.first?.draft.replyTo == Draft.Context(url: "77"))
    }
  }

  @Test(arguments: [
    ("POST /api/v1/statuses?status=Good", form, "status=doors"),
    ("POST /api/v1/statuses", form, "status=Good&status=doors"),
    ("POST /api/v1/statuses", form, "[status]=doors"),
    ("POST /api/v1/statuses", form, "status]=doors"),
    ("POST /api/v1/statuses", form, "a=1;status=doors"),
    ("POST /api/v1/statuses", form, "status=%ff"),
    ("POST /api/v1/statuses", form, "status=%6"),
    ("POST /api/v1/statuses", form, "status=Good&_method=put"),
    ("POST /api/v1/statuses", json, #"{"status":"Good","status":"doors"}"#),
    ("POST /api/v1/statuses", json, #"{"status":"Good","\u0073tatus":"doors"}"#),
    ("POST /api/v1/statuses", json, #"{"status":12}"#),
    ("POST /api/v1/statuses", json, #"[{"status":"doors"}]"#),
    ("POST /api/v1/statuses", json, #"{"status":"Good"} {"status":"doors"}"#),
    ("POST /api/v1/statuses", json, #"{"poll[options][]":"kicking doors"}"#),
    ("POST /api/v1/statuses", json + "; charset=utf-16", #"{"status":"Good"}"#),
    ("POST /api/v1/statuses", "text/plain", #"{"status":"Good"}"#),
    ("POST /api/v1/statuses", parts, part("status", "Good") + part("status", "doors") + end),
    ("POST /api/v1/statuses", parts, "x" + part("status", "doors") + end),
    ("POST /api/v1/statuses", parts, part("status", "doors") + end + part("status", "doors")),
    ("POST /api/v1/statuses", parts, part("status", "a\n--x-1\ndoors") + end),
    ("POST /api/v1/statuses", parts, part("status", "doors")),
    (
      "POST /api/v1/statuses", parts,
      "--x-1\r\nContent-Disposition: form-data; name=\"status\"; filename=\"a\"\r\n\r\ndoors\r\n"
        + end
    ),
    (
      "POST /api/v1/statuses", parts,
      "--x-1\r\nContent-Disposition: form-data; name=\"sta\\tus\"\r\n\r\ndoors\r\n" + end
    ),
    (
      "POST /api/v1/statuses", parts,
      "--x-1\r\nContent-Disposition: form-data; name=\"status\"\r\n"
        + "Content-Type: text/plain; charset=utf-7\r\n\r\ndoors\r\n" + end
    ),
  ])
  func `a body that servers read in different ways is not sent`(
    _ line: String, _ type: String, _ body: String
  ) async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let answer = try await gateway.send(gateway.request(line, type: type, body))
      #expect(answer.hasPrefix("HTTP/1.1 4"))
      #expect(answer.contains(#"{"error":""#))
      #expect(stub.received.isEmpty)
      #expect(gateway.notes.map(\.outcome) == [.refused])
    }
  }

  @Test(arguments: [
    (form, "status[]=kicking+doors"), (form, "status=Good&words=kicking+doors"),
    (json, #"{"status":["kicking doors"]}"#), (json, #"{"poll":{"title":"kicking doors"}}"#),
  ])
  func `words in a field that is not known are read like others`(
    _ type: String, _ body: String
  ) async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let line = "POST /api/v1/statuses"
      let answer = try await gateway.send(gateway.request(line, type: type, body))
      #expect(answer.hasPrefix("HTTP/1.1 422 "))
      #expect(stub.received.isEmpty)
      #expect(gateway.requests.first?.draft.text.hasSuffix("kicking doors") == true)
      let good = try await gateway.send(
        gateway.request(line, type: type, body.replacing("doors", with: "off")))
      #expect(good.hasSuffix("{}"))
    }
  }
}
