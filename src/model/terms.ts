// Generated from ontology/stemma.ttl by `npm run generate`; edit that file instead.

/** The prefixes of the ontology, and their namespaces. */
export const prefixes = {
  "st": "https://w3id.org/stemma#",
  "shape": "https://w3id.org/stemma/shape#",
  "bibo": "http://purl.org/ontology/bibo/",
  "dc": "http://purl.org/dc/elements/1.1/",
  "dcat": "http://www.w3.org/ns/dcat#",
  "dct": "http://purl.org/dc/terms/",
  "fair4ml": "https://w3id.org/fair4ml#",
  "foaf": "http://xmlns.com/foaf/0.1/",
  "it6": "http://data.europa.eu/it6/",
  "mls": "http://www.w3.org/ns/mls#",
  "owl": "http://www.w3.org/2002/07/owl#",
  "prov": "http://www.w3.org/ns/prov#",
  "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
  "schema": "https://schema.org/",
  "sh": "http://www.w3.org/ns/shacl#",
  "skos": "http://www.w3.org/2004/02/skos/core#",
  "vann": "http://purl.org/vocab/vann/",
  "xsd": "http://www.w3.org/2001/XMLSchema#"
} as const

/** The classes, each with its properties by key in reading order, and for a class with identity its key. */
export const classes = {
  "Model": {
    "iri": "https://w3id.org/stemma#Model",
    "label": {
      "en": "model",
      "zh": "模型"
    },
    "comment": "A trained language model, one of its released sizes, or the family that sizes belong to.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "created": {
        "path": "http://purl.org/dc/terms/created",
        "kind": "day",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "license": {
        "path": "http://purl.org/dc/terms/license",
        "kind": "reference",
        "classes": [
          "License"
        ],
        "exclusive": true,
        "required": false,
        "many": true
      },
      "access": {
        "path": "https://w3id.org/stemma#access",
        "kind": "choice",
        "in": [
          "open",
          "gated",
          "api",
          "withheld"
        ],
        "required": false,
        "many": false
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "codeRepository": {
        "path": "https://w3id.org/stemma#codeRepository",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "hubId": {
        "path": "https://w3id.org/stemma#hubId",
        "kind": "string",
        "pattern": "^\\w[\\w.-]*/\\w[\\w.-]*$",
        "message": "A hub id is OWNER/NAME.",
        "required": false,
        "many": true
      },
      "revision": {
        "path": "https://w3id.org/stemma#revision",
        "kind": "string",
        "pattern": "^[0-9a-f]{7,64}$",
        "message": "A revision is a commit, in hexadecimal.",
        "required": false,
        "many": true
      },
      "weightsDigest": {
        "path": "https://w3id.org/stemma#weightsDigest",
        "kind": "string",
        "pattern": "^[a-z0-9-]+:[0-9a-f]{32,128}$",
        "message": "A digest looks like sha256: and hexadecimal digits.",
        "required": false,
        "many": true
      },
      "dependsOn": {
        "path": "https://w3id.org/stemma#dependsOn",
        "kind": "reference",
        "classes": [
          "Model",
          "Dataset",
          "Software",
          "Hardware",
          "Application",
          "Mention"
        ],
        "required": false,
        "many": true
      },
      "variantOf": {
        "path": "https://w3id.org/stemma#variantOf",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "flagship": {
        "path": "https://w3id.org/stemma#flagship",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": false
      },
      "derivedFrom": {
        "path": "https://w3id.org/stemma#derivedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "fineTunedFrom": {
        "path": "https://w3id.org/stemma#fineTunedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "adaptedFrom": {
        "path": "https://w3id.org/stemma#adaptedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "quantizedFrom": {
        "path": "https://w3id.org/stemma#quantizedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "mergedFrom": {
        "path": "https://w3id.org/stemma#mergedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "distilledFrom": {
        "path": "https://w3id.org/stemma#distilledFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "promptedFrom": {
        "path": "https://w3id.org/stemma#promptedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "continuedFrom": {
        "path": "https://w3id.org/stemma#continuedFrom",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "succeeds": {
        "path": "https://w3id.org/stemma#succeeds",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "inspiredBy": {
        "path": "https://w3id.org/stemma#inspiredBy",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "trainedOn": {
        "path": "https://w3id.org/stemma#trainedOn",
        "kind": "reference",
        "classes": [
          "Dataset"
        ],
        "required": false,
        "many": true
      },
      "ranOn": {
        "path": "https://w3id.org/stemma#ranOn",
        "kind": "reference",
        "classes": [
          "Hardware"
        ],
        "required": false,
        "many": true
      },
      "trainedWith": {
        "path": "https://w3id.org/stemma#trainedWith",
        "kind": "reference",
        "classes": [
          "Software"
        ],
        "required": false,
        "many": true
      },
      "usesTool": {
        "path": "https://w3id.org/stemma#usesTool",
        "kind": "reference",
        "classes": [
          "Software"
        ],
        "required": false,
        "many": true
      },
      "evaluatedOn": {
        "path": "https://w3id.org/stemma#evaluatedOn",
        "kind": "reference",
        "classes": [
          "Benchmark"
        ],
        "required": false,
        "many": true
      },
      "architecture": {
        "path": "https://w3id.org/stemma#architecture",
        "kind": "choice",
        "in": [
          "transformer",
          "decoder-only",
          "encoder-decoder",
          "encoder-only",
          "autoregressive",
          "dense",
          "sparse"
        ],
        "required": false,
        "many": true
      },
      "task": {
        "path": "https://w3id.org/stemma#task",
        "kind": "string",
        "required": false,
        "many": true
      },
      "parameterCount": {
        "path": "https://w3id.org/stemma#parameterCount",
        "kind": "integer",
        "unit": "parameters",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "variantCount": {
        "path": "https://w3id.org/stemma#variantCount",
        "kind": "integer",
        "unit": "models",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "smallestParameterCount": {
        "path": "https://w3id.org/stemma#smallestParameterCount",
        "kind": "integer",
        "unit": "parameters",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "largestParameterCount": {
        "path": "https://w3id.org/stemma#largestParameterCount",
        "kind": "integer",
        "unit": "parameters",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "layerCount": {
        "path": "https://w3id.org/stemma#layerCount",
        "kind": "integer",
        "unit": "layers",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "headCount": {
        "path": "https://w3id.org/stemma#headCount",
        "kind": "integer",
        "unit": "heads",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "hiddenSize": {
        "path": "https://w3id.org/stemma#hiddenSize",
        "kind": "integer",
        "unit": "dimensions",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "contextLength": {
        "path": "https://w3id.org/stemma#contextLength",
        "kind": "integer",
        "unit": "tokens of context",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "vocabularySize": {
        "path": "https://w3id.org/stemma#vocabularySize",
        "kind": "integer",
        "unit": "tokens",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "contributorCount": {
        "path": "https://w3id.org/stemma#contributorCount",
        "kind": "integer",
        "unit": "people",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "ruleCount": {
        "path": "https://w3id.org/stemma#ruleCount",
        "kind": "integer",
        "unit": "rules",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "evidenceLength": {
        "path": "https://w3id.org/stemma#evidenceLength",
        "kind": "integer",
        "unit": "characters",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "finding": {
        "path": "https://w3id.org/stemma#finding",
        "kind": "text",
        "required": false,
        "many": true
      },
      "language": {
        "path": "https://w3id.org/stemma#language",
        "kind": "language",
        "required": false,
        "many": true
      },
      "naturalLanguageCount": {
        "path": "https://w3id.org/stemma#naturalLanguageCount",
        "kind": "integer",
        "unit": "languages",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "programmingLanguageCount": {
        "path": "https://w3id.org/stemma#programmingLanguageCount",
        "kind": "integer",
        "unit": "languages",
        "minInclusive": 0,
        "required": false,
        "many": false
      },
      "version": {
        "path": "https://w3id.org/stemma#version",
        "kind": "string",
        "required": false,
        "many": true
      },
      "training": {
        "path": "https://w3id.org/stemma#ofModel",
        "inverse": true,
        "kind": "reference",
        "classes": [
          "Training"
        ],
        "required": false,
        "many": true
      },
      "evaluation": {
        "path": "https://w3id.org/stemma#ofModel",
        "inverse": true,
        "kind": "reference",
        "classes": [
          "Evaluation"
        ],
        "required": false,
        "many": true
      },
      "comparison": {
        "path": "https://w3id.org/stemma#ofModel",
        "inverse": true,
        "kind": "reference",
        "classes": [
          "Comparison"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Dataset": {
    "iri": "https://w3id.org/stemma#Dataset",
    "label": {
      "en": "dataset",
      "zh": "数据集"
    },
    "comment": "A collection of data that models are trained on, or a part of one.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "created": {
        "path": "http://purl.org/dc/terms/created",
        "kind": "day",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "license": {
        "path": "http://purl.org/dc/terms/license",
        "kind": "reference",
        "classes": [
          "License"
        ],
        "exclusive": true,
        "required": false,
        "many": true
      },
      "access": {
        "path": "https://w3id.org/stemma#access",
        "kind": "choice",
        "in": [
          "open",
          "gated",
          "api",
          "withheld"
        ],
        "required": false,
        "many": false
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "codeRepository": {
        "path": "https://w3id.org/stemma#codeRepository",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "hubId": {
        "path": "https://w3id.org/stemma#hubId",
        "kind": "string",
        "pattern": "^\\w[\\w.-]*/\\w[\\w.-]*$",
        "message": "A hub id is OWNER/NAME.",
        "required": false,
        "many": true
      },
      "revision": {
        "path": "https://w3id.org/stemma#revision",
        "kind": "string",
        "pattern": "^[0-9a-f]{7,64}$",
        "message": "A revision is a commit, in hexadecimal.",
        "required": false,
        "many": true
      },
      "dependsOn": {
        "path": "https://w3id.org/stemma#dependsOn",
        "kind": "reference",
        "classes": [
          "Model",
          "Dataset",
          "Software",
          "Hardware",
          "Application",
          "Mention"
        ],
        "required": false,
        "many": true
      },
      "derivedFrom": {
        "path": "https://w3id.org/stemma#derivedFrom",
        "kind": "reference",
        "classes": [
          "Dataset"
        ],
        "required": false,
        "many": true
      },
      "inspiredBy": {
        "path": "https://w3id.org/stemma#inspiredBy",
        "kind": "reference",
        "classes": [
          "Dataset"
        ],
        "required": false,
        "many": true
      },
      "hasPart": {
        "path": "https://w3id.org/stemma#hasPart",
        "kind": "reference",
        "classes": [
          "Dataset"
        ],
        "required": false,
        "many": true
      },
      "generatedBy": {
        "path": "https://w3id.org/stemma#generatedBy",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": false,
        "many": true
      },
      "language": {
        "path": "https://w3id.org/stemma#language",
        "kind": "language",
        "required": false,
        "many": true
      },
      "promptLanguage": {
        "path": "https://w3id.org/stemma#promptLanguage",
        "kind": "language",
        "required": false,
        "many": true
      },
      "naturalLanguageCount": {
        "path": "https://w3id.org/stemma#naturalLanguageCount",
        "kind": "integer",
        "unit": "languages",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "programmingLanguageCount": {
        "path": "https://w3id.org/stemma#programmingLanguageCount",
        "kind": "integer",
        "unit": "languages",
        "minInclusive": 0,
        "required": false,
        "many": false
      },
      "extent": {
        "path": "https://w3id.org/stemma#extentInUnknownUnit",
        "kind": "integer",
        "unit": "unknown",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "sizeInBytes": {
        "path": "https://w3id.org/stemma#sizeInBytes",
        "kind": "integer",
        "unit": "bytes",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "tokenCount": {
        "path": "https://w3id.org/stemma#tokenCount",
        "kind": "integer",
        "unit": "tokens",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "wordCount": {
        "path": "https://w3id.org/stemma#wordCount",
        "kind": "integer",
        "unit": "words",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "documentCount": {
        "path": "https://w3id.org/stemma#documentCount",
        "kind": "integer",
        "unit": "documents",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "exampleCount": {
        "path": "https://w3id.org/stemma#exampleCount",
        "kind": "integer",
        "unit": "examples",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "sourceCount": {
        "path": "https://w3id.org/stemma#sourceCount",
        "kind": "integer",
        "unit": "sources",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "taskCount": {
        "path": "https://w3id.org/stemma#taskCount",
        "kind": "integer",
        "unit": "tasks",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "taskTypeCount": {
        "path": "https://w3id.org/stemma#taskTypeCount",
        "kind": "integer",
        "unit": "types",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "processing": {
        "path": "https://w3id.org/stemma#processing",
        "kind": "string",
        "required": false,
        "many": true
      },
      "version": {
        "path": "https://w3id.org/stemma#version",
        "kind": "string",
        "required": false,
        "many": true
      }
    }
  },
  "Hardware": {
    "iri": "https://w3id.org/stemma#Hardware",
    "label": {
      "en": "hardware",
      "zh": "硬件"
    },
    "comment": "A kind of accelerator or server, or one named computer, that training runs on.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "memory": {
        "path": "https://w3id.org/stemma#memory",
        "kind": "integer",
        "unit": "bytes",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "peakFlops": {
        "path": "https://w3id.org/stemma#peakFlops",
        "kind": "integer",
        "unit": "FLOP/s",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "accelerator": {
        "path": "https://w3id.org/stemma#accelerator",
        "kind": "reference",
        "classes": [
          "Hardware"
        ],
        "required": false,
        "many": true
      },
      "acceleratorCount": {
        "path": "https://w3id.org/stemma#acceleratorCount",
        "kind": "integer",
        "unit": "devices",
        "minInclusive": 1,
        "required": false,
        "many": false
      }
    }
  },
  "Organization": {
    "iri": "https://w3id.org/stemma#Organization",
    "label": {
      "en": "organization",
      "zh": "机构"
    },
    "comment": "A company, laboratory, collective or collaboration that makes models, data, hardware, software or documents.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Software": {
    "iri": "https://w3id.org/stemma#Software",
    "label": {
      "en": "software",
      "zh": "软件"
    },
    "comment": "A library, framework or service that a model is trained with or uses as a tool.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "license": {
        "path": "http://purl.org/dc/terms/license",
        "kind": "reference",
        "classes": [
          "License"
        ],
        "exclusive": true,
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "codeRepository": {
        "path": "https://w3id.org/stemma#codeRepository",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "dependsOn": {
        "path": "https://w3id.org/stemma#dependsOn",
        "kind": "reference",
        "classes": [
          "Model",
          "Dataset",
          "Software",
          "Hardware",
          "Application",
          "Mention"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Application": {
    "iri": "https://w3id.org/stemma#Application",
    "label": {
      "en": "application",
      "zh": "应用"
    },
    "comment": "A product or service that is built on a model.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "dependsOn": {
        "path": "https://w3id.org/stemma#dependsOn",
        "kind": "reference",
        "classes": [
          "Model",
          "Dataset",
          "Software",
          "Hardware",
          "Application",
          "Mention"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Document": {
    "iri": "https://w3id.org/stemma#Document",
    "label": {
      "en": "document",
      "zh": "文献"
    },
    "comment": "A paper, article, card, table or anything else that can be read and named as the source of a statement.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "license": {
        "path": "http://purl.org/dc/terms/license",
        "kind": "reference",
        "classes": [
          "License"
        ],
        "exclusive": true,
        "required": false,
        "many": true
      },
      "language": {
        "path": "https://w3id.org/stemma#language",
        "kind": "language",
        "required": false,
        "many": true
      },
      "documentType": {
        "path": "https://w3id.org/stemma#documentType",
        "kind": "choice",
        "in": [
          "paper",
          "model-card",
          "dataset-card",
          "documentation",
          "repository",
          "announcement",
          "blog-post",
          "website",
          "bill-of-materials",
          "table",
          "snapshot",
          "article",
          "curation"
        ],
        "required": false,
        "many": false
      },
      "author": {
        "path": "https://w3id.org/stemma#author",
        "kind": "string",
        "required": false,
        "many": true
      },
      "arxivId": {
        "path": "https://w3id.org/stemma#arxivId",
        "kind": "string",
        "pattern": "^([0-9]{4}\\.[0-9]{4,5}|[a-z-]+(\\.[A-Z]{2})?/[0-9]{7})$",
        "message": "An arXiv identifier looks like 2203.15556.",
        "required": false,
        "many": false
      },
      "doi": {
        "path": "https://w3id.org/stemma#doi",
        "kind": "string",
        "pattern": "^10\\.[0-9]{4,9}/\\S+$",
        "message": "A DOI looks like 10.48550/arXiv.2203.15556.",
        "required": false,
        "many": false
      },
      "retrieved": {
        "path": "https://w3id.org/stemma#retrieved",
        "kind": "day",
        "required": false,
        "many": false
      },
      "version": {
        "path": "https://w3id.org/stemma#version",
        "kind": "string",
        "required": false,
        "many": true
      },
      "editionOf": {
        "path": "http://purl.org/dc/terms/isVersionOf",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": false
      },
      "sha256": {
        "path": "https://w3id.org/stemma#sha256",
        "kind": "string",
        "pattern": "^[0-9a-f]{64}$",
        "message": "64 lower-case hexadecimal digits.",
        "required": false,
        "many": false
      }
    }
  },
  "Benchmark": {
    "iri": "https://w3id.org/stemma#Benchmark",
    "label": {
      "en": "benchmark",
      "zh": "基准"
    },
    "comment": "A task or suite of tasks that models are scored on.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "released": {
        "path": "http://purl.org/dc/terms/issued",
        "kind": "date",
        "message": "A date as precise as its source: year, year and month, or day.",
        "required": false,
        "many": false
      },
      "producer": {
        "path": "https://w3id.org/stemma#producer",
        "kind": "reference",
        "classes": [
          "Organization"
        ],
        "required": false,
        "many": true
      },
      "license": {
        "path": "http://purl.org/dc/terms/license",
        "kind": "reference",
        "classes": [
          "License"
        ],
        "exclusive": true,
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "language": {
        "path": "https://w3id.org/stemma#language",
        "kind": "language",
        "required": false,
        "many": true
      },
      "exampleCount": {
        "path": "https://w3id.org/stemma#exampleCount",
        "kind": "integer",
        "unit": "examples",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "taskCount": {
        "path": "https://w3id.org/stemma#taskCount",
        "kind": "integer",
        "unit": "tasks",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "taskTypeCount": {
        "path": "https://w3id.org/stemma#taskTypeCount",
        "kind": "integer",
        "unit": "types",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "usesDataset": {
        "path": "https://w3id.org/stemma#usesDataset",
        "kind": "reference",
        "classes": [
          "Dataset"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "License": {
    "iri": "https://w3id.org/stemma#License",
    "label": {
      "en": "licence",
      "zh": "许可证"
    },
    "comment": "The terms under which a model, dataset or software may be used.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "homepage": {
        "path": "http://xmlns.com/foaf/0.1/page",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "sameAs": {
        "path": "http://www.w3.org/2004/02/skos/core#exactMatch",
        "kind": "iri",
        "required": false,
        "many": true
      },
      "describedBy": {
        "path": "https://w3id.org/stemma#describedBy",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": true
      },
      "spdxId": {
        "path": "https://w3id.org/stemma#spdxId",
        "kind": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9.+-]*$",
        "message": "An SPDX identifier looks like Apache-2.0.",
        "required": false,
        "many": false
      }
    }
  },
  "Mention": {
    "iri": "https://w3id.org/stemma#Mention",
    "label": {
      "en": "unresolved name",
      "zh": "未识别的名称"
    },
    "comment": "Something that a source names without telling what sort of thing it is, and that nothing else is known of yet.",
    "properties": {
      "name": {
        "path": "http://www.w3.org/2000/01/rdf-schema#label",
        "kind": "text",
        "message": "Everything has a name, no two in one language, of at most 1,000 characters.",
        "maxLength": 1000,
        "required": true,
        "many": false
      },
      "altName": {
        "path": "http://www.w3.org/2004/02/skos/core#altLabel",
        "kind": "text",
        "maxLength": 1000,
        "required": false,
        "many": true
      },
      "description": {
        "path": "http://purl.org/dc/terms/description",
        "kind": "text",
        "required": false,
        "many": false
      },
      "mayBe": {
        "path": "https://w3id.org/stemma#mayBe",
        "kind": "reference",
        "classes": [
          "Model",
          "Dataset",
          "Software",
          "Hardware",
          "Application"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Training": {
    "iri": "https://w3id.org/stemma#Training",
    "label": {
      "en": "training",
      "zh": "训练"
    },
    "comment": "One phase of the training of one model; the model and the phase identify it, so that two sources speak of the same training.",
    "key": [
      "ofModel",
      "phase"
    ],
    "properties": {
      "ofModel": {
        "path": "https://w3id.org/stemma#ofModel",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": true,
        "many": false
      },
      "phase": {
        "path": "https://w3id.org/stemma#phase",
        "kind": "choice",
        "in": [
          "pre-training",
          "fine-tuning",
          "alignment"
        ],
        "required": true,
        "many": false
      },
      "method": {
        "path": "https://w3id.org/stemma#method",
        "kind": "string",
        "required": false,
        "many": true
      },
      "tokensSeen": {
        "path": "https://w3id.org/stemma#tokensSeen",
        "kind": "integer",
        "unit": "tokens",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "compute": {
        "path": "https://w3id.org/stemma#compute",
        "kind": "integer",
        "unit": "FLOP",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "energy": {
        "path": "https://w3id.org/stemma#energy",
        "kind": "decimal",
        "unit": "kWh",
        "minExclusive": 0,
        "required": false,
        "many": false
      },
      "carbonEmissions": {
        "path": "https://w3id.org/stemma#carbonEmissions",
        "kind": "decimal",
        "unit": "kg CO2e",
        "minExclusive": 0,
        "required": false,
        "many": false
      },
      "started": {
        "path": "https://w3id.org/stemma#started",
        "kind": "date",
        "required": false,
        "many": false
      },
      "ended": {
        "path": "https://w3id.org/stemma#ended",
        "kind": "date",
        "required": false,
        "many": false
      },
      "duration": {
        "path": "https://w3id.org/stemma#duration",
        "kind": "decimal",
        "unit": "hours",
        "minExclusive": 0,
        "required": false,
        "many": false
      },
      "usage": {
        "path": "https://w3id.org/stemma#ofTraining",
        "inverse": true,
        "kind": "reference",
        "classes": [
          "Usage"
        ],
        "required": false,
        "many": true
      }
    }
  },
  "Usage": {
    "iri": "https://w3id.org/stemma#Usage",
    "label": {
      "en": "usage",
      "zh": "用量"
    },
    "comment": "How much of a dataset, hardware or software one training used; the training and the thing used identify it.",
    "key": [
      "ofTraining",
      "uses"
    ],
    "properties": {
      "tokensSeen": {
        "path": "https://w3id.org/stemma#tokensSeen",
        "kind": "integer",
        "unit": "tokens",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "duration": {
        "path": "https://w3id.org/stemma#duration",
        "kind": "decimal",
        "unit": "hours",
        "minExclusive": 0,
        "required": false,
        "many": false
      },
      "ofTraining": {
        "path": "https://w3id.org/stemma#ofTraining",
        "kind": "reference",
        "classes": [
          "Training"
        ],
        "required": true,
        "many": false
      },
      "uses": {
        "path": "https://w3id.org/stemma#uses",
        "kind": "reference",
        "classes": [
          "Dataset",
          "Hardware",
          "Software"
        ],
        "required": true,
        "many": false
      },
      "deviceCount": {
        "path": "https://w3id.org/stemma#deviceCount",
        "kind": "integer",
        "unit": "devices",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "nodeCount": {
        "path": "https://w3id.org/stemma#nodeCount",
        "kind": "integer",
        "unit": "nodes",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "devicesPerNode": {
        "path": "https://w3id.org/stemma#devicesPerNode",
        "kind": "integer",
        "unit": "devices",
        "minInclusive": 1,
        "required": false,
        "many": false
      },
      "epochs": {
        "path": "https://w3id.org/stemma#epochs",
        "kind": "decimal",
        "unit": "epochs",
        "minExclusive": 0,
        "required": false,
        "many": false
      },
      "weight": {
        "path": "https://w3id.org/stemma#weight",
        "kind": "decimal",
        "unit": "percent",
        "minInclusive": 0,
        "maxInclusive": 100,
        "required": false,
        "many": false
      },
      "examplesPerTask": {
        "path": "https://w3id.org/stemma#examplesPerTask",
        "kind": "integer",
        "unit": "examples",
        "minInclusive": 1,
        "required": false,
        "many": false
      }
    }
  },
  "Evaluation": {
    "iri": "https://w3id.org/stemma#Evaluation",
    "label": {
      "en": "evaluation",
      "zh": "评测"
    },
    "comment": "A model's score on a benchmark; model, benchmark, metric and setting identify it.",
    "key": [
      "ofModel",
      "benchmark",
      "metric",
      "setting"
    ],
    "properties": {
      "ofModel": {
        "path": "https://w3id.org/stemma#ofModel",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": true,
        "many": false
      },
      "benchmark": {
        "path": "https://w3id.org/stemma#benchmark",
        "kind": "reference",
        "classes": [
          "Benchmark"
        ],
        "required": true,
        "many": false
      },
      "metric": {
        "path": "https://w3id.org/stemma#metric",
        "kind": "string",
        "required": true,
        "many": false
      },
      "setting": {
        "path": "https://w3id.org/stemma#setting",
        "kind": "string",
        "required": false,
        "many": false
      },
      "score": {
        "path": "https://w3id.org/stemma#score",
        "kind": "decimal",
        "required": false,
        "many": false
      },
      "unit": {
        "path": "https://w3id.org/stemma#scoreUnit",
        "kind": "choice",
        "in": [
          "percent",
          "points",
          "ratio",
          "perplexity",
          "bits-per-byte"
        ],
        "required": false,
        "many": false
      }
    }
  },
  "Comparison": {
    "iri": "https://w3id.org/stemma#Comparison",
    "label": {
      "en": "comparison",
      "zh": "比较"
    },
    "comment": "That one model was compared with another in some aspect, and how it came out for the first; the two models and the aspect identify it.",
    "key": [
      "ofModel",
      "with",
      "aspect"
    ],
    "properties": {
      "ofModel": {
        "path": "https://w3id.org/stemma#ofModel",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": true,
        "many": false
      },
      "benchmark": {
        "path": "https://w3id.org/stemma#benchmark",
        "kind": "reference",
        "classes": [
          "Benchmark"
        ],
        "required": false,
        "many": true
      },
      "unit": {
        "path": "https://w3id.org/stemma#scoreUnit",
        "kind": "choice",
        "in": [
          "percent",
          "points",
          "ratio",
          "perplexity",
          "bits-per-byte"
        ],
        "required": false,
        "many": false
      },
      "with": {
        "path": "https://w3id.org/stemma#comparedWith",
        "kind": "reference",
        "classes": [
          "Model"
        ],
        "required": true,
        "many": false
      },
      "aspect": {
        "path": "https://w3id.org/stemma#aspect",
        "kind": "string",
        "required": true,
        "many": false
      },
      "outcome": {
        "path": "https://w3id.org/stemma#outcome",
        "kind": "choice",
        "in": [
          "better",
          "worse",
          "similar",
          "mixed",
          "unstated"
        ],
        "required": false,
        "many": false
      },
      "margin": {
        "path": "https://w3id.org/stemma#margin",
        "kind": "decimal",
        "required": false,
        "many": false
      }
    }
  },
  "Claim": {
    "iri": "https://w3id.org/stemma#Claim",
    "label": {
      "en": "claim",
      "zh": "断言"
    },
    "comment": "What one source says: a subject, a property and a value, with its place in the source, how it was written and the rank it was given. An instance is also an rdf:Statement.",
    "properties": {
      "subject": {
        "path": "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
        "kind": "iri",
        "required": true,
        "many": false
      },
      "predicate": {
        "path": "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
        "kind": "iri",
        "required": true,
        "many": false
      },
      "object": {
        "path": "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
        "kind": "any",
        "required": false,
        "many": false
      },
      "source": {
        "path": "http://www.w3.org/ns/prov#hadPrimarySource",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": true,
        "many": false
      },
      "at": {
        "path": "https://w3id.org/stemma#at",
        "kind": "string",
        "required": false,
        "many": false
      },
      "written": {
        "path": "https://w3id.org/stemma#asWritten",
        "kind": "string",
        "required": false,
        "many": false
      },
      "atLeast": {
        "path": "https://w3id.org/stemma#atLeast",
        "kind": "decimal",
        "required": false,
        "many": false
      },
      "atMost": {
        "path": "https://w3id.org/stemma#atMost",
        "kind": "decimal",
        "required": false,
        "many": false
      },
      "note": {
        "path": "https://w3id.org/stemma#note",
        "kind": "string",
        "required": false,
        "many": false
      },
      "rank": {
        "path": "https://w3id.org/stemma#rank",
        "kind": "choice",
        "in": [
          "preferred",
          "normal",
          "deprecated"
        ],
        "required": false,
        "many": false
      },
      "reason": {
        "path": "https://w3id.org/stemma#rankReason",
        "kind": "string",
        "required": false,
        "many": false
      },
      "confidence": {
        "path": "https://w3id.org/stemma#confidence",
        "kind": "decimal",
        "minInclusive": 0,
        "maxInclusive": 1,
        "required": false,
        "many": false
      },
      "citing": {
        "path": "https://w3id.org/stemma#citing",
        "kind": "reference",
        "classes": [
          "Document"
        ],
        "required": false,
        "many": false
      },
      "status": {
        "path": "https://w3id.org/stemma#status",
        "kind": "choice",
        "in": [
          "absent",
          "unknown",
          "withheld"
        ],
        "required": false,
        "many": false
      }
    }
  }
} as const

/** The properties by IRI, with their labels and super-properties. */
export const relations = {
  "https://w3id.org/stemma#ofModel": {
    "label": {
      "en": "of model",
      "zh": "所属模型"
    },
    "comment": "The model that was trained, evaluated or compared.",
    "parents": []
  },
  "https://w3id.org/stemma#ofTraining": {
    "label": {
      "en": "of training",
      "zh": "所属训练"
    },
    "comment": "The training that made this use.",
    "parents": []
  },
  "https://w3id.org/stemma#uses": {
    "label": {
      "en": "uses",
      "zh": "使用"
    },
    "comment": "The dataset, hardware or software that was used.",
    "parents": []
  },
  "https://w3id.org/stemma#benchmark": {
    "label": {
      "en": "benchmark",
      "zh": "基准"
    },
    "comment": "The benchmark that the evaluation or comparison was made on.",
    "parents": []
  },
  "https://w3id.org/stemma#comparedWith": {
    "label": {
      "en": "compared with",
      "zh": "比较对象"
    },
    "comment": "The other model of the comparison.",
    "parents": []
  },
  "https://w3id.org/stemma#producer": {
    "label": {
      "en": "producer",
      "zh": "制作方"
    },
    "comment": "An organization that made this, or published this document.",
    "parents": [
      "http://www.w3.org/ns/prov#wasAttributedTo"
    ]
  },
  "https://w3id.org/stemma#describedBy": {
    "label": {
      "en": "described by",
      "zh": "描述文献"
    },
    "comment": "A document that presents this: its paper, card or announcement.",
    "parents": [
      "http://xmlns.com/foaf/0.1/page"
    ]
  },
  "https://w3id.org/stemma#codeRepository": {
    "label": {
      "en": "code repository",
      "zh": "代码仓库"
    },
    "comment": "Where the source code, or the training code, is kept.",
    "parents": [
      "http://xmlns.com/foaf/0.1/page"
    ]
  },
  "https://w3id.org/stemma#dependsOn": {
    "label": {
      "en": "depends on",
      "zh": "依赖"
    },
    "comment": "This would not be what it is without that; the untyped relation above all lineage.",
    "parents": []
  },
  "https://w3id.org/stemma#mayBe": {
    "label": {
      "en": "may be",
      "zh": "可能是"
    },
    "comment": "A thing that goes by this name, among others that do; which of them the source means is not known.",
    "parents": []
  },
  "https://w3id.org/stemma#variantOf": {
    "label": {
      "en": "variant of",
      "zh": "属于系列"
    },
    "comment": "This model is one size or edition of that family.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#flagship": {
    "label": {
      "en": "flagship",
      "zh": "旗舰型号"
    },
    "comment": "The size by which this family is known, usually its largest.",
    "parents": []
  },
  "https://w3id.org/stemma#derivedFrom": {
    "label": {
      "en": "derived from",
      "zh": "衍生自"
    },
    "comment": "One step from a model to a model that it was made from, its weights or outputs flowing into it; or from a dataset to one whose data it takes in. The best view states it for every sub-property too.",
    "parents": [
      "https://w3id.org/stemma#dependsOn",
      "http://www.w3.org/ns/prov#wasDerivedFrom"
    ]
  },
  "https://w3id.org/stemma#fineTunedFrom": {
    "label": {
      "en": "fine-tuned from",
      "zh": "微调自"
    },
    "comment": "Made by training that model further on a task, on instructions or on feedback.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom",
      "https://w3id.org/fair4ml#fineTunedFrom",
      "http://data.europa.eu/it6/fineTunedFrom"
    ]
  },
  "https://w3id.org/stemma#adaptedFrom": {
    "label": {
      "en": "adapter of",
      "zh": "适配自"
    },
    "comment": "An adapter (such as LoRA) that is put on that model, whose own weights stay as they are.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#quantizedFrom": {
    "label": {
      "en": "quantized from",
      "zh": "量化自"
    },
    "comment": "That model's weights at a lower numeric precision.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#mergedFrom": {
    "label": {
      "en": "merged from",
      "zh": "合并自"
    },
    "comment": "One of the two or more models whose weights were combined into this one.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#distilledFrom": {
    "label": {
      "en": "distilled from",
      "zh": "蒸馏自"
    },
    "comment": "Trained to give that model's outputs.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#promptedFrom": {
    "label": {
      "en": "prompted from",
      "zh": "由提示构建自"
    },
    "comment": "That model under a fixed prompt, its weights unchanged.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#continuedFrom": {
    "label": {
      "en": "continued from",
      "zh": "继续预训练自"
    },
    "comment": "Made by continuing that model's pre-training.",
    "parents": [
      "https://w3id.org/stemma#derivedFrom"
    ]
  },
  "https://w3id.org/stemma#succeeds": {
    "label": {
      "en": "succeeds",
      "zh": "后继于"
    },
    "comment": "This model's design follows that one's; no weights pass from one to the other.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#inspiredBy": {
    "label": {
      "en": "inspired by",
      "zh": "受启发于"
    },
    "comment": "This was designed after that; neither data nor weights flow, so it is not lineage.",
    "parents": []
  },
  "https://w3id.org/stemma#hasPart": {
    "label": {
      "en": "has part",
      "zh": "包含"
    },
    "comment": "That dataset is a part of this one.",
    "parents": [
      "https://w3id.org/stemma#dependsOn",
      "http://purl.org/dc/terms/hasPart"
    ]
  },
  "https://w3id.org/stemma#generatedBy": {
    "label": {
      "en": "generated by",
      "zh": "生成自"
    },
    "comment": "Synthetic data that this model wrote.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#trainedOn": {
    "label": {
      "en": "trained on",
      "zh": "训练数据"
    },
    "comment": "A dataset that the model learned from, in any phase of its training.",
    "parents": [
      "https://w3id.org/stemma#dependsOn",
      "https://w3id.org/fair4ml#trainedOn",
      "http://data.europa.eu/it6/trainedOn"
    ]
  },
  "https://w3id.org/stemma#ranOn": {
    "label": {
      "en": "ran on",
      "zh": "训练硬件"
    },
    "comment": "The hardware that the model was trained on. (MLDCAT-AP's property of the same name means a dataset that a model is executed on, and is not aligned.)",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#trainedWith": {
    "label": {
      "en": "trained with",
      "zh": "训练软件"
    },
    "comment": "Software that the model was trained with.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#usesTool": {
    "label": {
      "en": "uses tool",
      "zh": "使用工具"
    },
    "comment": "Software that the model calls when it answers, such as a search engine.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#evaluatedOn": {
    "label": {
      "en": "evaluated on",
      "zh": "评测基准"
    },
    "comment": "A benchmark that the model was evaluated on, whether or not the score is known.",
    "parents": [
      "http://data.europa.eu/it6/hasBenchmark"
    ]
  },
  "https://w3id.org/stemma#accelerator": {
    "label": {
      "en": "accelerator",
      "zh": "加速器"
    },
    "comment": "The accelerator that this server or computer holds.",
    "parents": []
  },
  "https://w3id.org/stemma#usesDataset": {
    "label": {
      "en": "uses dataset",
      "zh": "所用数据集"
    },
    "comment": "The dataset that the benchmark's tasks are taken from.",
    "parents": [
      "https://w3id.org/stemma#dependsOn"
    ]
  },
  "https://w3id.org/stemma#citing": {
    "label": {
      "en": "citing",
      "zh": "所引文献"
    },
    "comment": "The document that the source itself names for this claim, so that two readings of one paper are not taken for two witnesses.",
    "parents": []
  },
  "https://w3id.org/stemma#phase": {
    "label": {
      "en": "phase",
      "zh": "阶段"
    },
    "comment": "Which part of the training: pre-training, fine-tuning, or alignment to what people prefer.",
    "parents": []
  },
  "https://w3id.org/stemma#metric": {
    "label": {
      "en": "metric",
      "zh": "指标"
    },
    "comment": "What is measured: accuracy, ROUGE-L, bits per byte.",
    "parents": []
  },
  "https://w3id.org/stemma#setting": {
    "label": {
      "en": "setting",
      "zh": "评测设置"
    },
    "comment": "Under which conditions: 0-shot, 5-shot, a prompt, a split.",
    "parents": []
  },
  "https://w3id.org/stemma#aspect": {
    "label": {
      "en": "aspect",
      "zh": "比较方面"
    },
    "comment": "What the two were compared in.",
    "parents": []
  },
  "https://w3id.org/stemma#access": {
    "label": {
      "en": "access",
      "zh": "获取方式"
    },
    "comment": "Whether the weights or the data can be had: open to all, gated behind a request, through a programming interface only, or withheld.",
    "parents": []
  },
  "https://w3id.org/stemma#hubId": {
    "label": {
      "en": "hub id",
      "zh": "平台标识"
    },
    "comment": "The owner and name under which a model hub keeps this, such as bigscience/bloom.",
    "parents": [
      "http://purl.org/dc/terms/identifier"
    ]
  },
  "https://w3id.org/stemma#revision": {
    "label": {
      "en": "revision",
      "zh": "修订版"
    },
    "comment": "The commit of its repository at which a source read this.",
    "parents": []
  },
  "https://w3id.org/stemma#weightsDigest": {
    "label": {
      "en": "digest of weights",
      "zh": "权重摘要"
    },
    "comment": "A checksum of a file of weights, with its algorithm in front: sha256: and hexadecimal digits.",
    "parents": []
  },
  "https://w3id.org/stemma#architecture": {
    "label": {
      "en": "architecture",
      "zh": "架构"
    },
    "comment": "A word for the kind of network; several may hold of one model.",
    "parents": [
      "http://data.europa.eu/it6/modelArchitecture"
    ]
  },
  "https://w3id.org/stemma#task": {
    "label": {
      "en": "task",
      "zh": "任务"
    },
    "comment": "A word for what the model is made to do, such as text-generation, as the catalogue that it is published in has it.",
    "parents": [
      "https://w3id.org/fair4ml#mlTask"
    ]
  },
  "https://w3id.org/stemma#parameterCount": {
    "label": {
      "en": "parameters",
      "zh": "参数量"
    },
    "comment": "How many parameters (weights) the model has.",
    "parents": [
      "http://data.europa.eu/it6/totalNumberOfParameters"
    ]
  },
  "https://w3id.org/stemma#variantCount": {
    "label": {
      "en": "number of variants",
      "zh": "型号数"
    },
    "comment": "How many sizes or editions the family is said to have.",
    "parents": []
  },
  "https://w3id.org/stemma#smallestParameterCount": {
    "label": {
      "en": "smallest size",
      "zh": "最小参数量"
    },
    "comment": "The parameters of the smallest model of a family or study.",
    "parents": []
  },
  "https://w3id.org/stemma#largestParameterCount": {
    "label": {
      "en": "largest size",
      "zh": "最大参数量"
    },
    "comment": "The parameters of the largest model of a family or study.",
    "parents": []
  },
  "https://w3id.org/stemma#layerCount": {
    "label": {
      "en": "layers",
      "zh": "层数"
    },
    "comment": "How many layers the network has; of an encoder-decoder, those of one stack.",
    "parents": []
  },
  "https://w3id.org/stemma#headCount": {
    "label": {
      "en": "attention heads",
      "zh": "注意力头数"
    },
    "comment": "How many attention heads each layer has.",
    "parents": []
  },
  "https://w3id.org/stemma#hiddenSize": {
    "label": {
      "en": "hidden size",
      "zh": "隐藏维度"
    },
    "comment": "The width of the residual stream (d_model).",
    "parents": []
  },
  "https://w3id.org/stemma#contextLength": {
    "label": {
      "en": "context length",
      "zh": "上下文长度"
    },
    "comment": "The longest sequence that the model was trained on, in tokens.",
    "parents": []
  },
  "https://w3id.org/stemma#vocabularySize": {
    "label": {
      "en": "vocabulary size",
      "zh": "词表大小"
    },
    "comment": "How many different tokens the model's tokenizer has.",
    "parents": []
  },
  "https://w3id.org/stemma#contributorCount": {
    "label": {
      "en": "contributors",
      "zh": "贡献者人数"
    },
    "comment": "How many people took part in making the model.",
    "parents": []
  },
  "https://w3id.org/stemma#ruleCount": {
    "label": {
      "en": "rules",
      "zh": "规则数"
    },
    "comment": "How many written rules the model was taught to keep.",
    "parents": []
  },
  "https://w3id.org/stemma#evidenceLength": {
    "label": {
      "en": "evidence length",
      "zh": "证据长度"
    },
    "comment": "How many characters of retrieved text the model is shown as evidence.",
    "parents": []
  },
  "https://w3id.org/stemma#finding": {
    "label": {
      "en": "finding",
      "zh": "发现"
    },
    "comment": "What a source reports about the model that has no property of its own, in the curator's words.",
    "parents": []
  },
  "https://w3id.org/stemma#language": {
    "label": {
      "en": "language",
      "zh": "语言"
    },
    "comment": "A language of the text, as a BCP 47 tag.",
    "parents": []
  },
  "https://w3id.org/stemma#promptLanguage": {
    "label": {
      "en": "prompt language",
      "zh": "提示词语言"
    },
    "comment": "A language that the dataset's instructions are written in, as a BCP 47 tag.",
    "parents": []
  },
  "https://w3id.org/stemma#naturalLanguageCount": {
    "label": {
      "en": "natural languages",
      "zh": "自然语言数"
    },
    "comment": "How many natural languages there are.",
    "parents": []
  },
  "https://w3id.org/stemma#programmingLanguageCount": {
    "label": {
      "en": "programming languages",
      "zh": "编程语言数"
    },
    "comment": "How many programming languages there are.",
    "parents": []
  },
  "https://w3id.org/stemma#extent": {
    "label": {
      "en": "extent",
      "zh": "规模"
    },
    "comment": "How much data there is; the sub-property says in which unit. Figures in different units are never compared.",
    "parents": []
  },
  "https://w3id.org/stemma#extentInUnknownUnit": {
    "label": {
      "en": "extent (unit not stated)",
      "zh": "规模（单位不明）"
    },
    "comment": "How much data there is, in a unit that the source does not state.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#sizeInBytes": {
    "label": {
      "en": "size",
      "zh": "字节数"
    },
    "comment": "How many bytes the data takes.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#tokenCount": {
    "label": {
      "en": "tokens",
      "zh": "词元数"
    },
    "comment": "How many tokens the data has, under the tokenizer of whoever counted.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#wordCount": {
    "label": {
      "en": "words",
      "zh": "单词数"
    },
    "comment": "How many words the data has.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#documentCount": {
    "label": {
      "en": "documents",
      "zh": "文档数"
    },
    "comment": "How many documents the data has.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#exampleCount": {
    "label": {
      "en": "examples",
      "zh": "样本数"
    },
    "comment": "How many examples (instances, rows, prompts) the data or benchmark has.",
    "parents": [
      "https://w3id.org/stemma#extent"
    ]
  },
  "https://w3id.org/stemma#sourceCount": {
    "label": {
      "en": "sources",
      "zh": "来源数"
    },
    "comment": "From how many sources the data was put together.",
    "parents": []
  },
  "https://w3id.org/stemma#taskCount": {
    "label": {
      "en": "tasks",
      "zh": "任务数"
    },
    "comment": "How many tasks the data or benchmark covers.",
    "parents": []
  },
  "https://w3id.org/stemma#taskTypeCount": {
    "label": {
      "en": "task types",
      "zh": "任务类型数"
    },
    "comment": "How many types its tasks fall into.",
    "parents": []
  },
  "https://w3id.org/stemma#processing": {
    "label": {
      "en": "processing step",
      "zh": "处理步骤"
    },
    "comment": "A step that the raw text went through, such as document deduplication.",
    "parents": []
  },
  "https://w3id.org/stemma#memory": {
    "label": {
      "en": "memory",
      "zh": "显存"
    },
    "comment": "The memory of one accelerator.",
    "parents": []
  },
  "https://w3id.org/stemma#peakFlops": {
    "label": {
      "en": "peak speed",
      "zh": "峰值算力"
    },
    "comment": "Peak speed of one accelerator in 16-bit floating point without sparsity, in floating point operations a second.",
    "parents": []
  },
  "https://w3id.org/stemma#acceleratorCount": {
    "label": {
      "en": "accelerators",
      "zh": "加速器数"
    },
    "comment": "How many accelerators one such server or computer holds.",
    "parents": []
  },
  "https://w3id.org/stemma#spdxId": {
    "label": {
      "en": "SPDX identifier",
      "zh": "SPDX 标识"
    },
    "comment": "The licence's identifier in the SPDX licence list.",
    "parents": [
      "http://purl.org/dc/terms/identifier"
    ]
  },
  "https://w3id.org/stemma#documentType": {
    "label": {
      "en": "document type",
      "zh": "文献类型"
    },
    "comment": "What kind of document it is; a reader trusts a paper on its own model more than an article about it.",
    "parents": []
  },
  "https://w3id.org/stemma#author": {
    "label": {
      "en": "author",
      "zh": "作者"
    },
    "comment": "The name of an author.",
    "parents": [
      "http://purl.org/dc/elements/1.1/creator"
    ]
  },
  "https://w3id.org/stemma#arxivId": {
    "label": {
      "en": "arXiv identifier",
      "zh": "arXiv 编号"
    },
    "comment": "The document's arXiv identifier, without version.",
    "parents": [
      "http://purl.org/dc/terms/identifier"
    ]
  },
  "https://w3id.org/stemma#doi": {
    "label": {
      "en": "DOI",
      "zh": "DOI"
    },
    "comment": "The document's digital object identifier, without resolver.",
    "parents": [
      "http://purl.org/dc/terms/identifier"
    ]
  },
  "https://w3id.org/stemma#retrieved": {
    "label": {
      "en": "retrieved",
      "zh": "访问日期"
    },
    "comment": "The day on which the document was read.",
    "parents": []
  },
  "https://w3id.org/stemma#version": {
    "label": {
      "en": "version",
      "zh": "版本"
    },
    "comment": "The version that the document says it is, or that a catalogue gives for the model or dataset that it describes.",
    "parents": []
  },
  "https://w3id.org/stemma#sha256": {
    "label": {
      "en": "SHA-256",
      "zh": "SHA-256"
    },
    "comment": "The SHA-256 checksum of the document as it was read, in lower-case hexadecimal.",
    "parents": []
  },
  "https://w3id.org/stemma#method": {
    "label": {
      "en": "method",
      "zh": "方法"
    },
    "comment": "How it was trained, in the field's words: instruction fine-tuning, RLHF, meta-training.",
    "parents": []
  },
  "https://w3id.org/stemma#tokensSeen": {
    "label": {
      "en": "tokens seen",
      "zh": "训练词元数"
    },
    "comment": "How many tokens the training went through, repetitions counted; not how many the corpus has.",
    "parents": []
  },
  "https://w3id.org/stemma#compute": {
    "label": {
      "en": "compute",
      "zh": "计算量"
    },
    "comment": "How many floating point operations the training took.",
    "parents": []
  },
  "https://w3id.org/stemma#energy": {
    "label": {
      "en": "energy",
      "zh": "能耗"
    },
    "comment": "The electricity that the training took, in kilowatt-hours.",
    "parents": []
  },
  "https://w3id.org/stemma#carbonEmissions": {
    "label": {
      "en": "carbon emissions",
      "zh": "碳排放量"
    },
    "comment": "The emissions of the training, in kilograms of carbon dioxide equivalent.",
    "parents": []
  },
  "https://w3id.org/stemma#started": {
    "label": {
      "en": "started",
      "zh": "开始日期"
    },
    "comment": "When the training began.",
    "parents": []
  },
  "https://w3id.org/stemma#ended": {
    "label": {
      "en": "ended",
      "zh": "结束日期"
    },
    "comment": "When the training ended.",
    "parents": []
  },
  "https://w3id.org/stemma#duration": {
    "label": {
      "en": "duration",
      "zh": "时长"
    },
    "comment": "How many hours it took by the clock.",
    "parents": []
  },
  "https://w3id.org/stemma#deviceCount": {
    "label": {
      "en": "devices",
      "zh": "设备数"
    },
    "comment": "How many accelerators were used.",
    "parents": []
  },
  "https://w3id.org/stemma#nodeCount": {
    "label": {
      "en": "nodes",
      "zh": "节点数"
    },
    "comment": "How many servers were used.",
    "parents": []
  },
  "https://w3id.org/stemma#devicesPerNode": {
    "label": {
      "en": "devices per node",
      "zh": "每节点设备数"
    },
    "comment": "How many accelerators each server had.",
    "parents": []
  },
  "https://w3id.org/stemma#epochs": {
    "label": {
      "en": "epochs",
      "zh": "训练轮数"
    },
    "comment": "How many times the training went through the dataset.",
    "parents": []
  },
  "https://w3id.org/stemma#weight": {
    "label": {
      "en": "share of the mixture",
      "zh": "采样比例"
    },
    "comment": "What share of the training's tokens was drawn from the dataset, in percent.",
    "parents": []
  },
  "https://w3id.org/stemma#examplesPerTask": {
    "label": {
      "en": "examples per task",
      "zh": "每任务样本数"
    },
    "comment": "How many examples of each task were used.",
    "parents": []
  },
  "https://w3id.org/stemma#score": {
    "label": {
      "en": "score",
      "zh": "得分"
    },
    "comment": "The number that came out.",
    "parents": []
  },
  "https://w3id.org/stemma#scoreUnit": {
    "label": {
      "en": "unit of the score",
      "zh": "得分单位"
    },
    "comment": "The unit of a score or margin; absent where the source does not state it.",
    "parents": []
  },
  "https://w3id.org/stemma#outcome": {
    "label": {
      "en": "outcome",
      "zh": "结果"
    },
    "comment": "How the comparison came out for the model that it is of.",
    "parents": []
  },
  "https://w3id.org/stemma#margin": {
    "label": {
      "en": "margin",
      "zh": "差距"
    },
    "comment": "By how much, in the unit given.",
    "parents": []
  },
  "https://w3id.org/stemma#status": {
    "label": {
      "en": "status",
      "zh": "状态"
    },
    "comment": "Said in place of a value: there is none (absent), it is not known (unknown), or its owner does not tell (withheld).",
    "parents": []
  },
  "https://w3id.org/stemma#rank": {
    "label": {
      "en": "rank",
      "zh": "等级"
    },
    "comment": "Preferred before normal; a deprecated claim is kept and not believed.",
    "parents": []
  },
  "https://w3id.org/stemma#rankReason": {
    "label": {
      "en": "reason for the rank",
      "zh": "等级理由"
    },
    "comment": "Why the claim is preferred or deprecated.",
    "parents": []
  },
  "https://w3id.org/stemma#at": {
    "label": {
      "en": "at",
      "zh": "位置"
    },
    "comment": "Where in the source the claim stands: section, paragraph, table, page, row.",
    "parents": []
  },
  "https://w3id.org/stemma#asWritten": {
    "label": {
      "en": "as written",
      "zh": "原文写法"
    },
    "comment": "The value as the source writes it; how many digits it gives says how exact it is.",
    "parents": []
  },
  "https://w3id.org/stemma#atLeast": {
    "label": {
      "en": "at least",
      "zh": "下限"
    },
    "comment": "The least figure that would be written as the source writes this one, where the value alone does not tell: \"70B\", \"about 600\" and \"more than 10K\" leave a range open.",
    "parents": []
  },
  "https://w3id.org/stemma#atMost": {
    "label": {
      "en": "at most",
      "zh": "上限"
    },
    "comment": "The greatest figure that would be written as the source writes this one; a lower bound has none.",
    "parents": []
  },
  "https://w3id.org/stemma#note": {
    "label": {
      "en": "note",
      "zh": "备注"
    },
    "comment": "What a reader of the claim should know, in the curator's words.",
    "parents": []
  },
  "https://w3id.org/stemma#confidence": {
    "label": {
      "en": "confidence",
      "zh": "置信度"
    },
    "comment": "How sure the source or its curator is, from 0 to 1.",
    "parents": []
  },
  "http://www.w3.org/2000/01/rdf-schema#label": {
    "label": {
      "en": "name",
      "zh": "名称"
    },
    "comment": "What it is called, one name in each language.",
    "parents": []
  },
  "http://www.w3.org/2004/02/skos/core#altLabel": {
    "label": {
      "en": "also called",
      "zh": "别名"
    },
    "comment": "Another name, an abbreviation or a former name.",
    "parents": []
  },
  "http://purl.org/dc/terms/description": {
    "label": {
      "en": "description",
      "zh": "描述"
    },
    "comment": "What it is, in a sentence or two.",
    "parents": []
  },
  "http://xmlns.com/foaf/0.1/page": {
    "label": {
      "en": "page",
      "zh": "网页"
    },
    "comment": "A page about it.",
    "parents": []
  },
  "http://www.w3.org/2004/02/skos/core#exactMatch": {
    "label": {
      "en": "same as",
      "zh": "等同于"
    },
    "comment": "The same thing in another dataset.",
    "parents": []
  },
  "http://purl.org/dc/terms/issued": {
    "label": {
      "en": "released",
      "zh": "发布日期"
    },
    "comment": "The day, month or year on which it was made public.",
    "parents": []
  },
  "http://purl.org/dc/terms/created": {
    "label": {
      "en": "created",
      "zh": "登记日期"
    },
    "comment": "The day on which its record was made in the catalogue that it is published in.",
    "parents": []
  },
  "http://purl.org/dc/terms/license": {
    "label": {
      "en": "licence",
      "zh": "许可证"
    },
    "comment": "The terms under which it may be used.",
    "parents": []
  },
  "http://purl.org/dc/terms/isVersionOf": {
    "label": {
      "en": "edition of",
      "zh": "所属文献"
    },
    "comment": "The document of which this is one edition, as it was at some time: two editions of one table are one witness, not two.",
    "parents": []
  },
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject": {
    "label": {
      "en": "subject",
      "zh": "主语"
    },
    "comment": "The thing that the claim is about.",
    "parents": []
  },
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate": {
    "label": {
      "en": "predicate",
      "zh": "谓语"
    },
    "comment": "The property that it states.",
    "parents": []
  },
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#object": {
    "label": {
      "en": "object",
      "zh": "宾语"
    },
    "comment": "The value that it states; absent where there is a status.",
    "parents": []
  },
  "http://www.w3.org/ns/prov#hadPrimarySource": {
    "label": {
      "en": "source",
      "zh": "来源"
    },
    "comment": "The document that was read and says so.",
    "parents": []
  }
} as const

/** What the ontology says of itself. */
export const ontology = {
  "iri": "https://w3id.org/stemma",
  "title": {
    "en": "Stemma, a vocabulary for the lineage of language models",
    "zh": "Stemma：语言模型谱系词汇表"
  },
  "description": {
    "en": "Terms and shapes for what a language model derives from, what it was trained on, what it ran on, who made it, how big it is, how it scored, and who says so.",
    "zh": "用于描述语言模型的来源、训练数据、硬件、制作者、规模、得分及其出处的术语与形状约束。"
  },
  "version": "0.1.0",
  "versionIri": "https://w3id.org/stemma/ontology/0.1.0",
  "license": "https://creativecommons.org/licenses/by/4.0/",
  "status": "draft",
  "created": "2026-11-23",
  "issued": "2026-11-24",
  "modified": "2026-11-26",
  "citation": "The Stemma maintainers: Stemma, a vocabulary for the lineage of language models, version 0.1.0, 2026.",
  "maintainers": {
    "iri": "https://w3id.org/stemma#maintainers",
    "name": "The Stemma maintainers"
  }
} as const

/** Of each class, by name: the classes of other vocabularies that it is under, and what to see beside it. */
export const classLinks = {
  "Model": {
    "parents": [
      "https://w3id.org/fair4ml#MLModel",
      "http://data.europa.eu/it6/MachineLearningModel",
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  },
  "Dataset": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "http://www.w3.org/ns/dcat#Dataset",
      "https://schema.org/Dataset"
    ],
    "see": []
  },
  "Hardware": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "http://data.europa.eu/it6/Hardware"
    ],
    "see": []
  },
  "Organization": {
    "parents": [
      "http://xmlns.com/foaf/0.1/Organization",
      "http://www.w3.org/ns/prov#Organization",
      "https://schema.org/Organization"
    ],
    "see": []
  },
  "Software": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "https://schema.org/SoftwareApplication"
    ],
    "see": []
  },
  "Application": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "https://schema.org/SoftwareApplication"
    ],
    "see": []
  },
  "Document": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "http://xmlns.com/foaf/0.1/Document",
      "https://schema.org/CreativeWork"
    ],
    "see": []
  },
  "Benchmark": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "http://data.europa.eu/it6/Benchmark"
    ],
    "see": []
  },
  "License": {
    "parents": [
      "http://purl.org/dc/terms/LicenseDocument"
    ],
    "see": []
  },
  "Mention": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  },
  "Training": {
    "parents": [
      "http://www.w3.org/ns/prov#Activity",
      "http://www.w3.org/ns/mls#Run"
    ],
    "see": []
  },
  "Usage": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": [
      "http://www.w3.org/ns/prov#Usage"
    ]
  },
  "Evaluation": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity",
      "https://w3id.org/fair4ml#MLModelEvaluation"
    ],
    "see": []
  },
  "Comparison": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  },
  "Claim": {
    "parents": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  }
} as const

/** Of each property of our own, by IRI: the classes of its domain and range, and what to see beside it. */
export const propertyLinks = {
  "https://w3id.org/stemma#ofModel": {
    "domain": [
      "https://w3id.org/stemma#Training",
      "https://w3id.org/stemma#Evaluation",
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": [
      "https://w3id.org/fair4ml#evaluatedMLModel"
    ]
  },
  "https://w3id.org/stemma#ofTraining": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "https://w3id.org/stemma#Training"
    ],
    "see": []
  },
  "https://w3id.org/stemma#uses": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Hardware",
      "https://w3id.org/stemma#Software"
    ],
    "see": []
  },
  "https://w3id.org/stemma#benchmark": {
    "domain": [
      "https://w3id.org/stemma#Evaluation",
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "https://w3id.org/stemma#Benchmark"
    ],
    "see": []
  },
  "https://w3id.org/stemma#comparedWith": {
    "domain": [
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#producer": {
    "domain": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "range": [
      "https://w3id.org/stemma#Organization"
    ],
    "see": [
      "http://purl.org/dc/terms/creator",
      "http://data.europa.eu/it6/hasProvider"
    ]
  },
  "https://w3id.org/stemma#describedBy": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Hardware",
      "https://w3id.org/stemma#Organization",
      "https://w3id.org/stemma#Software",
      "https://w3id.org/stemma#Application",
      "https://w3id.org/stemma#Benchmark",
      "https://w3id.org/stemma#License"
    ],
    "range": [
      "https://w3id.org/stemma#Document"
    ],
    "see": [
      "https://schema.org/subjectOf",
      "http://data.europa.eu/it6/hasBibliographicReference"
    ]
  },
  "https://w3id.org/stemma#codeRepository": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Software"
    ],
    "range": [
      "http://xmlns.com/foaf/0.1/Document"
    ],
    "see": [
      "https://schema.org/codeRepository"
    ]
  },
  "https://w3id.org/stemma#dependsOn": {
    "domain": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "range": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  },
  "https://w3id.org/stemma#mayBe": {
    "domain": [
      "https://w3id.org/stemma#Mention"
    ],
    "range": [
      "http://www.w3.org/ns/prov#Entity"
    ],
    "see": []
  },
  "https://w3id.org/stemma#variantOf": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": [
      "http://data.europa.eu/it6/hasVariation"
    ]
  },
  "https://w3id.org/stemma#flagship": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#derivedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "see": []
  },
  "https://w3id.org/stemma#fineTunedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#adaptedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#quantizedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#mergedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#distilledFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#promptedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#continuedFrom": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#succeeds": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#inspiredBy": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "see": []
  },
  "https://w3id.org/stemma#hasPart": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "https://w3id.org/stemma#Dataset"
    ],
    "see": []
  },
  "https://w3id.org/stemma#generatedBy": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "https://w3id.org/stemma#Model"
    ],
    "see": []
  },
  "https://w3id.org/stemma#trainedOn": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Dataset"
    ],
    "see": []
  },
  "https://w3id.org/stemma#ranOn": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Hardware"
    ],
    "see": []
  },
  "https://w3id.org/stemma#trainedWith": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Software"
    ],
    "see": []
  },
  "https://w3id.org/stemma#usesTool": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Software"
    ],
    "see": []
  },
  "https://w3id.org/stemma#evaluatedOn": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "https://w3id.org/stemma#Benchmark"
    ],
    "see": [
      "https://w3id.org/fair4ml#evaluatedOn"
    ]
  },
  "https://w3id.org/stemma#accelerator": {
    "domain": [
      "https://w3id.org/stemma#Hardware"
    ],
    "range": [
      "https://w3id.org/stemma#Hardware"
    ],
    "see": []
  },
  "https://w3id.org/stemma#usesDataset": {
    "domain": [
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "https://w3id.org/stemma#Dataset"
    ],
    "see": []
  },
  "https://w3id.org/stemma#citing": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "https://w3id.org/stemma#Document"
    ],
    "see": []
  },
  "https://w3id.org/stemma#phase": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#metric": {
    "domain": [
      "https://w3id.org/stemma#Evaluation"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": [
      "https://w3id.org/fair4ml#evaluationMetrics"
    ]
  },
  "https://w3id.org/stemma#setting": {
    "domain": [
      "https://w3id.org/stemma#Evaluation"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#aspect": {
    "domain": [
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#access": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": [
      "https://schema.org/conditionsOfAccess"
    ]
  },
  "https://w3id.org/stemma#hubId": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#revision": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": [
      "https://schema.org/version"
    ]
  },
  "https://w3id.org/stemma#weightsDigest": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": [
      "https://schema.org/sha256"
    ]
  },
  "https://w3id.org/stemma#architecture": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#task": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#parameterCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#variantCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#smallestParameterCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#largestParameterCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#layerCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#headCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#hiddenSize": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#contextLength": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#vocabularySize": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#contributorCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#ruleCount": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#evidenceLength": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#finding": {
    "domain": [
      "https://w3id.org/stemma#Model"
    ],
    "range": [
      "http://www.w3.org/2000/01/rdf-schema#Literal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#language": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Document",
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#language"
    ],
    "see": [
      "https://schema.org/inLanguage",
      "http://purl.org/dc/terms/language"
    ]
  },
  "https://w3id.org/stemma#promptLanguage": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#language"
    ],
    "see": []
  },
  "https://w3id.org/stemma#naturalLanguageCount": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#programmingLanguageCount": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#extent": {
    "domain": [
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#extentInUnknownUnit": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#sizeInBytes": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": [
      "http://www.w3.org/ns/dcat#byteSize"
    ]
  },
  "https://w3id.org/stemma#tokenCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#wordCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#documentCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#exampleCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#sourceCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#taskCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#taskTypeCount": {
    "domain": [
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Benchmark"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#processing": {
    "domain": [
      "https://w3id.org/stemma#Dataset"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#memory": {
    "domain": [
      "https://w3id.org/stemma#Hardware"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#peakFlops": {
    "domain": [
      "https://w3id.org/stemma#Hardware"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#acceleratorCount": {
    "domain": [
      "https://w3id.org/stemma#Hardware"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#spdxId": {
    "domain": [
      "https://w3id.org/stemma#License"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#documentType": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#author": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#arxivId": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#doi": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#retrieved": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2000/01/rdf-schema#Literal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#version": {
    "domain": [
      "https://w3id.org/stemma#Model",
      "https://w3id.org/stemma#Dataset",
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": [
      "http://www.w3.org/ns/dcat#version"
    ]
  },
  "https://w3id.org/stemma#sha256": {
    "domain": [
      "https://w3id.org/stemma#Document"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#method": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#tokensSeen": {
    "domain": [
      "https://w3id.org/stemma#Training",
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#compute": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#energy": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#carbonEmissions": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": [
      "https://w3id.org/fair4ml#hasCO2eEmissions"
    ]
  },
  "https://w3id.org/stemma#started": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2000/01/rdf-schema#Literal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#ended": {
    "domain": [
      "https://w3id.org/stemma#Training"
    ],
    "range": [
      "http://www.w3.org/2000/01/rdf-schema#Literal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#duration": {
    "domain": [
      "https://w3id.org/stemma#Training",
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#deviceCount": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#nodeCount": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#devicesPerNode": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#epochs": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#weight": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#examplesPerTask": {
    "domain": [
      "https://w3id.org/stemma#Usage"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#integer"
    ],
    "see": []
  },
  "https://w3id.org/stemma#score": {
    "domain": [
      "https://w3id.org/stemma#Evaluation"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": [
      "https://w3id.org/fair4ml#evaluationResults"
    ]
  },
  "https://w3id.org/stemma#scoreUnit": {
    "domain": [
      "https://w3id.org/stemma#Evaluation",
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#outcome": {
    "domain": [
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#margin": {
    "domain": [
      "https://w3id.org/stemma#Comparison"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#status": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#rank": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#rankReason": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#at": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#asWritten": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#atLeast": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#atMost": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  },
  "https://w3id.org/stemma#note": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#string"
    ],
    "see": []
  },
  "https://w3id.org/stemma#confidence": {
    "domain": [
      "https://w3id.org/stemma#Claim"
    ],
    "range": [
      "http://www.w3.org/2001/XMLSchema#decimal"
    ],
    "see": []
  }
} as const

/** Of each class, by name: the classes of other vocabularies that are read as it, and by key the paths that are: IRIs with spaces between, with ^ in front where the step is walked backwards. */
export const readings = {
  "Model": {
    "classes": [
      "https://w3id.org/fair4ml#MLModel",
      "http://data.europa.eu/it6/MachineLearningModel",
      "http://www.w3.org/ns/mls#Model"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "created": [
        "https://schema.org/dateCreated"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "license": [
        "https://schema.org/license"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ],
      "codeRepository": [
        "https://schema.org/codeRepository"
      ],
      "weightsDigest": [
        "http://data.europa.eu/it6/hasFile http://spdx.org/rdf/terms#checksum http://spdx.org/rdf/terms#checksumValue"
      ],
      "variantOf": [
        "https://schema.org/isVariantOf",
        "^http://data.europa.eu/it6/hasVariation"
      ],
      "derivedFrom": [
        "http://www.w3.org/ns/prov#wasDerivedFrom",
        "https://schema.org/isBasedOn"
      ],
      "fineTunedFrom": [
        "https://w3id.org/fair4ml#fineTunedFrom",
        "http://data.europa.eu/it6/fineTunedFrom"
      ],
      "trainedOn": [
        "https://w3id.org/fair4ml#trainedOn",
        "http://data.europa.eu/it6/trainedOn"
      ],
      "evaluatedOn": [
        "http://data.europa.eu/it6/hasBenchmark",
        "https://w3id.org/fair4ml#evaluatedOn"
      ],
      "architecture": [
        "http://data.europa.eu/it6/modelArchitecture"
      ],
      "task": [
        "https://w3id.org/fair4ml#mlTask"
      ],
      "parameterCount": [
        "http://data.europa.eu/it6/totalNumberOfParameters"
      ],
      "language": [
        "https://schema.org/inLanguage",
        "http://purl.org/dc/terms/language"
      ],
      "version": [
        "http://www.w3.org/ns/dcat#version",
        "https://schema.org/version"
      ],
      "training": [
        "^http://www.w3.org/ns/mls#hasOutput"
      ],
      "evaluation": [
        "https://w3id.org/fair4ml#hasEvaluation",
        "^https://w3id.org/fair4ml#evaluatedMLModel"
      ]
    }
  },
  "Dataset": {
    "classes": [
      "http://www.w3.org/ns/dcat#Dataset",
      "https://schema.org/Dataset"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "created": [
        "https://schema.org/dateCreated"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "license": [
        "https://schema.org/license"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ],
      "codeRepository": [
        "https://schema.org/codeRepository"
      ],
      "derivedFrom": [
        "http://www.w3.org/ns/prov#wasDerivedFrom",
        "https://schema.org/isBasedOn",
        "http://purl.org/dc/terms/source"
      ],
      "hasPart": [
        "http://purl.org/dc/terms/hasPart",
        "https://schema.org/hasPart",
        "^http://purl.org/dc/terms/isPartOf",
        "^https://schema.org/isPartOf"
      ],
      "language": [
        "https://schema.org/inLanguage",
        "http://purl.org/dc/terms/language"
      ],
      "sizeInBytes": [
        "http://www.w3.org/ns/dcat#distribution http://www.w3.org/ns/dcat#byteSize",
        "https://schema.org/distribution https://schema.org/contentSize"
      ],
      "version": [
        "http://www.w3.org/ns/dcat#version",
        "https://schema.org/version"
      ]
    }
  },
  "Hardware": {
    "classes": [
      "http://data.europa.eu/it6/Hardware"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ]
    }
  },
  "Organization": {
    "classes": [
      "http://www.w3.org/ns/prov#Organization",
      "https://schema.org/Organization",
      "http://xmlns.com/foaf/0.1/Organization"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ]
    }
  },
  "Software": {
    "classes": [
      "https://schema.org/SoftwareApplication",
      "https://schema.org/SoftwareSourceCode",
      "http://data.europa.eu/it6/Library"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "license": [
        "https://schema.org/license"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ],
      "codeRepository": [
        "https://schema.org/codeRepository"
      ]
    }
  },
  "Application": {
    "classes": [],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ]
    }
  },
  "Document": {
    "classes": [
      "http://xmlns.com/foaf/0.1/Document",
      "https://schema.org/ScholarlyArticle",
      "https://schema.org/Article",
      "https://linkedpaperswithcode.com/class/paper"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "license": [
        "https://schema.org/license"
      ],
      "language": [
        "https://schema.org/inLanguage",
        "http://purl.org/dc/terms/language"
      ],
      "author": [
        "https://schema.org/author",
        "http://purl.org/dc/terms/creator",
        "http://purl.org/dc/elements/1.1/creator"
      ],
      "doi": [
        "http://purl.org/ontology/bibo/doi"
      ],
      "version": [
        "http://www.w3.org/ns/dcat#version",
        "https://schema.org/version"
      ]
    }
  },
  "Benchmark": {
    "classes": [
      "http://data.europa.eu/it6/Benchmark"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "released": [
        "https://schema.org/datePublished",
        "http://data.europa.eu/it6/releaseDate"
      ],
      "producer": [
        "http://purl.org/dc/terms/publisher",
        "https://schema.org/publisher",
        "https://schema.org/provider",
        "http://data.europa.eu/it6/hasProvider",
        "http://purl.org/dc/terms/creator",
        "https://schema.org/creator",
        "https://schema.org/author",
        "http://www.w3.org/ns/prov#wasAttributedTo"
      ],
      "license": [
        "https://schema.org/license"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ],
      "language": [
        "https://schema.org/inLanguage",
        "http://purl.org/dc/terms/language"
      ]
    }
  },
  "License": {
    "classes": [
      "http://purl.org/dc/terms/LicenseDocument"
    ],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ],
      "homepage": [
        "https://schema.org/url",
        "http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/ns/dcat#landingPage",
        "http://www.w3.org/ns/prov#atLocation"
      ],
      "sameAs": [
        "http://www.w3.org/2002/07/owl#sameAs",
        "https://schema.org/sameAs"
      ],
      "describedBy": [
        "https://schema.org/subjectOf",
        "https://schema.org/citation",
        "http://mlcommons.org/croissant/citeAs",
        "http://purl.org/dc/terms/isReferencedBy",
        "http://data.europa.eu/it6/hasBibliographicReference http://purl.org/dc/terms/references"
      ]
    }
  },
  "Mention": {
    "classes": [],
    "keys": {
      "name": [
        "https://schema.org/name",
        "http://purl.org/dc/terms/title",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/elements/1.1/title"
      ],
      "altName": [
        "https://schema.org/alternateName",
        "http://purl.org/dc/terms/alternative"
      ],
      "description": [
        "https://schema.org/description",
        "http://data.europa.eu/it6/shortDescription"
      ]
    }
  },
  "Training": {
    "classes": [
      "http://www.w3.org/ns/mls#Run",
      "http://data.europa.eu/it6/Run"
    ],
    "keys": {}
  },
  "Usage": {
    "classes": [],
    "keys": {}
  },
  "Evaluation": {
    "classes": [
      "https://w3id.org/fair4ml#MLModelEvaluation"
    ],
    "keys": {
      "benchmark": [
        "https://w3id.org/fair4ml#evaluationDataset"
      ],
      "metric": [
        "https://w3id.org/fair4ml#evaluationMetrics"
      ],
      "score": [
        "https://w3id.org/fair4ml#evaluationResults"
      ]
    }
  },
  "Comparison": {
    "classes": [],
    "keys": {}
  },
  "Claim": {
    "classes": [],
    "keys": {}
  }
} as const
