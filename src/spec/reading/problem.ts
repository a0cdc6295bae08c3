/** A definition that is wrong: which file, where in it, and what. Fails the build. */
export class SpecProblem extends Error {
  constructor(file: string, says: string) {
    super(`${file}: ${says}`);
    this.name = 'SpecProblem';
  }
}
