import type { KnownBranch } from "./branch-finder.ts";
import type { RowProblem } from "./row-problem.ts";

/** One row of a roster, every cell of it in order. */
export type ReadPerson = {
  row: number;
  staffNo: string;
  name: string;
  account: string | null;
  tags: string[] | null;
  branch: KnownBranch | null;
};

/** One number or one account for two people: each later row says which row was first. */
export function refuseTwice(
  people: readonly ReadPerson[],
  titles: { staffNo: string; account: string },
  existing: readonly { staffNo: string; account?: string }[],
  problems: RowProblem[],
): void {
  const numbers = new Map<string, number>();
  const accounts = new Map<string, number>();
  const owned = existing.flatMap(({ account, staffNo }) => (account === undefined ? [] : [{ account, number: canonicalNo(staffNo) }]));
  const owners = new Map(owned.map(({ account, number }) => [account, number]));
  const kept = new Map(owned.map(({ account, number }) => [number, account]));
  for (const person of people) {
    const { row, staffNo, account } = person;
    const number = canonicalNo(staffNo);
    const firstRow = numbers.get(number);
    if (firstRow !== undefined)
      problems.push({ row, column: titles.staffNo, code: "staff-no-twice", params: { firstRow, value: staffNo } });
    else numbers.set(number, row);
    const login = account ?? kept.get(number) ?? accountOf(staffNo);
    const column = account ? titles.account : titles.staffNo;
    const accountRow = accounts.get(login);
    const owner = owners.get(login);
    if (accountRow !== undefined && firstRow === undefined)
      problems.push({ row, column, code: "account-twice", params: { firstRow: accountRow, value: login } });
    else if (owner !== undefined && owner !== number) problems.push({ row, column, code: "account-taken", params: { value: login } });
    else if (accountRow === undefined) accounts.set(login, row);
  }
}

/** A staff number as it is compared: NFKC. */
export function canonicalNo(staffNo: string): string {
  return staffNo.normalize("NFKC");
}

/** The account a person has when the list gives none. */
export function accountOf(staffNo: string): string {
  return canonicalNo(staffNo).toLowerCase();
}
