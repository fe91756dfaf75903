"""Compares the result lines of a cluster with those of one machine, and the counts of both with the input."""

import glob
import hashlib
import json
import re
import sys

PLACE = re.compile(r'"i":\d+,|"file":"[^"]*","record":\d+,"line":\d+,')


def read(files):
    """The digest of each record without its place, how often each occurs, and the sums of all last lines."""
    digests = {}
    sums = {}
    ends = 0
    for file in files:
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                if line.startswith('{"type":"end"'):
                    ends += 1
                    end = json.loads(line)
                    counts = {"read": end["read"], "checked": end["checked"], "failed": end["failed"]}
                    counts.update({"verdict " + name: count for name, count in end["verdicts"].items()})
                    counts.update({"rule " + name: count for name, count in end["rules"].items()})
                    for name, count in counts.items():
                        sums[name] = sums.get(name, 0) + count
                else:
                    digest = hashlib.sha256(PLACE.sub("", line, count=2).encode()).digest()
                    digests[digest] = digests.get(digest, 0) + 1
    return digests, sums, ends


def main(single, folder, count):
    """Ends with words when anything differs."""
    one, one_sums, _ = read([single])
    many, many_sums, ends = read(glob.glob(folder + "/part-*"))
    if one_sums["read"] != count:
        sys.exit("one machine read %d of %d posts" % (one_sums["read"], count))
    if many_sums["read"] != count:
        sys.exit("the cluster read %d of %d posts" % (many_sums["read"], count))
    if one_sums != many_sums:
        sys.exit("the counts differ: %s and %s" % (one_sums, many_sums))
    if one != many:
        sys.exit("%d records differ" % len(set(one.items()) ^ set(many.items())))
    print("%d records of %d processes are those of one machine; %d failed to be read in both" % (
        count, ends, one_sums["failed"]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
