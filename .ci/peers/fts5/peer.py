"""SQLite's FTS5 as a peer: one table of passages with an index on each keyword,
and two full-text tables on it, stemmed (porter) and as written.

It has no fuzzy queries. One thread writes, whatever is asked for.
"""

import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import protocol  # noqa: E402

NAME = "index.db"
BATCH = 5000


def index(passages, folder, _threads):
    db = sqlite3.connect(os.path.join(folder, NAME))
    db.execute("pragma journal_mode = off")
    db.execute("pragma synchronous = off")
    columns = ", ".join(protocol.KEYWORDS)
    db.execute(f"create table passages (number integer primary key, id, title, text, date, {columns})")
    for table, tokens in (("stems", "porter unicode61"), ("words", "unicode61")):
        db.execute(
            f"create virtual table {table} using fts5(text, content='passages', content_rowid='number', tokenize='{tokens}')"
        )
    names = ("id", "title", "text", "date", *protocol.KEYWORDS)
    insert = f"insert into passages ({', '.join(names)}) values ({', '.join('?' * len(names))})"
    batch = []
    for p in passages:
        batch.append([p.get(name, "") for name in names])
        if len(batch) == BATCH:
            db.executemany(insert, batch)
            batch.clear()
    db.executemany(insert, batch)
    for table in ("stems", "words"):
        db.execute(f"insert into {table}({table}) values ('rebuild')")
        db.execute(f"insert into {table}({table}) values ('optimize')")
    for name in protocol.KEYWORDS:
        db.execute(f"create index of_{name} on passages ({name})")
    db.commit()
    db.close()


def match(asked):
    words = ['"' + w + '"' for w in asked["words"]]
    op = asked["op"]
    if op == "or":
        return " OR ".join(words)
    if op == "phrase":
        return '"' + " ".join(asked["words"]) + '"'
    if op == "near":
        return f"NEAR({' '.join(words)}, {asked['within'] - 1})"
    if op == "prefix":
        return words[0] + " *"
    if op == "fuzzy":
        raise protocol.Cannot("FTS5 has no fuzzy queries")
    return " AND ".join(words)


def open_index(folder):
    db = sqlite3.connect(os.path.join(folder, NAME))
    db.execute("pragma cache_size = -1000000")
    db.execute("pragma mmap_size = 8000000000")
    return lambda asked: answer(db, asked)


def answer(db, asked):
    query = match(asked)
    table = "words" if asked["op"] == "prefix" else "stems"
    if asked.get("facets"):
        return with_facets(db, table, query, asked)
    total = db.execute(f"select count(*) from {table} where {table} match ?", (query,)).fetchone()[0]
    order = "date desc, number" if asked.get("sort") else "rank"
    source = f"{table} join passages on number = {table}.rowid" if asked.get("sort") else table
    rows = db.execute(
        f"select {table}.rowid from {source} where {table} match ? order by {order} limit {protocol.TOP}", (query,)
    ).fetchall()
    numbers = [r[0] for r in rows]
    marks = ",".join("?" * len(numbers))
    ids = dict(db.execute(f"select number, id from passages where number in ({marks})", numbers))
    if asked["snippets"]:
        db.execute(
            f"select snippet({table}, 0, '<b>', '</b>', '…', 40) from {table} where {table} match ? and rowid in ({marks})",
            (query, *numbers),
        ).fetchall()
    return total, [ids[n] for n in numbers]


def with_facets(db, table, query, asked):
    """The hits go into a table of their own; each facet is counted with the
    filters of all others."""
    filters, facets = asked.get("filters") or {}, asked["facets"]
    columns = ", ".join(sorted(set(facets) | set(filters)))
    db.execute("drop table if exists temp.hits")
    db.execute(
        f"create temp table hits as select number, id, rank as score, {columns} "
        f"from {table} join passages on number = {table}.rowid where {table} match ?",
        (query,),
    )

    def where(but=None):
        parts, values = ["1"], []
        for name, chosen in filters.items():
            if name != but:
                parts.append(f"{name} in ({','.join('?' * len(chosen))})")
                values += chosen
        return " and ".join(parts), values

    for name in facets:
        condition, values = where(but=name)
        db.execute(
            f"select {name}, count(*) n from hits where {name} <> '' and {condition} "
            f"group by 1 order by n desc limit {protocol.VALUES}",
            values,
        ).fetchall()
    condition, values = where()
    total = db.execute(f"select count(*) from hits where {condition}", values).fetchone()[0]
    rows = db.execute(f"select id from hits where {condition} order by score limit {protocol.TOP}", values)
    return total, [r[0] for r in rows]


protocol.main(index, open_index)
