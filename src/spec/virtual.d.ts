declare module 'virtual:spec' {
  const compiled: import('./types.ts').Spec;
  export default compiled;
}
