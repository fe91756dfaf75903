/// The top-level domains of the public suffix list.
enum TopLevelDomains {
}
