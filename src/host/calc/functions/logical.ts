import { asMatrix, broadcast, pick } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import type { Node } from '../language/tree';
import { compare } from '../values/compare';
import { toLogical, toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import { lazy, MANY, scalar, type Library } from './define';

/** Conditions and the functions that evaluate only the branch they need. */
export const logical: Library = {
  TRUE: scalar([], () => true),
  FALSE: scalar([], () => false),
  NOT: scalar(['logical'], (value) => !value),
  AND: lazy(1, MANY, (nodes, scope) => fold(nodes, scope, (all) => all.every(Boolean))),
  OR: lazy(1, MANY, (nodes, scope) => fold(nodes, scope, (all) => all.some(Boolean))),
  XOR: lazy(1, MANY, (nodes, scope) => fold(nodes, scope, (all) => all.filter(Boolean).length % 2 === 1)),
  IF: lazy(2, 3, choose),
  IFERROR: lazy(2, 2, (nodes, scope) => replaceErrors(nodes, scope, isError)),
  IFNA: lazy(2, 2, (nodes, scope) => replaceErrors(nodes, scope, isNotAvailable)),
  IFS: lazy(2, MANY, firstTrue),
  SWITCH: lazy(3, MANY, matchCase),
  CHOOSE: lazy(2, MANY, chooseByIndex),
  LET: lazy(3, MANY, withVariables),
};

export function isNotAvailable(value: Scalar): boolean {
  return isError(value) && value.error === errors.na.error;
}

/** AND and OR skip text and blanks in ranges; nothing to judge is `#VALUE!`. */
function fold(nodes: readonly Node[], scope: Scope, body: (all: boolean[]) => boolean): Value {
  const all: boolean[] = [];
  for (const node of nodes) {
    const value = scope.value(node);
    const read = scope.dereference(value);
    const skipping = value instanceof Reference || read instanceof Matrix;
    for (const cell of asMatrix(read).cells) {
      if (skipping && (cell === null || typeof cell === 'string')) continue;
      const truth = toLogical(cell);
      if (isError(truth)) return truth;
      all.push(truth);
    }
  }
  return all.length ? body(all) : errors.value;
}

/** IF with one condition evaluates one branch and may return a reference; with an array, both, element by element. */
function choose(nodes: readonly Node[], scope: Scope): Value {
  const condition = scope.read(nodes[0]!);
  if (!(condition instanceof Matrix)) {
    const truth = toLogical(condition);
    return isError(truth) ? truth : branch(nodes, scope, truth);
  }
  const yes = scope.dereference(branch(nodes, scope, true));
  const no = scope.dereference(branch(nodes, scope, false));
  return broadcast([condition, yes, no], (test, whenTrue, whenFalse) => {
    const truth = toLogical(test!);
    return isError(truth) ? truth : truth ? whenTrue! : whenFalse!;
  });
}

function branch(nodes: readonly Node[], scope: Scope, truth: boolean): Value {
  const node = nodes[truth ? 1 : 2];
  if (!node) return false;
  return node.kind === 'missing' ? 0 : scope.value(node);
}

function replaceErrors(nodes: readonly Node[], scope: Scope, replaced: (value: Scalar) => boolean): Value {
  const value = scope.value(nodes[0]!);
  const read = scope.dereference(value);
  if (!asMatrix(read).cells.some(replaced)) return value;
  const instead = scope.read(nodes[1]!);
  return broadcast([read, instead], (tried, other) => (replaced(tried!) ? (other ?? 0) : tried!));
}

function firstTrue(nodes: readonly Node[], scope: Scope): Value {
  if (nodes.length % 2 === 1) return errors.value;
  const condition = scope.read(nodes[0]!);
  if (condition instanceof Matrix) return choose([nodes[0]!, nodes[1]!, restOf('IFS', nodes)], scope);
  const truth = toLogical(condition);
  if (isError(truth)) return truth;
  if (truth) return scope.value(nodes[1]!);
  return nodes.length > 2 ? firstTrue(nodes.slice(2), scope) : errors.na;
}

function restOf(name: string, nodes: readonly Node[]): Node {
  if (nodes.length <= 2) return { kind: 'value', value: errors.na };
  return { kind: 'call', name, arguments: nodes.slice(2) };
}

function matchCase([subject, ...cases]: readonly Node[], scope: Scope): Value {
  const wanted = scope.read(subject!);
  if (wanted instanceof Matrix) return wanted.map((value) => matchOne(value, cases, scope, pickFirst));
  return matchOne(wanted, cases, scope, (value) => value);
}

function matchOne<Result extends Value>(
  wanted: Scalar,
  cases: readonly Node[],
  scope: Scope,
  keep: (value: Value, scope: Scope) => Result,
): Result | ErrorValue {
  if (isError(wanted)) return wanted;
  for (let index = 0; index + 1 < cases.length; index += 2) {
    const order = compare(wanted, pick(scope.read(cases[index]!), 0, 0));
    if (isError(order)) return order;
    if (order === 0) return keep(scope.value(cases[index + 1]!), scope);
  }
  return cases.length % 2 === 1 ? keep(scope.value(cases.at(-1)!), scope) : errors.na;
}

function pickFirst(value: Value, scope: Scope): Scalar {
  return pick(scope.dereference(value), 0, 0);
}

function chooseByIndex([index, ...choices]: readonly Node[], scope: Scope): Value {
  const wanted = scope.read(index!);
  if (!(wanted instanceof Matrix)) {
    const number = toNumber(wanted);
    if (isError(number)) return number;
    const choice = choices[Math.trunc(number) - 1];
    return choice ? scope.value(choice) : errors.value;
  }
  // CHOOSE({1,2},..) puts columns side by side.
  const read = choices.map((choice) => scope.read(choice));
  return broadcast([wanted, ...read], (number, ...values) => values[Math.trunc(Number(number)) - 1] ?? errors.value);
}

function withVariables(nodes: readonly Node[], scope: Scope): Value {
  const [name, value, ...rest] = nodes;
  if (!value) return scope.value(name!);
  if (name!.kind !== 'name') return errors.name;
  return withVariables(rest, scope.withVariable(name!.name, scope.value(value)));
}
