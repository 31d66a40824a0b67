package io.paceline.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** A riders' file as the rows that the browser edits, and back. */
final class RidersCsv {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .build();

    private RidersCsv() {}

    /** One object a rider, with the columns of the file as its keys. */
    static ArrayNode rows(String csv) throws IOException {
        ArrayNode riders = JsonNodeFactory.instance.arrayNode();
        try (MappingIterator<JsonNode> rows = CSV.readerFor(JsonNode.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            rows.forEachRemaining(riders::add);
        }
        return riders;
    }

    /** The file; a column for each key that any rider has. */
    static String text(ArrayNode riders) throws JsonProcessingException {
        Set<String> columns = new LinkedHashSet<>();
        riders.forEach(rider -> rider.fieldNames().forEachRemaining(columns::add));
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        return CSV.writer(schema.build()).writeValueAsString(riders);
    }
}
