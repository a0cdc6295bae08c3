import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import about from './package.json' with { type: 'json' };
import { billOfMaterials } from './build/bill-of-materials.ts';
import { digestPlugin } from './build/digest.ts';
import { PackagesShipped } from './build/packages-shipped.ts';
import { hosting } from './build/hosting.ts';
import { offline } from './build/offline.ts';
import { HEADERS, META_POLICY } from './build/policy.ts';
import { singleFile } from './build/single-file.ts';
import { specPlugin } from './build/spec-plugin.ts';

const policyInPage: Plugin = {
  name: 'policy-in-page',
  transformIndexHtml: (html) => html.replace('%POLICY%', META_POLICY),
};

const hasDesktop =
  !process.env['CI'] &&
  (process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']));

const shipped = new PackagesShipped();

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [
    specPlugin(),
    svelte(),
    policyInPage,
    shipped.plugin(),
    billOfMaterials(shipped),
    digestPlugin(),
    mode === 'single' ? singleFile(`quarterlight-${about.version}.html`) : [hosting(), offline()],
  ],
  // Workers are started from a blob of their own text, so that the page's policy binds them: that takes a classic script.
  worker: { format: 'iife', plugins: () => [shipped.plugin()] },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  preview: { headers: HEADERS, port: 4173, open: hasDesktop },
}));
