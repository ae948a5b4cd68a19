import { factsOf } from '../../src/actions/report/facts';
import { translator } from '../../src/shared/i18n';
import { toSerial } from '../../src/shared/dates';
import { actionText, dueText, riskText, tierText } from '../../src/taskpane/customer/text';
import { createFormat } from '../../src/taskpane/format';
import { schemaVersion } from '../../src/template/load';
import { fillWorkbook } from '../../src/template/records';
import { sampleRecords } from '../../src/template/sample';
import { languages } from '../../src/template/types';
import { customerView } from '../../src/template/views/customer';

const today = toSerial('2024-03-15');

describe('the sentences of Customer 360', () => {
  it.each(languages)(
    'should all be there, with their values filled in, for every customer of the sample (%s)',
    (language) => {
      const { computed } = fillWorkbook({ language, clock: today, records: sampleRecords(language, today) });
      const figures = factsOf(computed, today);
      const facts = { schemaVersion, language, sharedNow: false, identity: null, readOnly: false };
      const data = { facts, snapshot: computed, figures };
      const words = { language, t: translator(language), format: createFormat(language, computed.settings) };

      const sentences = computed.tables.customers!.sheetRows.flatMap((_, row) => {
        const view = customerView(figures.computed, figures.environment, row);
        return [
          actionText(view.action, data, words),
          tierText(view.tierWhy, data, words),
          dueText(view.dueWhy, data, words),
          ...view.risks.map((risk) => riskText(risk, data, words)),
        ];
      });

      expect(sentences.length).toBeGreaterThan(100);
      expect(sentences.filter((sentence) => /\{\{|customer\.|tiers\.|undefined|NaN/.test(sentence))).toEqual([]);
    },
  );
});
