import ArgumentParser

/// The command line.
@main
struct Tweetlint: ParsableCommand {}
