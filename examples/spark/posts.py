"""Writes made-up posts as drafts in JSON Lines: mostly ordinary police work, some of it risky, some lines broken."""

import json
import random
import sys

PLACES = ["Northmarch", "Eastwick", "Mill Lane", "the A34", "Harbour Street", "Elm Park", "Station Road"]
ORDINARY = [
    "Officers are at a collision on {place}. Please avoid the area.",
    "Have you seen {name}, last seen near {place}? Call 101 with any information.",
    "A man has been charged after a burglary at {place}. He will appear before magistrates tomorrow.",
    "Our team is at {place} until 4pm for a surgery. Come and say hello.",
    "Road closed: {place} in both directions while we recover a vehicle. Thank you for your patience.",
    "Thank you to everybody who shared our appeal. {name} has been found.",
    "Bikes are being marked free of charge at {place} this Saturday.",
]
RISKY = [
    "Kicking down doors is one of our favourite things to do! {place} #knockknock",
    "Guilty man in custody after the burglary at {place}. Enjoy your cell.",
    "Vote for change on Thursday, we all know who has failed {place}.",
    "Another muppet who cannot park at {place}. Idiot of the day!",
    "Ring the victim on 07700 900123 if you want to help her.",
]
NAMES = ["Alex", "Sam", "Jo", "Robin", "Kim", "Lee"]


def post(chance, number):
    """One line; the same seed gives the same lines."""
    if chance.random() < 0.001:
        return '{"id": "p%d", "text": "cut o' % number
    kind = RISKY if chance.random() < 0.02 else ORDINARY
    text = chance.choice(kind).format(place=chance.choice(PLACES), name=chance.choice(NAMES))
    draft = {"id": "p%d" % number, "account": "NorthmarchPolice", "text": "%s Ref %d." % (text, number % 997)}
    return json.dumps(draft, ensure_ascii=False)


def main(folder, count, files):
    """Writes `count` posts to `files` files of a folder."""
    chance = random.Random(20_260_101)
    each = -(-count // files)
    for file in range(files):
        with open("%s/posts-%02d.jsonl" % (folder, file), "w", encoding="utf-8") as out:
            for number in range(file * each, min(count, (file + 1) * each)):
                out.write(post(chance, number) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), 8)
