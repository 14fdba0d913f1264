import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.update.UpdateAction;

/**
 * Apache Jena's TDB2 behind the SPARQL 1.1 Protocol (/query, /update) and the Graph Store Protocol (/data), for tests:
 * Debian has Jena's libraries and not its server. It listens on the loopback alone, at a free port, which it prints.
 */
public class Tdb2Server {
  private static Dataset dataset;

  public static void main(String[] args) throws IOException {
    dataset = args.length > 0 ? TDB2Factory.connectDataset(args[0]) : TDB2Factory.createDataset();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/query", exchange -> answer(exchange, Tdb2Server::query));
    server.createContext("/update", exchange -> answer(exchange, Tdb2Server::update));
    server.createContext("/data", exchange -> answer(exchange, Tdb2Server::graph));
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private interface Handler {
    void handle(HttpExchange exchange, String body) throws IOException;
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    String body;
    try (InputStream in = exchange.getRequestBody()) {
      body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try {
      handler.handle(exchange, body);
    } catch (QueryParseException | RiotException error) {
      send(exchange, 400, "text/plain", error.getMessage());
    } catch (RuntimeException error) {
      send(exchange, 500, "text/plain", String.valueOf(error));
    } finally {
      exchange.close();
    }
  }

  private static void query(HttpExchange exchange, String body) throws IOException {
    Query query = QueryFactory.create(form(exchange, body).getOrDefault("query", ""));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    dataset.begin(ReadWrite.READ);
    try (QueryExecution run = QueryExecutionFactory.create(query, dataset)) {
      if (query.isSelectType()) ResultSetFormatter.outputAsJSON(out, run.execSelect());
      else if (query.isAskType()) ResultSetFormatter.outputAsJSON(out, run.execAsk());
      else RDFDataMgr.write(out, query.isConstructType() ? run.execConstruct() : run.execDescribe(), Lang.NTRIPLES);
    } finally {
      dataset.end();
    }
    boolean rows = query.isSelectType() || query.isAskType();
    send(exchange, 200, rows ? "application/sparql-results+json" : "application/n-triples", out.toString(StandardCharsets.UTF_8));
  }

  private static void update(HttpExchange exchange, String body) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, 405, "text/plain", "POST only");
      return;
    }
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    String text = type.startsWith("application/sparql-update") ? body : form(exchange, body).getOrDefault("update", "");
    write(() -> UpdateAction.parseExecute(text, dataset));
    send(exchange, 204, null, "");
  }

  private static void graph(HttpExchange exchange, String body) throws IOException {
    String name = form(exchange, "").get("graph");
    if (name == null) {
      send(exchange, 400, "text/plain", "name a graph");
      return;
    }
    boolean[] there = {false};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    dataset.begin(ReadWrite.READ);
    try {
      there[0] = dataset.containsNamedModel(name);
      if (exchange.getRequestMethod().equals("GET")) RDFDataMgr.write(out, dataset.getNamedModel(name), Lang.NTRIPLES);
    } finally {
      dataset.end();
    }
    switch (exchange.getRequestMethod()) {
      case "PUT", "POST" -> {
        boolean clear = exchange.getRequestMethod().equals("PUT");
        write(() -> {
          if (clear) dataset.removeNamedModel(name);
          Model model = dataset.getNamedModel(name);
          RDFDataMgr.read(model, new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Lang.NTRIPLES);
        });
        send(exchange, there[0] ? 204 : 201, null, "");
      }
      case "DELETE" -> {
        write(() -> dataset.removeNamedModel(name));
        send(exchange, there[0] ? 204 : 404, null, "");
      }
      case "GET" -> send(exchange, there[0] ? 200 : 404, "application/n-triples", out.toString(StandardCharsets.UTF_8));
      default -> send(exchange, 405, null, "");
    }
  }

  private static void write(Runnable change) {
    dataset.begin(ReadWrite.WRITE);
    try {
      change.run();
      dataset.commit();
    } finally {
      dataset.end();
    }
  }

  private static Map<String, String> form(HttpExchange exchange, String body) {
    Map<String, String> fields = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : ((query == null ? "" : query) + "&" + body).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (type != null) exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }
}
