import { rfmRace } from './rfmRace';
import { analysis } from './rulesAnalysis';
import { incremental } from './rulesIncremental';

/** The rules at full size: everything at once for the largest size, RFM beside its peers, one edited row. */
export async function rules(sizes: readonly number[]): Promise<void> {
  await analysis(Math.max(...sizes));
  await rfmRace();
  await incremental(sizes);
}
