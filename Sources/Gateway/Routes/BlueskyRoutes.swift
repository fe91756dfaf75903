/// The procedures of a Bluesky server; what is not here is refused.
enum BlueskyRoutes {
  /// All of them.
  static let all: [Route] =
    words + silent.map { Route("POST", "/xrpc/" + $0) }
    + ["/oauth/par", "/oauth/token", "/oauth/revoke"].map { Route("POST", $0) }

  private static let words: [Route] = [
    Route("POST", "/xrpc/com.atproto.repo.createRecord", .records(.one)),
    Route("POST", "/xrpc/com.atproto.repo.putRecord", .records(.one)),
    Route("POST", "/xrpc/com.atproto.repo.applyWrites", .records(.writes)),
    Route("POST", "/xrpc/chat.bsky.convo.sendMessage", .records(.message)),
    Route("POST", "/xrpc/chat.bsky.convo.sendMessageBatch", .records(.messages)),
    Route("POST", "/xrpc/com.atproto.moderation.createReport", .fields(report)),
  ]

  private static let report = WordKeys(text: ["reason"], silent: ["modTool[meta]"])

  private static let silent = [
    "com.atproto.repo.deleteRecord", "com.atproto.repo.uploadBlob",
    "com.atproto.server.createSession", "com.atproto.server.refreshSession",
    "com.atproto.server.deleteSession", "com.atproto.server.createAppPassword",
    "com.atproto.server.revokeAppPassword", "com.atproto.server.confirmEmail",
    "com.atproto.server.requestEmailConfirmation", "com.atproto.server.requestEmailUpdate",
    "com.atproto.server.updateEmail", "com.atproto.server.requestPasswordReset",
    "com.atproto.server.resetPassword", "com.atproto.server.createInviteCode",
    "com.atproto.identity.updateHandle", "com.atproto.identity.refreshIdentity",
    "com.atproto.sync.notifyOfUpdate", "com.atproto.sync.requestCrawl",
    "app.bsky.actor.putPreferences", "app.bsky.bookmark.createBookmark",
    "app.bsky.bookmark.deleteBookmark", "app.bsky.feed.sendInteractions",
    "app.bsky.graph.muteActor", "app.bsky.graph.unmuteActor", "app.bsky.graph.muteActorList",
    "app.bsky.graph.unmuteActorList", "app.bsky.graph.muteThread", "app.bsky.graph.unmuteThread",
    "app.bsky.notification.updateSeen", "app.bsky.notification.registerPush",
    "app.bsky.notification.unregisterPush", "app.bsky.notification.putPreferences",
    "app.bsky.notification.putPreferencesV2",
    "app.bsky.notification.putActivitySubscription", "app.bsky.video.uploadVideo",
    "chat.bsky.convo.acceptConvo", "chat.bsky.convo.leaveConvo", "chat.bsky.convo.muteConvo",
    "chat.bsky.convo.unmuteConvo", "chat.bsky.convo.updateRead", "chat.bsky.convo.updateAllRead",
    "chat.bsky.convo.deleteMessageForSelf", "chat.bsky.convo.addReaction",
    "chat.bsky.convo.removeReaction",
  ]
}
