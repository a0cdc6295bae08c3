import loadHighs from 'highs';
import { solverNotArrived } from './solver-missing.ts';
import type { Solve } from './solver.ts';

/**
 * Limits that do not hang on the machine: the same return is withheld in the same way wherever it is made. What is not
 * decided within them counts as not proved.
 */
const LIMITS = { mip_max_nodes: 2_000, simplex_iteration_limit: 20_000 };

/** Takes the solver's program, or where it lies; gives the solver, loaded. Throws a Problem where it cannot be. */
export async function loadSolver(program: Blob | string): Promise<Solve> {
  const highs = await loaded(program).catch((thrown: unknown) => {
    throw solverNotArrived(thrown);
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

async function loaded(program: Blob | string) {
  return loadHighs(
    typeof program === 'string' ? { locateFile: () => program } : await withProgram(program),
  );
}

/** The package's `wasmBinary` is not heard by its loader, which then looks for an address: `instantiateWasm` is. */
async function withProgram(program: Blob) {
  const compiled = await WebAssembly.compile(await program.arrayBuffer());
  return {
    locateFile: (name: string) => name,
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (made: WebAssembly.Instance) => void,
    ): void => done(new WebAssembly.Instance(compiled, imports)),
  };
}
