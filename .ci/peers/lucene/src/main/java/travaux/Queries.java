package travaux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes Lucene's queries of those asked. */
final class Queries {
  private static final int EDITS = 1;

  private final Analyzer analyzer;

  Queries(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** The field that a query looks in: words as they are written for a prefix and tolerance. */
  static String field(Search.Asked asked) {
    return switch (asked.op()) {
      case "prefix", "fuzzy" -> Fields.WORDS;
      default -> Fields.STEMS;
    };
  }

  Query query(Search.Asked asked) throws IOException {
    String field = field(asked);
    List<Term> terms = new ArrayList<>();
    for (String word : asked.words()) {
      for (String term : analyze(field, word)) {
        terms.add(new Term(field, term));
      }
    }
    return switch (asked.op()) {
      case "term" -> new TermQuery(terms.get(0));
      case "and" -> join(terms, Occur.MUST);
      case "or" -> join(terms, Occur.SHOULD);
      case "phrase" -> phrase(terms);
      case "near" -> near(terms, asked.within());
      case "prefix" -> new PrefixQuery(terms.get(0));
      case "fuzzy" -> new FuzzyQuery(terms.get(0), EDITS);
      default -> throw new IllegalArgumentException("query " + asked.id() + ": no operation " + asked.op());
    };
  }

  private static Query join(List<Term> terms, Occur occur) {
    var query = new BooleanQuery.Builder();
    for (Term term : terms) {
      query.add(new TermQuery(term), occur);
    }
    return query.build();
  }

  private static Query phrase(List<Term> terms) {
    var query = new PhraseQuery.Builder();
    terms.forEach(query::add);
    return query.build();
  }

  /** In either order, each word at most so many from the other. */
  private static Query near(List<Term> terms, int within) {
    IntervalsSource[] words =
        terms.stream().map(term -> Intervals.term(term.text())).toArray(IntervalsSource[]::new);
    return new IntervalQuery(
        Fields.STEMS, Intervals.maxgaps(within - 1, Intervals.unordered(words)));
  }

  private List<String> analyze(String field, String word) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, word)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
