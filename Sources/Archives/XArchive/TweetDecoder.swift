internal import JSON
internal import PostText

/// Makes posts of the tweets of an archive.
struct TweetDecoder: RecordDecoder {
  /// The account of the archive, without the at sign.
  var account: String?
  /// True for a file of deleted posts.
  var isDeleted = false
  /// True for posts that are left out, since they were shown to chosen people only.
  var isLeftOut = false
  /// The long texts that tweets of the archive were cut from.
  var notes = JoinedNotes.none

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    var id: String?
    do throws(ArchiveFailure) {
      let value = try XTweet.unwrapped(scratch.parse(unit.bytes))
      id = XTweet.id(of: value)
      if isLeftOut { return [.skipped(.private, id: id)] }
      return [try record(of: XTweet(value))]
    } catch {
      return [.failed(error, id: id)]
    }
  }

  private func record(of tweet: XTweet) throws(ArchiveFailure) -> ArchiveRecord {
    let note = tweet.id.flatMap { notes.texts[$0] }
    let read = tweet.links.read(tweet.stored, id: tweet.id)
    var draft = Draft(note?.text ?? read.text)
    draft.id = tweet.id
    draft.account = account ?? tweet.author
    draft.channel = "x"
    draft.media = tweet.links.media
    draft.replyTo = tweet.replyTo
    draft.quote = (read.quote ?? note?.quote)?.context

    var post = ArchivedPost(draft: draft)
    post.isDeleted = isDeleted || tweet.isDeleted
    if let mark = RetweetMark(in: tweet.stored) {
      post.kind = .retweet
      complete(&post, mark, tweet)
    } else {
      post.kind = draft.kind
      if note == nil, tweet.isTruncated || read.isCut { post.cut = Self.cutPost }
    }
    post.take(time: tweet.time)
    guard post.draft.text.utf8.allSatisfy(\.isBlank), draft.media.isEmpty else {
      return .post(post)
    }
    if draft.quote != nil { return .skipped(.sharedAddress, id: tweet.id) }
    throw .noText
  }

  /// Gives a retweet the whole text of the post that it shares, or says that it is cut.
  private func complete(_ post: inout ArchivedPost, _ mark: RetweetMark, _ tweet: XTweet) {
    if let shared = tweet.shared {
      let read = shared.links.read(shared.stored, id: shared.id)
      post.draft.text = RetweetMark(author: shared.author ?? mark.author).text + read.text
      post.draft.media = shared.links.media
      post.draft.quote = read.quote?.context
      if read.isCut { post.cut = Self.cutRetweet }
    } else if RetweetMark.isCut(post.draft.text) || tweet.isTruncated {
      post.cut = Self.cutRetweet
    }
  }

  private static let cutRetweet =
    "The archive holds only the first part of a post that was shared from another account."
  private static let cutPost = "The archive holds only the first part of this post."
}
