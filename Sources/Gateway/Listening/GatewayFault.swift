/// Why a gateway cannot begin its work.
package enum GatewayFault: Error, Equatable {
  /// The address of the server cannot be used; in words.
  case upstream(String)
  /// The address cannot be listened on; in words.
  case listening(String)
  /// The file of certificates cannot be used; in words.
  case certificates(String)

  /// What is wrong and how to mend it.
  package var words: String {
    switch self {
    case .upstream(let words), .listening(let words), .certificates(let words): words
    }
  }
}
