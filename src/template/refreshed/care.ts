import { nextAnniversary } from '../../crm/care';
import type { RefreshedColumn } from '.';

/** Next birthday of each contact; needs the lunar calendar, which no formula knows (C-41). */
export const nextBirthdayColumn: RefreshedColumn = (source, { today }) => {
  const [birthday, isLunar] = [source.column('contacts', 'birthday'), source.column('contacts', 'birthdayIsLunar')];
  return birthday.map((date, row) =>
    typeof date === 'number' ? (nextAnniversary(date, isLunar[row] === true, today)?.date ?? null) : null,
  );
};
