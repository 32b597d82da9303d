"""The part that the peers written in Python share: see docs/performance.md.

A peer gives main() a function index(passages, folder, threads), which ends when
the index can be asked, and a function open(folder), which gives a function that
answers a query with (total, ids of the first ten) or raises Cannot.
"""

import json
import os
import sys
import time

KEYWORDS = ("symbol", "meeting", "body", "type", "lang", "year", "kind")
TOP = 10
VALUES = 10  # values given of each facet


class Cannot(Exception):
    """The engine has no way to answer a query of this class."""


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def size(folder):
    return sum(
        os.path.getsize(os.path.join(at, name))
        for at, _, names in os.walk(folder)
        for name in names
    )


def main(index, open_index):
    program, arguments = sys.argv[1], sys.argv[2:]
    if program == "index":
        passages, folder, threads = arguments
        os.makedirs(folder, exist_ok=True)
        began = time.perf_counter()
        index(lines(passages), folder, int(threads))
        seconds = time.perf_counter() - began
        print(json.dumps({"seconds": seconds, "bytes": size(folder)}))
    elif program == "query":
        folder, queries, warming = arguments
        answer = open_index(folder)
        for asked in lines(warming):
            reply(answer, asked)
        for asked in lines(queries):
            print(json.dumps(reply(answer, asked)))
    else:
        sys.exit(program + ": expected index or query")


def reply(answer, asked):
    began = time.perf_counter()
    try:
        total, top = answer(asked)
    except Cannot as why:
        return {"id": asked["id"], "ms": 0, "total": 0, "top": [], "error": str(why)}
    ms = (time.perf_counter() - began) * 1000
    return {"id": asked["id"], "ms": ms, "total": total, "top": top}
