import type { PersonEntry } from '../../actions/setUpPeople';

/** People who have a name already, as options of a Select. */
export const PersonOptions = ({ people }: { readonly people: readonly PersonEntry[] }) =>
  people
    .filter(({ name }) => name.trim())
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
