// First of all: what it closes must be closed before anything else can use it.
import './closed.ts';
import { mount } from 'svelte';
import { openWorkbench } from '../workbench/open.ts';
import App from './App.svelte';
import './style.scss';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element for the app.');
// What the browser lacks was said by public/needs.js, and stands where the app would.
if (!document.documentElement.hasAttribute('data-cannot-run')) {
  mount(App, { target, props: { workbench: openWorkbench() } });
}
