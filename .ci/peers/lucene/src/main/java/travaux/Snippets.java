package travaux;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Cuts and marks the texts of hits. Both fields are of one text, which is stored once. */
final class Snippets extends UnifiedHighlighter {
  private static final int SENTENCES = 2;

  /** Marks by matches are exact for NEAR too; those by words and phrases are sooner. */
  Snippets(IndexSearcher searcher, Analyzer analyzer, boolean byMatches) {
    super(
        UnifiedHighlighter.builder(searcher, analyzer)
            .withWeightMatches(byMatches)
            .withPassageRelevancyOverSpeed(byMatches));
  }

  /** The best sentences of each hit, with what a query finds in a field marked. */
  List<String> of(String field, Query query, TopDocs top) throws IOException {
    return Arrays.asList(highlight(field, query, top, SENTENCES));
  }

  @Override
  protected List<CharSequence[]> loadFieldValues(
      String[] fields, DocIdSetIterator documents, int cacheCharacters) throws IOException {
    return super.loadFieldValues(new String[] {Fields.STEMS}, documents, cacheCharacters);
  }
}
