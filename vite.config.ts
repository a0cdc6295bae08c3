import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { digestPlugin } from './build/digest.ts';
import { HEADERS, META_POLICY } from './build/policy.ts';
import { specPlugin } from './build/spec-plugin.ts';

const policyInPage: Plugin = {
  name: 'policy-in-page',
  transformIndexHtml: (html) => html.replace('%POLICY%', META_POLICY),
};

const hasDesktop =
  !process.env['CI'] &&
  (process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']));

export default defineConfig({
  base: './',
  plugins: [specPlugin(), svelte(), policyInPage, digestPlugin()],
  // Workers are started from a blob that imports them by address, so that the page's policy binds them: that takes a classic script.
  worker: { format: 'iife' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  preview: { headers: HEADERS, port: 4173, open: hasDesktop },
});
