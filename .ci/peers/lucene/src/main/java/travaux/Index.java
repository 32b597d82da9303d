package travaux;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Indexes passages, an object on each line, and prints {"seconds","bytes"}.
 *
 * <p>Arguments: the file of passages, the folder to write to, the number of threads. Each thread
 * reads, analyses and adds; merging goes on beside them and is waited for, as far as Lucene's own
 * policy wants it.
 */
public final class Index {
  private static final int BUFFER_MB = 128;
  private static final int BATCH = 200;

  /** Stored, with offsets: snippets are made sooner so than by analysing the text again. */
  private static final FieldType MARKED = new FieldType(TextField.TYPE_STORED);

  static {
    MARKED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    MARKED.freeze();
  }

  private final BufferedReader lines;
  private final IndexWriter writer;
  private final FacetsConfig facets = Fields.facets();
  private final ObjectReader json = JsonMapper.builder().build().readerFor(JsonNode.class);

  private Index(BufferedReader lines, IndexWriter writer) {
    this.lines = lines;
    this.writer = writer;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    if (args.length != 3) {
      System.err.println("usage: index PASSAGES DIR THREADS");
      System.exit(2);
    }
    long began = System.nanoTime();
    var config =
        new IndexWriterConfig(Fields.analyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(BUFFER_MB);
    long bytes = 0;
    try (var directory = new MMapDirectory(Path.of(args[1]))) {
      try (var lines = Files.newBufferedReader(Path.of(args[0]));
          var writer = new IndexWriter(directory, config)) {
        new Index(lines, writer).run(Integer.parseInt(args[2]));
        writer.commit();
      }
      bytes = size(directory);
    }
    System.out.printf(
        "{\"seconds\":%.3f,\"bytes\":%d}%n", (System.nanoTime() - began) / 1e9, bytes);
  }

  private static long size(FSDirectory directory) throws IOException {
    long bytes = 0;
    for (String name : directory.listAll()) {
      bytes += directory.fileLength(name);
    }
    return bytes;
  }

  private void run(int threads) throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(this::work));
      }
      for (Future<Void> worker : workers) {
        worker.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private Void work() throws IOException {
    for (List<String> batch = next(); !batch.isEmpty(); batch = next()) {
      for (String line : batch) {
        writer.addDocument(document(json.readValue(line)));
      }
    }
    return null;
  }

  private List<String> next() throws IOException {
    List<String> batch = new ArrayList<>(BATCH);
    synchronized (lines) {
      while (batch.size() < BATCH) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        batch.add(line);
      }
    }
    return batch;
  }

  private Document document(JsonNode passage) throws IOException {
    var document = new Document();
    String text = passage.get("text").asText();
    String id = passage.get("id").asText();
    document.add(new StringField(Fields.ID, id, Field.Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(id)));
    document.add(new Field(Fields.STEMS, text, MARKED));
    document.add(new TextField(Fields.WORDS, text, Field.Store.NO));
    document.add(new StoredField("title", passage.get("title").asText()));
    for (String name : Fields.KEYWORDS) {
      String value = passage.path(name).asText();
      if (!value.isEmpty()) {
        document.add(new SortedSetDocValuesFacetField(name, value));
      }
    }
    long day = LocalDate.parse(passage.get("date").asText()).toEpochDay();
    document.add(new NumericDocValuesField(Fields.DATE, day));
    return facets.build(document);
  }
}
