import loadHighs from 'highs';
import { Problem } from '../model/problem.ts';
import type { Solve } from './solver.ts';

/**
 * Limits that do not hang on the machine: the same return is withheld in the same way wherever it is made. What is not
 * decided within them counts as not proved.
 */
const LIMITS = { mip_max_nodes: 2_000, simplex_iteration_limit: 20_000 };

/** Takes where the solver's file lies; gives the solver, loaded. Throws a Problem where it does not arrive. */
export async function loadSolver(address: string): Promise<Solve> {
  const highs = await loadHighs({ locateFile: () => address }).catch((thrown: unknown) => {
    throw new Problem(
      'The part of the page that withholds small numbers did not arrive.',
      'Nothing was withheld, and nothing was written. Look whether you are connected, then try again. If it goes on, tell whoever put Quarterlight here: each file in assets that ends in .wasm must be served.',
      thrown,
    );
  });
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
