/// The hooks that TweetLint can stand as.
package enum HookKind: String, Sendable, CaseIterable {
  /// Called by a tool before it sends a post.
  case preSend = "pre-send"
  /// Called by git before a commit.
  case preCommit = "pre-commit"
  /// Called by git before a push.
  case prePush = "pre-push"
}
