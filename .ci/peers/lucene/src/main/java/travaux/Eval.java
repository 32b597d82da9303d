package travaux;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Asks a retrieval collection's questions and prints a TREC run file.
 *
 * <p>Arguments: the collection's folder (docs.jsonl, queries.jsonl), its language, and {@code one}
 * for title and text in one field or {@code two} for a field each, whose scores are added. BM25
 * with k1 1.2 and b 0.75, the language's own analyzer, the words of a question joined by OR.
 */
public final class Eval {
  private static final int DEPTH = 1000;
  private static final TypeReference<Map<String, String>> RECORD = new TypeReference<>() {};

  private Eval() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !List.of("one", "two").contains(args[2])) {
      System.err.println("usage: eval COLLECTION LANGUAGE one|two");
      System.exit(2);
    }
    Path collection = Path.of(args[0]);
    boolean two = args[2].equals("two");
    Analyzer analyzer = analyzer(args[1]);
    IndexSearcher.setMaxClauseCount(1 << 16);
    try (Directory directory = new ByteBuffersDirectory()) {
      index(directory, analyzer, Lines.read(collection.resolve("docs.jsonl"), RECORD), two);
      ask(directory, analyzer, Lines.read(collection.resolve("queries.jsonl"), RECORD), two);
    }
  }

  private static Analyzer analyzer(String language) {
    return switch (language) {
      case "en" -> new EnglishAnalyzer();
      case "es" -> new SpanishAnalyzer();
      case "fr" -> new FrenchAnalyzer();
      case "ru" -> new RussianAnalyzer();
      case "ar" -> new ArabicAnalyzer();
      case "zh" -> new CJKAnalyzer();
      default -> throw new IllegalArgumentException("no analyzer for language " + language);
    };
  }

  private static void index(
      Directory directory, Analyzer analyzer, List<Map<String, String>> records, boolean two)
      throws IOException {
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity(1.2f, 0.75f));
    try (var writer = new IndexWriter(directory, config)) {
      for (Map<String, String> record : records) {
        String title = record.getOrDefault("title", "");
        String text = record.getOrDefault("text", "");
        var document = new Document();
        document.add(new StringField("id", record.get("id"), Field.Store.YES));
        if (two) {
          document.add(new TextField("title", title, Field.Store.NO));
          document.add(new TextField("text", text, Field.Store.NO));
        } else {
          document.add(new TextField("text", title + "\n" + text, Field.Store.NO));
        }
        writer.addDocument(document);
      }
    }
  }

  private static void ask(
      Directory directory, Analyzer analyzer, List<Map<String, String>> questions, boolean two)
      throws IOException {
    var out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
      var stored = reader.storedFields();
      for (Map<String, String> question : questions) {
        int rank = 0;
        for (ScoreDoc hit :
            searcher.search(query(analyzer, question.get("text"), two), DEPTH).scoreDocs) {
          rank++;
          out.printf(
              "%s Q0 %s %d %.6f lucene%n",
              question.get("id"), stored.document(hit.doc).get("id"), rank, hit.score);
        }
      }
    }
    out.flush();
    if (out.checkError()) {
      throw new IOException("write the run");
    }
  }

  private static Query query(Analyzer analyzer, String text, boolean two) throws IOException {
    var query = new BooleanQuery.Builder();
    for (String term : terms(analyzer, text)) {
      query.add(new TermQuery(new Term("text", term)), Occur.SHOULD);
      if (two) {
        query.add(new TermQuery(new Term("title", term)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static List<String> terms(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
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
