/** What the tests use of the independent validator, which comes without types. */
declare module 'datapackage' {
  export class Package {
    static load(
      descriptor: string,
      options?: { readonly basePath?: string; readonly strict?: boolean },
    ): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resourceNames: readonly string[];
    getResource(name: string): Resource | null;
  }

  interface Resource {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    read(options: { readonly keyed: true }): Promise<Record<string, unknown>[]>;
  }
}
