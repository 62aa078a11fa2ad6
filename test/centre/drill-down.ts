import type { Client } from '../kit/registry.ts';

/** A number of the centre's with the condition that lists its rows. */
export type Counted = { readonly count: number; readonly list: string; readonly where: unknown };

const inputs: Readonly<Record<string, string>> = {
  agencies: 'AgencyWhere',
  budgetLines: 'BudgetLineWhere',
  delegationOrders: 'DelegationOrderWhere',
  findings: 'FindingWhere',
  mitigations: 'MitigationWhere',
  projects: 'ProjectWhere',
  risks: 'RiskWhere',
};

/** How many rows the list has for each condition, asked twenty at a time. */
export async function listed(client: Client, cells: readonly Counted[]): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < cells.length; from += 20) {
    const some = cells.slice(from, from + 20);
    const variables = some.map(({ list }, place) => `$w${place}: ${inputs[list]}`);
    const fields = some.map(({ list }, place) => `c${place}: ${list}(where: $w${place}) { totalCount }`);
    const { data, errors } = await client(
      `query (${variables.join(', ')}) { ${fields.join(' ')} }`,
      Object.fromEntries(some.map(({ where }, place) => [`w${place}`, where])),
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    for (const place of some.keys()) found.push(data[`c${place}`].totalCount);
  }
  return found;
}

/** The cells whose lists have other numbers of rows; none when all is well. */
export async function wrongCells(client: Client, cells: readonly Counted[]): Promise<unknown[]> {
  const found = await listed(client, cells);
  return cells.flatMap((cell, place) => (found[place] === cell.count ? [] : [{ ...cell, listed: found[place] }]));
}
