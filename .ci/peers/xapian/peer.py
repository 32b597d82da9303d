"""Xapian as a peer: words with their places, stems without (TermGenerator's own
way), keywords as boolean terms and as values to count.

It has no fuzzy queries (they come with version 1.5). Phrases and NEAR go by words
as written: stems have no places. One thread writes, whatever is asked for.
"""

import datetime
import os
import sys

import xapian

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import protocol  # noqa: E402

DATE = len(protocol.KEYWORDS)  # the slot of the date; keywords have those before it
BATCH = 50_000
OP = xapian.Query


def boolean(name, value):
    return f"X{name.upper()}:{value}"


def index(passages, folder, _threads):
    whole = os.path.join(folder, "whole")
    db = xapian.WritableDatabase(whole, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    for n, p in enumerate(passages, 1):
        d = xapian.Document()
        generator.set_document(d)
        generator.index_text(p["text"])
        d.set_data(p["id"] + "\n" + p["text"])
        for slot, name in enumerate(protocol.KEYWORDS):
            if value := p.get(name):
                d.add_boolean_term(boolean(name, value)[:240])
                d.add_value(slot, value)
        day = datetime.date.fromisoformat(p["date"]).toordinal()
        d.add_value(DATE, xapian.sortable_serialise(day))
        db.add_document(d)
        if n % BATCH == 0:
            db.commit()
    db.close()
    xapian.Database(whole).compact(os.path.join(folder, "compact"))
    for name in os.listdir(whole):
        os.remove(os.path.join(whole, name))


def query(stem, asked):
    words, op = asked["words"], asked["op"]
    stems = ["Z" + stem(w).decode() for w in words]
    if op == "or":
        return OP(OP.OP_OR, stems)
    if op == "phrase":
        return OP(OP.OP_PHRASE, words, len(words))
    if op == "near":
        return OP(OP.OP_NEAR, words, asked["within"] + 1)
    if op == "prefix":
        return OP(OP.OP_WILDCARD, words[0], 0, OP.WILDCARD_LIMIT_ERROR, OP.OP_OR)
    if op == "fuzzy":
        raise protocol.Cannot("Xapian 1.4 has no fuzzy queries")
    return OP(OP.OP_AND, stems)


def open_index(folder):
    db = xapian.Database(os.path.join(folder, "compact"))
    stemmer = xapian.Stem("en")
    return lambda asked: answer(db, stemmer, asked)


def chosen(asked, but=None):
    filters = asked.get("filters") or {}
    return [
        OP(OP.OP_OR, [boolean(name, v) for v in values])
        for name, values in filters.items()
        if name != but
    ]


def narrowed(text, filters):
    return OP(OP.OP_FILTER, text, OP(OP.OP_AND, filters)) if filters else text


def answer(db, stemmer, asked):
    text = query(stemmer, asked)
    filters = asked.get("filters") or {}
    enquire = xapian.Enquire(db)
    enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0))
    enquire.set_query(narrowed(text, chosen(asked)))
    if asked.get("sort"):
        enquire.set_sort_by_value_then_relevance(DATE, True)
    spies = [count(enquire, name) for name in asked.get("facets") or [] if name not in filters]
    hits = enquire.get_mset(0, protocol.TOP, db.get_doccount())
    top = []
    for hit in hits:
        name, body = hit.document.get_data().decode().split("\n", 1)
        top.append(name)
        if asked["snippets"]:
            hits.snippet(body, 250, stemmer)
    for name in filters:  # a facet's own choice does not narrow its counts
        other = xapian.Enquire(db)
        other.set_query(narrowed(text, chosen(asked, but=name)))
        other.set_weighting_scheme(xapian.BoolWeight())
        spies.append(count(other, name))
        other.get_mset(0, 0, db.get_doccount())
    for spy in spies:
        list(spy.top_values(protocol.VALUES))
    return hits.get_matches_estimated(), top


def count(enquire, name):
    spy = xapian.ValueCountMatchSpy(protocol.KEYWORDS.index(name))
    enquire.add_matchspy(spy)
    return spy


protocol.main(index, open_index)
