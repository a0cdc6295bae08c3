declare module 'virtual:spec' {
  const compiled: import('./types.ts').Spec;
  export default compiled;
}

declare module 'virtual:published' {
  const compiled: import('../model/published.ts').PublishedSet;
  export default compiled;
}
