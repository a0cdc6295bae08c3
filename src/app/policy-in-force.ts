/** The policies that bind the page: the one in its own text, and the one that its host sent, where that can be found out. */
export interface PolicyInForce {
  readonly inPage: string | null;
  /** Null where the host sent none; undefined where it cannot be asked: a file has no host. */
  readonly sent: string | null | undefined;
}

/** Asks the page's own address, as it stands, for the headers that come with it. */
export async function policyInForce(): Promise<PolicyInForce> {
  const inPage =
    document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')
      ?.content ?? null;
  if (location.protocol === 'file:') return { inPage, sent: undefined };
  try {
    const response = await fetch(location.href.split('#')[0] ?? '', { method: 'HEAD' });
    const sent = response.ok ? response.headers.get('content-security-policy') : undefined;
    return { inPage, sent };
  } catch {
    return { inPage, sent: undefined };
  }
}
