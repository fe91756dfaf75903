import Digests
import JSON
import PostText

/// Runs the hooks besides ours, all of them, so that their people see everything at once.
package struct HookChain: Sendable {
  /// The most bytes that a hook may say on either stream.
  static let mostOutput = 64 << 10

  /// The folder that the hooks are in; it is looked into anew for every post.
  let folder: HookFolder
  /// How long each may take, in seconds.
  let timeOut: Double
  /// What a hook that did not do its job amounts to.
  let onError: PreSendDecision

  /// Takes the folder of the hooks and their limits.
  package init(folder: HookFolder, timeOut: Double, onError: PreSendDecision) {
    self.folder = folder
    self.timeOut = timeOut
    self.onError = onError
  }

  /// The longest that the hooks that are there now may take together, in seconds.
  package var mostSeconds: Double {
    timeOut * Double((try? folder.others().count) ?? 0)
  }

  /// Asks every hook about a request; when the task is cancelled, those that were not asked yet are not.
  func answers(to request: PreSendRequest, textSHA256: String) async -> [HookAnswer] {
    let hooks: [String]
    do throws(HookFault) {
      hooks = try folder.others()
    } catch {
      // Hooks that somebody counts on could not be asked.
      return [odd("folder", error.words, words: "")]
    }
    let json = request.json
    let question = Question(
      request: request, json: json,
      digests: [("text_sha256", textSHA256), ("request_sha256", Digests.sha256(json))])
    var answers: [HookAnswer] = []
    for hook in hooks where !Task.isCancelled {
      answers.append(await answer(of: hook, question))
    }
    return answers
  }

  /// What a hook is asked.
  private struct Question {
    /// The request.
    let request: PreSendRequest
    /// The same as the hook is given it.
    let json: [UInt8]
    /// What an answer may be bound by: the key and the digest that it must have.
    let digests: [(key: StaticString, digest: String)]
  }

  private func answer(of hook: String, _ question: Question) async -> HookAnswer {
    let name = Self.name(of: hook)
    do throws(ProgramRun.Fault) {
      let run = ProgramRun(
        path: hook, environment: Self.environment(of: question.request), timeOut: timeOut,
        mostOutput: Self.mostOutput)
      let end = try await run.end(input: question.json)
      return judged(end, name: name, question)
    } catch {
      return odd(name, error.words, words: "")
    }
  }

  /// What the protocol tells hooks in the environment; nothing of it is secret.
  private static func environment(of request: PreSendRequest) -> [(String, String)] {
    [
      ("PRESEND_PROTOCOL", "1"), ("PRESEND_CHANNEL", request.draft.channel ?? "generic"),
      ("PRESEND_ACCOUNT", request.draft.account ?? ""), ("PRESEND_ATTEMPT_ID", request.id ?? ""),
    ]
  }

  private func judged(_ end: ProgramRun.End, name: String, _ question: Question) -> HookAnswer {
    let words = String(decoding: end.error, as: UTF8.self)
    switch end.code {
    case 0, 1, 3: break
    case 2: return odd(name, "it could not check the post", words: words)
    default: return odd(name, "it ended with \(end.description)", words: words)
    }
    guard let said = Self.decision(in: end.output, to: question) else {
      let what =
        end.output.isEmpty ? "it printed nothing" : "what it printed is no answer to this post"
      return odd(
        name,
        what
          + "; an answer is {\"protocol\":\"\(PreSendRequest.protocolName)\",\"decision\":\"allow\"}",
        words: words)
    }
    let byCode: PreSendDecision =
      end.code == 1 ? .block : end.code == 3 ? .hold : said.isSendable ? said : .block
    guard byCode == said || end.code == 0 && said.isSendable else {
      return odd(name, "its exit code and its answer contradict each other", words: words)
    }
    return HookAnswer(name: name, decision: said, isUnchecked: false, note: "", words: words)
  }

  /// The decision in an answer; `nil` when it is none, or one to another post.
  private static func decision(in bytes: [UInt8], to question: Question) -> PreSendDecision? {
    guard let document = JSONDocument(), let answer = try? document.parse(bytes),
      answer["protocol"]?.string == PreSendRequest.protocolName,
      let decision = answer["decision"]?.string.flatMap(PreSendDecision.init)
    else { return nil }
    let isBound = question.digests.allSatisfy { key, digest in
      answer[key].map { $0.string == digest } ?? true
    }
    return isBound ? decision : nil
  }

  private func odd(_ name: String, _ note: String, words: String) -> HookAnswer {
    HookAnswer(name: name, decision: onError, isUnchecked: true, note: note, words: words)
  }

  private static func name(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? path } ?? path
  }
}
