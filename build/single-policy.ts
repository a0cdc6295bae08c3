import { createHash } from 'node:crypto';
import { META_POLICY } from './policy.ts';

/**
 * Takes the very texts of the scripts and of the style that stand in the one file; gives its Content-Security-Policy: that
 * of the hosted page, but with these texts, and no other, in the place of the page's own origin, and no connection.
 */
export function singlePolicy(scripts: readonly string[], style: string): string {
  const own: Readonly<Record<string, string | null>> = {
    'script-src': `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    'style-src': `style-src ${hashOf(style)}`,
    'worker-src': 'worker-src blob:',
    'connect-src': "connect-src 'none'",
    'img-src': 'img-src data: blob:',
    'font-src': null,
    'manifest-src': null,
  };
  const directives = META_POLICY.split('; ').map((directive) => {
    const [name = ''] = directive.split(' ');
    return name in own ? own[name] : directive;
  });
  const policy = directives.filter((directive) => typeof directive === 'string').join('; ');
  if (policy.includes("'self'")) throw new Error(`a file has no origin of its own: ${policy}`);
  return policy;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
