"""rdflib_process.py FILE.nq: rdflib answers questions about a file of N-Quads, each a line of JSON, with a line of JSON."""

import json
import sys
import time

import rdflib


def term(node):
    if isinstance(node, rdflib.URIRef):
        return {"type": "uri", "value": str(node)}
    if isinstance(node, rdflib.BNode):
        return {"type": "bnode", "value": str(node)}
    found = {"type": "literal", "value": str(node)}
    if node.language:
        found["xml:lang"] = node.language
    elif node.datatype:
        found["datatype"] = str(node.datatype)
    return found


def rows_of(result):
    if result.type == "ASK":
        return [{"": {"type": "literal", "value": str(result.askAnswer).lower()}}]
    if result.type == "SELECT":
        return [{str(name): term(value) for name, value in row.asdict().items()} for row in result]
    return [{"s": term(s), "p": term(p), "o": term(o)} for s, p, o in set(result.graph)]


def say(line):
    print(json.dumps(line), flush=True)


dataset = rdflib.Dataset(default_union=False)
# This version reads the triples of the default graph into one that is named by where they came from.
unnamed = "urn:stemma:unnamed"
dataset.parse(sys.argv[1], format="nquads", publicID=unnamed)
for triple in dataset.get_context(unnamed):
    dataset.default_context.add(triple)
dataset.remove_graph(unnamed)
say({"version": rdflib.__version__})
for line in sys.stdin:
    try:
        started = time.perf_counter()
        rows = rows_of(dataset.query(json.loads(line)["sparql"]))
        say({"ms": (time.perf_counter() - started) * 1000, "rows": rows})
    except Exception as error:
        say({"error": f"{type(error).__name__}: {error}"})
