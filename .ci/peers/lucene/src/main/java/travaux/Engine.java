package travaux;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;

/** Answers queries over an index of passages, on one thread. */
final class Engine implements Closeable {
  private static final int TOP = 10;
  private static final int VALUES = 10;
  private static final Sort NEWEST =
      new Sort(new SortField(Fields.DATE, SortField.Type.LONG, true));

  private final Directory directory;
  private final DirectoryReader reader;
  private final List<LeafReaderContext> leaves;
  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState state;
  private final Analyzer analyzer = Fields.analyzer();
  private final Queries queries = new Queries(analyzer);
  private final Snippets byWords;
  private final Snippets byMatches;

  Engine(Directory directory) throws IOException {
    this.directory = directory;
    reader = DirectoryReader.open(directory);
    leaves = reader.leaves();
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    byWords = new Snippets(searcher, analyzer, false);
    byMatches = new Snippets(searcher, analyzer, true);
    state = new DefaultSortedSetDocValuesReaderState(reader, Fields.facets());
  }

  /** The exact number of hits, the first of them, their snippets and the counts of facets. */
  record Answer(long total, List<String> top, List<String> snippets, List<FacetResult> facets) {}

  Answer answer(Search.Asked asked) throws IOException {
    Query query = queries.query(asked);
    Found found = find(asked, query);
    List<String> ids = new ArrayList<>(TOP);
    for (ScoreDoc hit : found.top.scoreDocs) {
      ids.add(id(hit.doc));
    }
    List<String> shown = asked.snippets() ? snippets(asked, query, found.top) : List.of();
    return new Answer(found.top.totalHits.value, ids, shown, found.facets);
  }

  /** Ids stand in a column: a stored one would have the text unpacked a second time. */
  private String id(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(Fields.ID);
    ids.advanceExact(document - leaf.docBase);
    return ids.binaryValue().utf8ToString();
  }

  private List<String> snippets(Search.Asked asked, Query query, TopDocs top) throws IOException {
    Snippets snippets = asked.op().equals("near") ? byMatches : byWords;
    return snippets.of(Queries.field(asked), query, top);
  }

  private record Found(TopDocs top, List<FacetResult> facets) {}

  private Found find(Search.Asked asked, Query query) throws IOException {
    boolean counted = asked.facets() != null && !asked.facets().isEmpty();
    boolean filtered = asked.filters() != null && !asked.filters().isEmpty();
    if (counted && filtered) {
      return sideways(asked, drillDown(asked, query));
    }
    if (filtered) {
      query = drillDown(asked, query);
    }
    if (!counted) {
      return new Found(searcher.search(query, top(asked)), List.of());
    }
    var both = new MultiCollectorManager(top(asked), new FacetsCollectorManager());
    Object[] results = searcher.search(query, both);
    Facets facets = new SortedSetDocValuesFacetCounts(state, (FacetsCollector) results[1]);
    return new Found((TopDocs) results[0], values(asked, facets));
  }

  /** The counts of a facet are those without its own filter. */
  private Found sideways(Search.Asked asked, DrillDownQuery query) throws IOException {
    var sideways = new DrillSideways(searcher, Fields.facets(), state);
    var result = sideways.search(query, top(asked));
    return new Found((TopDocs) result.collectorResult, values(asked, result.facets));
  }

  private static DrillDownQuery drillDown(Search.Asked asked, Query query) {
    var drillDown = new DrillDownQuery(Fields.facets(), query);
    for (Map.Entry<String, List<String>> filter : asked.filters().entrySet()) {
      for (String value : filter.getValue()) {
        drillDown.add(filter.getKey(), value);
      }
    }
    return drillDown;
  }

  /** Collects the best or newest, counting every hit. */
  private static CollectorManager<?, ? extends TopDocs> top(Search.Asked asked) {
    if ("date".equals(asked.sort())) {
      return new TopFieldCollectorManager(NEWEST, TOP, null, Integer.MAX_VALUE);
    }
    return new TopScoreDocCollectorManager(TOP, null, Integer.MAX_VALUE);
  }

  private static List<FacetResult> values(Search.Asked asked, Facets facets)
      throws IOException {
    List<FacetResult> values = new ArrayList<>();
    for (String name : asked.facets()) {
      values.add(facets.getTopChildren(VALUES, name));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
