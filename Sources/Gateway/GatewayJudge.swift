package import PreSend

/// Decides about a post that a client writes; called from any task.
package typealias GatewayJudge = @Sendable (PreSendRequest) async -> PreSendVerdict
