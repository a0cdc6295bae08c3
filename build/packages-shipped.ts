import type { Plugin } from 'vite';

/** The folder of a package, also of one in another's. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
/** How a style takes in a package. */
const STYLE_USES = /@(?:use|forward|import)\s+'([^'./][^']*)'/g;

/** The packages of which something ends up in what is built: in scripts, in workers, as files beside them, in styles. */
export class PackagesShipped {
  readonly #folders = new Set<string>();

  /** Their folders, absolute or from the project's, in order. */
  get folders(): readonly string[] {
    return [...this.#folders].sort();
  }

  /** Gives what notes them down while the page, or one of its workers, is built. */
  plugin(): Plugin {
    return {
      name: 'packages-shipped',
      enforce: 'pre',
      transform: (code, id) => {
        if (!id.endsWith('.scss')) return null;
        for (const [, path = ''] of code.matchAll(STYLE_USES)) this.#note(`node_modules/${path}`);
        return null;
      },
      generateBundle: (_, bundle) => {
        for (const one of Object.values(bundle)) {
          if (one.type === 'asset') for (const file of one.originalFileNames) this.#note(file);
          else
            for (const [id, { renderedLength }] of Object.entries(one.modules))
              if (renderedLength > 0) this.#note(id);
        }
      },
    };
  }

  #note(path: string): void {
    const [folder] = PACKAGE.exec(path) ?? [];
    if (folder !== undefined) this.#folders.add(folder.replaceAll('\0', ''));
  }
}
