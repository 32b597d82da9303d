package travaux;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.facet.FacetsConfig;

/** What an index of passages holds, alike for the programs that write and ask it. */
final class Fields {
  static final String ID = "id";

  /** The text, stemmed; it is stored under this name. */
  static final String STEMS = "t";

  /** The text as it is written, in lower case. */
  static final String WORDS = "x";

  /** The day, as a number that sorts. */
  static final String DATE = "date";

  static final List<String> KEYWORDS =
      List.of("symbol", "meeting", "body", "type", "lang", "year", "kind");

  private Fields() {}

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), Map.of(WORDS, new Words()));
  }

  static FacetsConfig facets() {
    return new FacetsConfig();
  }

  /** Standard words in lower case. */
  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }
}
