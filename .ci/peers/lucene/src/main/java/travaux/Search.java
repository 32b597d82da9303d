package travaux;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.MMapDirectory;

/**
 * Answers queries, an object on each line, one after the other on one thread, and prints
 * {"id","ms","total","top"} for each.
 *
 * <p>Arguments: the index, the file of queries, and a file of other queries to warm up with.
 */
public final class Search {
  /** One round leaves much of the code to be compiled while it is measured. */
  private static final int WARMING_ROUNDS = 10;

  private Search() {}

  /** One line of a file of queries. */
  record Asked(
      String id,
      @JsonProperty("class") String kind,
      String op,
      List<String> words,
      int within,
      Map<String, List<String>> filters,
      List<String> facets,
      String sort,
      boolean snippets) {}

  /** One line of the answers. */
  record Answered(String id, double ms, long total, List<String> top) {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: query DIR QUERIES WARMING");
      System.exit(2);
    }
    var asked = new TypeReference<Asked>() {};
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    ObjectWriter json = JsonMapper.builder().build().writerFor(Answered.class);
    try (var engine = new Engine(new MMapDirectory(Path.of(args[0])))) {
      for (int round = 0; round < WARMING_ROUNDS; round++) {
        for (Asked query : Lines.read(Path.of(args[2]), asked)) {
          engine.answer(query);
        }
      }
      for (Asked query : Lines.read(Path.of(args[1]), asked)) {
        long began = System.nanoTime();
        Engine.Answer answer = engine.answer(query);
        double ms = (System.nanoTime() - began) / 1e6;
        out.println(
            json.writeValueAsString(
                new Answered(query.id(), ms, answer.total(), answer.top())));
      }
    }
    out.flush();
    if (out.checkError()) {
      throw new IOException("write the answers");
    }
  }
}
