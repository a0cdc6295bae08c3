import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import about from '../package.json' with { type: 'json' };
import { type Component, componentsIn } from './component.ts';
import type { PackagesShipped } from './packages-shipped.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Beside the page: what it is made of, for programs (CycloneDX) and for people (the licences). */
const BILL = 'sbom.cdx.json';
const LICENCES = 'licences.txt';

/** Takes what noted the packages down; writes the bill of materials and the licences into what is built. */
export function billOfMaterials(shipped: PackagesShipped): Plugin {
  return {
    name: 'bill-of-materials',
    generateBundle() {
      const components = shipped.folders
        .flatMap((folder) => componentsIn(ROOT, folder))
        .filter(isFirst)
        .sort((one, other) => (one.purl < other.purl ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: BILL, source: bill(components) });
      this.emitFile({ type: 'asset', fileName: LICENCES, source: licences(components) });
    },
  };
}

function isFirst({ purl }: Component, place: number, all: readonly Component[]): boolean {
  return all.findIndex((other) => other.purl === purl) === place;
}

/** CycloneDX 1.6, without a number of its own or a time: the same parts give the same bytes. */
function bill(components: readonly Component[]): string {
  const { name, version, license, description } = about;
  const own = { type: 'application', 'bom-ref': name, name, version, description };
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...own, licenses: [{ license: { id: license } }] } },
    components: components.map((one) => ({
      type: 'library',
      'bom-ref': one.purl,
      name: one.name,
      version: one.version,
      licenses: [{ license: { id: one.licence } }],
      purl: one.purl,
    })),
    dependencies: [{ ref: name, dependsOn: components.map(({ purl }) => purl) }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function licences(components: readonly Component[]): string {
  const line = '-'.repeat(80);
  const said = components.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`,
  );
  return [
    `What Quarterlight ${about.version} is made of, and under which licences.\n`,
    ...said,
  ].join(`\n${line}\n\n`);
}
