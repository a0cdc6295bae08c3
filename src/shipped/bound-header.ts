/** What must stand in a policy so that whoever it binds can ask nobody but its own origin. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['default-src', "'none'"],
  ['connect-src', "'self'"],
]);

/**
 * Takes a response's Content-Security-Policy header, or null where it has none; tells whether it lets what came with it
 * ask its own origin alone. Of several policies, one that does so is enough: all of them bind.
 */
export function bindsToOrigin(header: string | null): boolean {
  return (header ?? '').split(',').some((policy) => {
    const said = directivesOf(policy);
    return [...NEEDED].every(([name, sources]) => said.get(name) === sources);
  });
}

/** A directive that is said twice counts as it was said first. */
function directivesOf(policy: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (!said.has(key)) said.set(key, sources.join(' ').toLowerCase());
  }
  return said;
}
