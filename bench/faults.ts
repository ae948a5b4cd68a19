import { Rehearsal, type CutResult, type Story } from '../test/support/cuts';
import { stories } from '../test/support/stories';
import { printTable } from './table';

const actionFaults = 60;

/**
 * Cuts every request of install, upgrade, adopt and "log a revisit" in turn: before it, after it, and with its answer
 * lost; refuses or breaks off at single actions within requests besides (seeded). After each the add-in starts anew and
 * the same is done again. Goal: nothing lost, nothing invalid.
 */
export async function faults(): Promise<void> {
  const results: Record<string, string | number>[] = [];
  for (const story of stories) {
    results.push(await rehearse(story));
    console.log(`${story.name}: done`);
  }
  printTable('Cuts, and what they left after the same was done again', results);
  if (results.some(({ 'data lost': lost, invalid }) => lost !== 0 || invalid !== 0)) process.exitCode = 1;
}

async function rehearse(story: Story): Promise<Record<string, string | number>> {
  const rehearsal = await Rehearsal.of(story);
  const results: CutResult[] = [];
  for (const fault of [...rehearsal.allCuts, ...rehearsal.actionFaults(1, actionFaults)]) {
    const result = await rehearsal.play(fault);
    results.push(result);
    if (result.lost.length || result.invalid.length) console.log(JSON.stringify(result));
  }
  return {
    action: story.name,
    syncs: rehearsal.syncs.length,
    cuts: rehearsal.allCuts.length,
    'within requests': actionFaults,
    'different states left': rehearsal.states,
    'told of': results.filter(({ wasTold }) => wasTold).length,
    'data lost': results.filter(({ lost }) => lost.length).length,
    invalid: results.filter(({ invalid }) => invalid.length).length,
  };
}
