import loadHighs from 'highs';
import type { Solve } from './solver.ts';

/**
 * Limits that do not hang on the machine: the same return is withheld in the same way wherever it is made. What is not
 * decided within them counts as not proved.
 */
const LIMITS = { mip_max_nodes: 2_000, simplex_iteration_limit: 20_000 };

/** Takes the solver's program, or where it lies; gives the solver, loaded. */
export async function loadSolver(program: Blob | string): Promise<Solve> {
  // Asked for its place even where it has the program, it would otherwise work one out of an address that a blob has not.
  const highs = await loadHighs(
    typeof program === 'string'
      ? { locateFile: () => program }
      : { locateFile: (name) => name, wasmBinary: await program.arrayBuffer() },
  );
  return (problem) => {
    const { Status, Columns } = highs.solve(problem, LIMITS);
    if (Status !== 'Optimal') return null;
    return new Map(
      Object.entries(Columns).map(([name, column]) => [
        name,
        'Primal' in column ? column.Primal : NaN,
      ]),
    );
  };
}
