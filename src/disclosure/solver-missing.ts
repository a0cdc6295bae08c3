import { Problem } from '../model/problem.ts';

/** Takes why the solver's program did not arrive, or is none; gives the Problem. */
export function solverNotArrived(thrown: unknown): Problem {
  return new Problem(
    'The part of the page that withholds small numbers did not arrive.',
    'Nothing was withheld, and nothing was written. Look whether you are connected, then try again. If it goes on, tell whoever put Quarterlight here: each file in assets that ends in .wasm must be served.',
    thrown,
  );
}
