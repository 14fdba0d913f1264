import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.Jena;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.tdb2.TDB2Factory;

/**
 * Answers questions, each a line of JSON, as bench/peers/process.ts asks them. `Tdb2 FOLDER SECONDS`: about a TDB2 database, with the number of rows
 * and a digest. `Tdb2 FILE SECONDS rows`: about a file in memory (TDB2 cuts integers of more than 56 bits), with the rows in SPARQL's JSON.
 */
public class Tdb2 {
    public static void main(String[] args) throws Exception {
        boolean rows = args.length > 2;
        Dataset dataset = rows ? RDFDataMgr.loadDataset(args[0]) : TDB2Factory.connectDataset(args[0]);
        long limit = Long.parseLong(args[1]);
        JsonObject about = new JsonObject();
        about.put("version", Jena.VERSION);
        say(about);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            JsonObject reply = new JsonObject();
            try {
                String sparql = JSON.parse(line).get("sparql").getAsString().value();
                dataset.begin(ReadWrite.READ);
                try (QueryExecution execution = QueryExecution.dataset(dataset).query(sparql).timeout(limit, TimeUnit.SECONDS).build()) {
                    if (rows) whole(execution, reply);
                    else answer(execution, reply);
                } finally {
                    dataset.end();
                }
            } catch (QueryCancelledException late) {
                reply.put("late", true);
            } catch (Exception error) {
                reply.put("error", String.valueOf(error.getMessage()));
            }
            say(reply);
        }
    }

    private static void answer(QueryExecution execution, JsonObject reply) {
        List<QuerySolution> rows = new ArrayList<>();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long computed = process.getProcessCpuTime();
        long started = System.nanoTime();
        ResultSet results = execution.execSelect();
        while (results.hasNext()) {
            QuerySolution row = results.next();
            // Values are looked up when they are first read.
            row.varNames().forEachRemaining(name -> row.get(name).asNode().toString());
            rows.add(row);
        }
        reply.put("ms", JsonNumber.value((System.nanoTime() - started) / 1e6));
        reply.put("cpu", JsonNumber.value((process.getProcessCpuTime() - computed) / 1e6));
        long digest = 0;
        for (QuerySolution row : rows) digest += hash(text(row));
        reply.put("rows", rows.size());
        reply.put("digest", digest);
    }

    /** All rows; of triples, their three terms; of a yes or no, one. */
    private static void whole(QueryExecution execution, JsonObject reply) {
        long started = System.nanoTime();
        Query query = execution.getQuery();
        if (query.isAskType()) {
            JsonObject row = new JsonObject();
            row.put("", term("literal", String.valueOf(execution.execAsk())));
            reply.put("rows", JSON.parse("{\"rows\":[" + JSON.toStringFlat(row) + "]}").get("rows"));
        } else {
            ResultSet results = query.isSelectType() ? execution.execSelect() : triples(execution.execConstruct());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsJSON(bytes, results);
            reply.put("rows", JSON.parse(bytes.toString(StandardCharsets.UTF_8)).get("results").getAsObject().get("bindings"));
        }
        reply.put("ms", JsonNumber.value((System.nanoTime() - started) / 1e6));
    }

    private static ResultSet triples(Model model) {
        return QueryExecutionFactory.create("SELECT ?s ?p ?o { ?s ?p ?o }", model).execSelect();
    }

    private static JsonObject term(String type, String value) {
        JsonObject term = new JsonObject();
        term.put("type", type);
        term.put("value", value);
        return term;
    }

    /** A row as bench/peers/rows.ts has it. */
    private static String text(QuerySolution row) {
        List<String> cells = new ArrayList<>();
        row.varNames().forEachRemaining(name -> {
            RDFNode node = row.get(name);
            String language = node.isLiteral() ? node.asLiteral().getLanguage() : "";
            String value = node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
            cells.add(name + "=" + value + (language.isEmpty() ? "" : "@" + language));
        });
        return cells.stream().sorted().collect(Collectors.joining("\t"));
    }

    /** FNV-1a with 32 bits over UTF-8. */
    private static long hash(String text) {
        int sum = 0x811c9dc5;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) sum = (sum ^ (octet & 0xff)) * 0x01000193;
        return Integer.toUnsignedLong(sum);
    }

    private static void say(JsonObject line) {
        System.out.println(JSON.toStringFlat(line));
        System.out.flush();
    }
}
