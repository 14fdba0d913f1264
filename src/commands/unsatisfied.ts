/** An answer that is a problem in itself and is printed already, such as a check that found violations: exit code 1. */
export class Unsatisfied extends Error {}
