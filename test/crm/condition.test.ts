import { conditionTest, type Comparison, type Condition, type Operator } from '../../src/crm/condition';
import type { Value } from '../../src/crm/snapshot';

const today = 46_000;
const fits = (comparison: Comparison, operator: Operator, values: Condition['values'], cell: Value) =>
  conditionTest({ comparison, operator, values }, today)?.(cell);

describe('conditions of an audience (C-59)', () => {
  it.each<[Comparison, Operator, Condition['values'], Value, boolean]>([
    ['text', 'is', ['north', 'east'], 'east', true],
    ['text', 'is', ['north'], null, false],
    ['text', 'isNot', ['north'], 'east', true],
    ['text', 'isNot', ['north'], null, true],
    ['text', 'contains', ['ort'], 'north', true],
    ['text', 'contains', ['ort'], null, false],
    ['text', 'blank', [], null, true],
    ['text', 'notBlank', [], 'x', true],
    ['number', 'is', [0], 0, true],
    ['number', 'is', [0], null, false],
    ['number', 'atLeast', [10], 10, true],
    ['number', 'atMost', [10], 10, true],
    ['number', 'atMost', [10], null, false],
    ['number', 'blank', [], 0, false],
    ['date', 'is', [today], today + 0.5, true],
    ['date', 'atLeast', [today], today + 0.1, true],
    ['date', 'withinDays', [7], today - 6, true],
    ['date', 'withinDays', [7], today - 7, false],
    ['date', 'withinDays', [7], today + 1, false],
    ['date', 'olderThanDays', [7], today - 7, true],
    ['date', 'olderThanDays', [7], today - 6, false],
    ['date', 'olderThanDays', [7], null, false],
  ])('should compare %s %s %j with %j: %s', (comparison, operator, values, cell, expected) => {
    expect(fits(comparison, operator, values, cell)).toBe(expected);
  });

  it.each<[Comparison, Operator, Condition['values']]>([
    ['text', 'atLeast', ['b']],
    ['number', 'contains', [1]],
    ['number', 'withinDays', [1]],
    ['text', 'is', []],
  ])('should refuse %s %s %j', (comparison, operator, values) => {
    expect(conditionTest({ comparison, operator, values }, today)).toBeNull();
  });
});
