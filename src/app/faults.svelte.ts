import { Problem } from '../model/problem.ts';

/** What a browser says of a layout that it goes on with at the next frame: nothing is wrong. */
const HARMLESS = /^ResizeObserver loop/;

/** Errors in the page's own code that nothing else caught. What was thrown is shown to nobody: a value from a file may stand in it. */
export class Faults {
  problem = $state.raw<Problem | null>(null);

  /** Hears them from then on; gives what ends this. */
  listen(): () => void {
    const heard = new AbortController();
    const { signal } = heard;
    window.addEventListener('error', (event) => this.#take(event, event.message), { signal });
    window.addEventListener('unhandledrejection', (event) => this.#take(event, ''), { signal });
    return () => heard.abort();
  }

  dismiss(): void {
    this.problem = null;
  }

  #take(event: Event, message: string): void {
    // It would be written to the console, with what was thrown.
    event.preventDefault();
    if (HARMLESS.test(message)) return;
    this.problem = new Problem(
      'Something went wrong in the page.',
      'What was read and what you typed is still here, and nothing has left this computer. Go on. If something does not answer, save your profile and load the page anew; if it happens again, tell those who look after Quarterlight what you did.',
    );
  }
}
