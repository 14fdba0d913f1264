/**
 * Saved questions and command lines that a store answers otherwise or not at all, by what was found of the versions that
 * Debian has: Virtuoso 7.2.5, Jena 4.5. A few come out right now and then, as the store plans.
 */

/** By store, and by question or command line. */
export const known: Readonly<Record<'Virtuoso' | 'TDB2', Readonly<Record<string, string>>>> = {
  Virtuoso: {
    deprecated: 'refuses EXISTS with a path beside another condition (SP031: lost filters in equivs)',
    descendants: 'gives a thing that a path reaches in two ways twice, in spite of DISTINCT',
    disagreements: 'fails on ABS of what is no number, where SPARQL has an error that the filter takes for no',
    'disagreements-about': 'fails on ABS of what is no number, where SPARQL has an error that the filter takes for no',
    downstream: 'loses the path of no steps, under some plans',
    fair4ml: 'COALESCE takes the error of an unbound variable for an empty text, and numbers lose how they were written',
    'human-feedback': 'cannot walk a path of which neither end is bound yet (TR…: transitive derived table)',
    languages: 'gives a row for each way that a path has, where SPARQL has one for each pair of ends',
    multilingual: 'cannot walk a path of which neither end is bound yet (TR…: transitive derived table)',
    path: 'cannot walk a path of which neither end is bound yet (TR…: transitive start not given)',
    'single-source': 'fails on ABS of what is no number, where SPARQL has an error that the filter takes for no',
    'tested-on-training-data': 'cannot walk a path of which neither end is bound yet (TR…: transitive derived table)',
    'tokens-per-parameter': 'COALESCE takes a value of another row for an unbound variable',
    'trained-on': 'cannot walk a path of which neither end is bound yet (TR…: transitive start not given)',
    unknown: 'loses rows of OPTIONAL with a path',
    'unlicensed-data': 'takes NOT EXISTS with a path for true',
    'without-data': 'takes MINUS with a path for nothing',
    'show model:sparrow --format turtle': 'keeps the value of a number, and not its type nor how it was written',
    'show chinchilla --lang zh --format json': 'keeps the value of a number, and not its type nor how it was written',
    'show bloomz --format jsonld': 'keeps the value of a number, and not its type nor how it was written',
  },
  TDB2: {
    'human-feedback': 'GROUP_CONCAT has its own order',
  },
}
