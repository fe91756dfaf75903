import Glibc

/// What the system keeps of a process that crashes.
enum CoreFiles {
  /// Keeps what is in memory, such as drafts and tokens, out of core files; the programs that are started inherit this.
  static func forbid() {
    // Swift's own report of a crash shows what registers point at.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] { signal(number, SIG_DFL) }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // A limit of nought does not hold where the system hands core files to a program; this leaves nothing to hand over.
    let filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
    guard filter >= 0 else { return }
    defer { close(filter) }
    try? Console.write(Array("0".utf8), descriptor: filter)
  }
}
