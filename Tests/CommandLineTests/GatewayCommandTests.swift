import Foundation
import Testing

struct GatewayCommandTests {
  /// A client that posts and waits for its answer.
  private static let patient = """
    bash -c "exec 3<>/dev/tcp/127.0.0.1/$port
      printf 'POST /api/v1/statuses HTTP/1.1\\r\\nHost: 127.0.0.1:$port\\r\\n' >&3
      printf 'Content-Type: application/x-www-form-urlencoded\\r\\nConnection: close\\r\\n' >&3
      printf 'Authorization: Bearer canary\\r\\nContent-Length: ${#body}\\r\\n\\r\\n$body' >&3
      cat <&3; echo"
    """

  /// A client that posts, and is gone as soon as a hook was asked.
  private static let hasty = """
    python3 -c "
    import os, socket, struct, time
    line = socket.create_connection(('127.0.0.1', $port))
    line.sendall(b'POST /api/v1/statuses HTTP/1.1\\r\\nHost: 127.0.0.1:$port\\r\\n'
      b'Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: ${#body}\\r\\n\\r\\n$body')
    while not os.path.exists('asked'): time.sleep(0.02)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    line.close()
    time.sleep(1)"
    """

  private func session(
    _ options: String = "",
    bodies: [String] = ["status=Kicking+down+doors", "status=Good+morning"],
    client: String = Self.patient, _ prepare: (Program) throws -> Void = { _ in },
    after: (Program) throws -> Void = { _ in }
  ) throws -> Program.Run {
    var program = try Program()
    try TestPack.install(in: &program)
    try prepare(program)
    // Nothing listens on port 9, so nothing can be sent in any case.
    let run = try program.shell(
      """
      "$T" gateway --upstream http://127.0.0.1:9 --listen 127.0.0.1:0 --pid-file pid \(options) 2>log &
      while kill -0 $! && ! grep -qs ^listening log; do sleep 0.02; done
      port=$(sed -n 's/^listening on [^ ]*:\\([0-9]*\\) .*/\\1/p' log)
      for body in \(bodies.joined(separator: " ")); do
        \(client)
      done
      kill -TERM $(cat pid); wait $!; echo "code $?"; test -e pid && echo left
      cat log >&2
      """)
    try after(program)
    return run
  }

  @Test func `a client is answered in words, and the log has none of them`() throws {
    let run = try session()
    #expect(run.text.contains("HTTP/1.1 422 Unprocessable Entity\r\n"))
    #expect(run.text.contains(#"{"error":"Stopped (D-"#))
    #expect(run.text.contains("This could read badly. “Kicking down doors”."))
    #expect(run.text.contains("HTTP/1.1 502 Bad Gateway\r\n"))
    #expect(run.text.hasSuffix("code 143\n"))
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasSuffix(" for http://127.0.0.1:9 (mastodon)") == true)
    #expect(lines.dropFirst().first?.hasPrefix("POST /api/v1/statuses blocked 422 ") == true)
    #expect(lines.last?.hasPrefix("POST /api/v1/statuses failed 502 ") == true)
    #expect(!run.error.contains("canary") && !run.error.contains("oors"))
  }

  @Test func `an approval of what send held lets the gateway send it for the same account`() throws
  {
    let run = try session("--account @Force", bodies: ["status=Kicking+down+doors"]) { program in
      try program.folder.write("Kicking down doors", to: "d.post")
      let held = try program.shell(
        "\"$T\" send d.post --account Force --channel mastodon -- cat; \"$T\" log approve D-1 --reason 'The title of a book'"
      )
      try #require(held.status == 0, "\(held.error)")
    }
    #expect(run.text.contains("HTTP/1.1 502 Bad Gateway\r\n"), "\(run.text)")
  }

  @Test func `a decision that nobody waits for any more is not recorded`() throws {
    let run = try session(bodies: ["status=Good+morning"], client: Self.hasty) { program in
      let path = ".tweetlint/hooks/pre-send.d/10-slow"
      try program.folder.write("#!/bin/sh\ntouch asked; sleep 3\n", to: path)
      _ = try program.shell("chmod 755 \(path)")
    } after: { program in
      let list = try program.run("log", "list")
      #expect(list.text == "0 decisions\n", "\(list.text)\(list.error)")
    }
    #expect(run.error.contains("POST /api/v1/statuses left"))
  }

  @Test func `hooks that each keep to their time are waited for one after another`() throws {
    let answer = "{\"protocol\":\"pre-send/1\",\"decision\":\"allow\"}"
    let run = try session(bodies: ["status=Good+morning"]) { program in
      for name in ["10-slow", "20-slow", "30-slow", "40-slow"] {
        let path = ".tweetlint/hooks/pre-send.d/" + name
        try program.folder.write("#!/bin/sh\nsleep 4\necho '\(answer)'\n", to: path)
        _ = try program.shell("chmod 755 \(path)")
      }
    }
    // It was decided about, and went on to a server that is not there.
    #expect(run.text.contains("HTTP/1.1 502 Bad Gateway\r\n"), "\(run.text)")
  }

  @Test func `a gateway that could record nothing does not begin`() throws {
    let program = try Program()
    try program.folder.write("no folder", to: ".local")
    let run = try program.run(
      "gateway", "--upstream", "http://127.0.0.1:9", "--listen", "127.0.0.1:0")
    #expect(run.status == 2)
    #expect(run.error.contains(".local/state"))
  }

  @Test func `a file that holds no process's number is not taken for one that does`() throws {
    var program = try Program()
    try TestPack.install(in: &program)
    let gateway = ["gateway", "--upstream", "http://127.0.0.1:9", "--listen", "127.0.0.1:0"]
    let run = try program.run(gateway + ["--pid-file", "settings.yaml"])
    #expect(run.status == 2)
    #expect(run.error.contains("name another file"))
    #expect(try program.folder.read("settings.yaml") == "rules: pack\n")
  }

  @Test(arguments: [
    (["--upstream", "mastodon.example"], "must begin with https:// or http://"),
    (["--upstream", "ftp://a.example"], "must begin with https:// or http://"),
    (["--upstream", "https://a.example/x"], "and nothing after it"),
    (["--upstream", "https://a.example", "--listen", "3001"], "such as 127.0.0.1:3001"),
    (["--upstream", "https://a.example", "--listen", "127.0.0.1:99999"], "0 to 65535"),
  ])
  func `wrong usage is told as such`(_ options: [String], _ words: String) throws {
    let program = try Program()
    let run = try program.shell("\"$T\" gateway " + options.joined(separator: " "))
    #expect(run.status == 64)
    #expect(run.error.contains(words))
  }

  @Test(arguments: [
    (["--upstream", "https://a.example", "--listen", "0.0.0.0:0"], "from other machines"),
    (["--upstream", "https://a.example", "--listen", "no.such.host.invalid:0"], "no address"),
    (["--upstream", "https://a.example", "--ca", "none.pem"], "must be in PEM form"),
    (["--upstream", "http://localhost:3001", "--listen", "127.0.0.1:3001"], "round in a circle"),
  ])
  func `what it cannot start with is told in words`(_ options: [String], _ words: String) throws {
    let program = try Program()
    let run = try program.shell("\"$T\" gateway " + options.joined(separator: " "))
    #expect(run.status == 2)
    #expect(run.error.contains(words))
  }
}
