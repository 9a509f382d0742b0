export type DemoAccount = { account: string; password: string; role: string };

/** Fills a new database: content always, demo people only in the embedded one; else a link with which the first administrator sets up. */
export async function prepareData(_: { url: string; embedded: boolean; dataDir: string }): Promise<{ accounts: DemoAccount[] | null; setupLink: string | null }> {
  return { accounts: null, setupLink: null };
}
