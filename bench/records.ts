import type { SeedRow } from '../src/template/seed';

/** Clean, deterministic records: `rows` orders and follow-ups of a tenth as many customers, and a few of everything else. */
export function benchRecords(rows: number, today: number): Record<string, SeedRow[]> {
  const customers = Math.max(20, Math.floor(rows / 10));
  const list = (count: number, make: (index: number) => SeedRow) =>
    Array.from({ length: count }, (_, index) => make(index));
  const people = 10;
  return {
    team: list(people, (index) => ({
      id: `U${index}`,
      name: `Person ${index}`,
      supervisor: index ? 'U0' : null,
      role: 'rep',
    })),
    customers: list(customers, (index) => ({
      id: `C${index}`,
      name: `Customer ${index}`,
      owner: `Person ${index % people}`,
      isKey: index % 25 === 0,
      hasIntent: index % 4 === 0,
      createdAt: today - (index % 700),
    })),
    orders: list(rows, (index) => ({
      id: `O${index}`,
      customer: `C${(index * 7919) % customers}`,
      orderedAt: today - ((index * 31) % 900),
      amount: ((index * 137) % 100_000) / 100,
    })),
    followUps: list(Math.floor(rows / 2), (index) => ({
      id: `F${index}`,
      customer: `C${(index * 104_729) % customers}`,
      owner: `U${index % people}`,
      channel: 'call',
      heldAt: today - ((index * 17) % 400),
      outcome: index % 9 ? 'progress' : 'noAnswer',
    })),
    opportunities: list(Math.floor(rows / 5), (index) => ({
      id: `D${index}`,
      customer: `C${(index * 15_485) % customers}`,
      stage: ['met', 'found', 'confirmed', 'needsDefined', 'proposal', 'committed'][index % 6]!,
      amount: ((index * 991) % 500_000) / 10,
      createdAt: today - (index % 500),
      closedAt: index % 6 === 5 ? today - (index % 300) : null,
    })),
  };
}
