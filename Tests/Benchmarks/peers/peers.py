"""Times other tools on the same patterns and posts: processor time a post, and how many patterns each accepts."""

import itertools
import re
import resource
import subprocess
import sys

import re2
import regex
import yara

LOOPED = 10_000


def processor_time(work, children=False):
    """The processor seconds that a piece of work takes, here or in a process that it starts."""
    who = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    before = resource.getrusage(who)
    work()
    after = resource.getrusage(who)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def show(name, seconds, posts, patterns, of):
    figures = (name, seconds * 1e6 / posts, posts, patterns, of)
    print("  %-22s %10.1f µs a post, %d posts, %d of %d patterns" % figures, flush=True)


def loop(module, patterns, posts):
    accepted = []
    for pattern in patterns:
        try:
            accepted.append(module.compile(pattern))
        except Exception:
            pass

    def work():
        for post in posts:
            for pattern in accepted:
                for _ in pattern.finditer(post):
                    pass

    return processor_time(work), len(accepted)


def re2_set(patterns, posts):
    options = re2.Options()
    options.log_errors = False
    many = re2.Set.SearchSet(options)
    accepted = 0
    for pattern in patterns:
        try:
            many.Add(pattern)
            accepted += 1
        except Exception:
            pass
    many.Compile()
    return processor_time(lambda: [many.Match(post) for post in posts]), accepted


def yara_rules(patterns, posts):
    accepted = []
    for pattern in patterns:
        caseless = pattern.startswith("(?i)")
        body = (pattern[4:] if caseless else pattern).replace("/", "\\/").replace("(?:", "(")
        source = "rule r%d { strings: $a = /%s/%s condition: $a }" % (len(accepted), body, "i" if caseless else "")
        try:
            yara.compile(source=source)
            accepted.append(source)
        except yara.Error:
            pass
    rules = yara.compile(source="\n".join(accepted))
    return processor_time(lambda: [rules.match(data=post) for post in posts]), len(accepted)


def ripgrep(patterns, folder):
    """PCRE2 refuses one alternation of all patterns, so ripgrep reads the posts once for each part that it takes."""

    def search(part):
        given = "".join(pattern + "\n" for pattern in part).encode()
        command = ["rg", "-P", "--no-config", "-j1", "-o", "-f", "-", folder + "/posts"]
        ended = subprocess.run(command, input=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if ended.returncode != 2:
            return len(part)
        half = len(part) // 2
        return search(part[:half]) + search(part[half:]) if half else 0

    accepted = 0

    def work():
        nonlocal accepted
        accepted = sum(search(patterns[start : start + 25]) for start in range(0, len(patterns), 25))

    return processor_time(work, children=True), accepted


def main(folder, count):
    with open(folder + "/patterns", encoding="utf-8") as lines:
        patterns = lines.read().splitlines()
    with open(folder + "/posts", encoding="utf-8") as lines:
        posts = list(itertools.islice(itertools.cycle(lines.read().splitlines()), count))
    with open(folder + "/posts", "w", encoding="utf-8") as lines:
        lines.writelines(post + "\n" for post in posts)
    # A loop over all patterns costs milliseconds a post, whatever their number.
    few = posts[:LOOPED]
    print("\nother tools, the same patterns and posts")
    for name, read, measure in [
        ("RE2::Set", posts, lambda: re2_set(patterns, posts)),
        ("YARA", posts, lambda: yara_rules(patterns, posts)),
        ("ripgrep -P -f", posts, lambda: ripgrep(patterns, folder)),
        ("Python re", few, lambda: loop(re, patterns, few)),
        ("Python regex", few, lambda: loop(regex, patterns, few)),
    ]:
        seconds, accepted = measure()
        show(name, seconds, len(read), accepted, len(patterns))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
