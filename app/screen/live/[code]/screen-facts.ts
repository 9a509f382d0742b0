/** What a big screen is opened with. */
export type ScreenFacts = Readonly<{
  id: number;
  code: string;
  title: string;
  total: number;
  wayIn: Readonly<{ url: string; modules: boolean[][] }>;
  ticket: string;
  serverNow: string;
}>;
