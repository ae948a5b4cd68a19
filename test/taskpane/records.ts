import type { Value } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import type { Language } from '../../src/template/types';

type Records = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;

const names: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Harbor Freight & Marine Supply International',
    'Blue Ridge Labs',
    'Acme <b>Robotics</b>',
    'Quiet Co.',
    'Lakeside Foods',
    'Nova Print',
  ],
  'zh-CN': [
    '宁波海港国际船舶物资供应有限公司',
    '蓝岭实验室',
    '杭州<b>云启</b>机器人',
    '静安商贸',
    '湖滨食品',
    '新星印务',
  ],
};
const people: Readonly<Record<Language, readonly string[]>> = {
  en: ['Ana Reyes', 'Boris Lind'],
  'zh-CN': ['李雪', '王建国'],
};

const stages = ['met', 'found', 'confirmed', 'needsDefined', 'proposal', 'committed', 'accepted', 'collected'];

/** A small firm: two overdue customers, one never contacted, orders that make tiers, deals in every stage. */
export function records(language: Language): Records {
  const [harbor, blue, acme, quiet, lakeside, nova] = names[language];
  const [rep, boss] = people[language];
  return {
    team: [
      { id: 'U-1', name: rep!, supervisor: boss!, active: true },
      { id: 'U-2', name: boss!, active: true },
    ],
    customers: [
      { id: 'C-1', name: harbor!, owner: rep!, isKey: true, createdAt: toSerial('2024-01-02') },
      { id: 'C-2', name: blue!, owner: rep!, hasIntent: true, createdAt: toSerial('2024-02-26') },
      { id: 'C-3', name: acme!, owner: boss!, createdAt: toSerial('2024-03-01') },
      { id: 'C-4', name: quiet!, owner: '?' },
      { id: 'C-5', name: lakeside!, owner: boss!, createdAt: toSerial('2024-03-10') },
      { id: 'C-6', name: nova!, owner: boss!, createdAt: toSerial('2024-03-11') },
    ],
    followUps: [{ id: 'F-0', customer: 'C-1', heldAt: toSerial('2024-02-20'), channel: 'visit', outcome: 'progress' }],
    orders: Object.entries({ 'C-1': 90_000, 'C-2': 30_000, 'C-3': 12_000, 'C-5': 8_000, 'C-6': 5_000 }).map(
      ([customer, amount], index) => ({ id: `O-${index}`, customer, amount, orderedAt: toSerial('2024-02-01') }),
    ),
    opportunities: stages.flatMap((stage, index) =>
      Array.from({ length: [9, 7, 8, 5, 4, 2, 1, 1][index]! }, (_, number) => ({
        id: `D-${index}-${number}`,
        name: `${index}-${number}`,
        customer: `C-${(number % 3) + 1}`,
        stage,
        outcome: index === 3 && number === 0 ? 'lost' : null,
        amount: number === 1 && index < 3 ? null : 12_500 * (index + number + 1),
        createdAt: toSerial('2024-03-01'),
      })),
    ),
  };
}
