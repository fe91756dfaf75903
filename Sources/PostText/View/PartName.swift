/// A piece of a draft that is read, named as results name it.
package enum PartName: Sendable, Hashable {
  /// The post itself.
  case text
  /// A further post of the thread, counted from 1.
  case thread(Int)
  /// The content warning that stands in front of the post.
  case spoiler
  /// A choice of a poll, counted from 0.
  case choice(Int)
  /// The description of a picture, counted from 0.
  case alt(Int)
  /// The post that is answered.
  case replyTo
  /// The post that is quoted.
  case quote
}

extension PartName: CustomStringConvertible {
  package var description: String {
    switch self {
    case .text: "text"
    case .thread(let index): "thread[\(index)]"
    case .spoiler: "spoiler_text"
    case .choice(let index): "poll[\(index)]"
    case .alt(let index): "media[\(index)].alt"
    case .replyTo: "reply_to"
    case .quote: "quote"
    }
  }
}
