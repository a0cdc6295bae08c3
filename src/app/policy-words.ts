/** What each directive of the policy refuses, for those who never read one. */
const MEANS: Readonly<Record<string, (allows: string) => string>> = {
  'default-src': () =>
    'Whatever is not named below is refused: frames, plug-ins, sound and film among it.',
  'script-src': () =>
    'Code runs only if it came with this page. Code that stands in a file that you give, or in a text on the page, is never run.',
  'worker-src': () =>
    'Workers, which do the counting, are started only from this page’s own parts, and are bound by this policy too.',
  'connect-src': (allows) =>
    allows === "'none'"
      ? 'The page and its workers can send nothing to anywhere and fetch nothing.'
      : 'The page and its workers can exchange data with no address but the one that this page came from. Every other connection is refused by the browser.',
  'style-src': () => 'The look of the page comes with the page, and from nowhere else.',
  'img-src': () =>
    'Pictures come with the page or are drawn in it. A picture at another address, by which something could be sent, is not fetched.',
  'font-src': () => 'Fonts come with the page. None are fetched from elsewhere.',
  'manifest-src': () => 'What lets the page be installed comes with the page.',
  'form-action': () => 'No form can be sent, to anywhere.',
  'base-uri': () => 'The page’s own addresses cannot be bent to another place.',
  'frame-ancestors': () => 'No other page can show this one within itself and watch it.',
};

/** A directive, and what it means. */
export interface DirectiveInWords {
  readonly directive: string;
  readonly means: string;
}

/** Takes a policy; gives each of its directives with what it refuses, in plain words. */
export function policyInWords(policy: string): DirectiveInWords[] {
  const directives = policy.split(';').map((one) => one.trim());
  return directives.filter(Boolean).map((directive) => {
    const [name = '', ...allows] = directive.split(/\s+/);
    return {
      directive,
      means: MEANS[name]?.(allows.join(' ')) ?? 'A further restriction of the browser.',
    };
  });
}
