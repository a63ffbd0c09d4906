type ReadToken = () => Promise<string | null>;
let readToken: ReadToken | null = null;

/** Says where calls get their token from, where a cookie alone does not prove who this is. */
export function bringTokens(read: ReadToken): void {
  readToken = read;
}

/** The headers that prove who calls; none with local sign-in, which has its cookie. */
export async function bearerHeaders(): Promise<Record<string, string>> {
  const token = await readToken?.();
  return token ? { authorization: `Bearer ${token}` } : {};
}
