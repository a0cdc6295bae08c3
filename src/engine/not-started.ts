import { Problem } from '../model/problem.ts';

const WHAT = 'The part of the page that does the counting did not start.';
const SAFE = 'Nothing was read and nothing is lost.';
/** What those who look after computers need to know. The names are those of the browsers' own policies. */
const FOR_IT =
  'Send this to those who look after your computer: “Quarterlight needs WebAssembly, and workers that are started from blob addresses, on its own address. In Edge and Chrome these are held back by the policies DefaultJavaScriptJitSetting and, in Edge, EnhanceSecurityMode: add the address to JavaScriptJitAllowedForSites, and to EnhanceSecurityModeBypassListDomains. In Firefox javascript.options.wasm must be true.”';

/** Takes the status that the engine's program was answered with; gives the Problem. */
export function notArrived(status: number): Problem {
  return new Problem(
    WHAT,
    `${SAFE} A file that it needs did not arrive (the answer was ${status}). Try again; if it goes on, tell whoever put Quarterlight here: the file in assets that ends in .wasm must be served.`,
  );
}

/** What is served in the program's place, often a page that asks to sign in, is no WebAssembly. */
export function notAProgram(): Problem {
  return new Problem(
    WHAT,
    `${SAFE} Something else arrived in the place of a file that it needs: perhaps a page that asks you to sign in to the network. Open another page to see whether you are connected, then try again. If it goes on, tell whoever put Quarterlight here: the file in assets that ends in .wasm must be served as it is.`,
  );
}

/** The program is there, and neither runs nor says why: it is held back. */
export function notAnswered(): Problem {
  return new Problem(
    WHAT,
    `${SAFE} It was given, and did not answer for a minute: this browser may not be allowed to run it. ${FOR_IT}`,
  );
}

/** Takes whatever kept the engine from starting; gives the Problem: itself where it is one. */
export function whyNotStarted(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (typeof WebAssembly === 'undefined') {
    return new Problem(WHAT, `${SAFE} This browser does not run WebAssembly. ${FOR_IT}`, thrown);
  }
  if (thrown instanceof TypeError) {
    return new Problem(
      WHAT,
      `${SAFE} A file that it needs did not arrive: the connection broke off. Try again once you are connected.`,
      thrown,
    );
  }
  return new Problem(
    WHAT,
    `${SAFE} Try again. If it goes on, this browser may be too old, or may not be allowed to run it. ${FOR_IT}`,
    thrown,
  );
}
