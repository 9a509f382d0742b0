/** Where a person of the roster stands. */
export const STATES = ["answering", "offline", "handed-in", "not-entered"] as const;
export type PersonState = (typeof STATES)[number];

export type MonitorPerson = Readonly<{
  personId: number;
  name: string;
  branchName: string;
  state: PersonState;
  attempt: number | null;
  answered: number;
  dueAt: string | null;
  seenAt: string | null;
  late: number;
  absences: number;
  attemptId: number | null;
}>;

/** What the monitor was told last: the reply of the verb as it travels, instants as ISO text. */
export type MonitorState = Readonly<{
  contest: Readonly<{ slug: string; title: string; phase: string; opensAt: string; closesAt: string }>;
  counts: Readonly<{
    eligible: number;
    entered: number;
    answering: number;
    offline: number;
    handedIn: number;
    notEntered: number;
    late: number;
  }>;
  people: readonly MonitorPerson[];
  total: number;
  page: number;
  pages: number;
  paused: readonly Readonly<{ branchName: string | null; until: string }>[];
  serverNow: string;
  streamTicket: string;
}>;

/** Nothing moves any more: nobody is waiting, answering or about to. */
export const isOver = (phase: string): boolean => phase === "closed" || phase === "published" || phase === "cancelled";
