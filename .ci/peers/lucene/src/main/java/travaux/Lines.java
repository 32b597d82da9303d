package travaux;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files with a JSON object on each line. */
final class Lines {
  private Lines() {}

  /** Reads a whole file into values of a type. */
  static <T> List<T> read(Path file, TypeReference<T> type) throws IOException {
    ObjectReader reader = JsonMapper.builder().build().readerFor(type);
    List<T> values = new ArrayList<>();
    try (var lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (!line.isBlank()) {
          values.add(reader.readValue(line));
        }
      }
    }
    return values;
  }
}
