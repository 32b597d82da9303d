"""tantivy as a peer, by its Python wheel: stems and words with their places,
keywords to count, the date to sort by.

NEAR is a phrase with slop in either order. A facet is counted by an aggregation,
which is a search of its own beside that for the first ten; the wheel cannot do
both in one pass.
"""

import datetime
import os
import sys

import tantivy

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import protocol  # noqa: E402

Q, Occur = tantivy.Query, tantivy.Occur
HEAP = 128 << 20  # bytes for each thread that writes
SNIPPET = 250  # letters


def schema():
    s = tantivy.SchemaBuilder()
    s.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    s.add_text_field("text", stored=True, tokenizer_name="en_stem", index_option="position")
    s.add_text_field("words", tokenizer_name="default", index_option="position")
    for name in protocol.KEYWORDS:
        s.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    s.add_date_field("date", fast=True, indexed=True)
    return s.build()


def index(passages, folder, threads):
    made = tantivy.Index(schema(), path=folder)
    writer = made.writer(HEAP * threads, threads)
    for p in passages:
        d = tantivy.Document(id=p["id"], text=p["text"], words=p["text"])
        for name in protocol.KEYWORDS:
            if value := p.get(name):
                d.add_text(name, value)
        d.add_date("date", datetime.datetime.fromisoformat(p["date"]))
        writer.add_document(d)
    writer.commit()
    writer.wait_merging_threads()


def open_index(folder):
    made = tantivy.Index.open(folder)
    made.reload()
    searcher = made.searcher()
    stem = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    stem = stem.filter(tantivy.Filter.stemmer("english")).build()
    return lambda asked: answer(searcher, made.schema, stem, asked)


def query(of, stem, asked):
    words, op = asked["words"], asked["op"]
    stems = [stem.analyze(w)[0] for w in words]

    def term(s):
        return Q.term_query(of, "text", s, "freq")

    if op == "term":
        return term(stems[0])
    if op in ("and", "or"):
        how = Occur.Must if op == "and" else Occur.Should
        return Q.boolean_query([(how, term(s)) for s in stems])
    if op == "phrase":
        return Q.phrase_query(of, "text", stems)
    if op == "near":
        slop = asked["within"] - 1
        both = [Q.phrase_query(of, "text", s, slop) for s in (stems, stems[::-1])]
        return Q.boolean_query([(Occur.Should, b) for b in both])
    if op == "prefix":
        return Q.regex_query(of, "words", words[0] + ".*")
    return Q.fuzzy_term_query(of, "words", words[0], 1, True, False)


def narrowed(of, text, filters, but=None):
    parts = [(Occur.Must, text)]
    for name, values in filters.items():
        if name != but:
            parts.append((Occur.Must, Q.const_score_query(Q.term_set_query(of, name, values), 0.0)))
    return Q.boolean_query(parts) if len(parts) > 1 else text


def answer(searcher, of, stem, asked):
    text = query(of, stem, asked)
    filters, facets = asked.get("filters") or {}, asked.get("facets") or []
    whole = narrowed(of, text, filters)
    if asked.get("sort"):
        found = searcher.search(whole, protocol.TOP, True, "date")
    else:
        found = searcher.search(whole, protocol.TOP, True)
    documents = [searcher.doc(address) for _, address in found.hits]
    if asked["snippets"]:
        field = "words" if asked["op"] in ("prefix", "fuzzy") else "text"
        if field == "text":  # snippets are of stored fields
            generator = tantivy.SnippetGenerator.create(searcher, text, of, field)
            generator.set_max_num_chars(SNIPPET)
            for d in documents:
                generator.snippet_from_doc(d).to_html()
    rest = [name for name in facets if name not in filters]
    if rest:
        searcher.aggregate(whole, {name: counted(name) for name in rest})
    for name in filters:  # a facet's own choice does not narrow its counts
        if name in facets:
            searcher.aggregate(narrowed(of, text, filters, but=name), {name: counted(name)})
    return found.count, [d["id"][0] for d in documents]


def counted(name):
    return {"terms": {"field": name, "size": protocol.VALUES}}


protocol.main(index, open_index)
