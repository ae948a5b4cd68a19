import type { ClientWindow } from './attach';
import { addMissingClasses } from './newClasses';

/**
 * Released methods that the copy on Microsoft's CDN has and the published package lacks; without them a script would
 * fail for want of a client, not of a host. `action` changes something, `value` answers a ClientResult.
 */
const METHODS: Readonly<Record<string, Readonly<Record<string, 'action' | 'value'>>>> = {
  // ExcelApi 1.16
  ChartFill: { getSolidColor: 'value' },
  // ExcelApi 1.17
  ConditionalFormat: {
    changeRuleToCellValue: 'action',
    changeRuleToColorScale: 'action',
    changeRuleToContainsText: 'action',
    changeRuleToCustom: 'action',
    changeRuleToDataBar: 'action',
    changeRuleToIconSet: 'action',
    changeRuleToPresetCriteria: 'action',
    changeRuleToTopBottom: 'action',
    setRanges: 'action',
  },
  ConditionalRangeFormat: { clearFormat: 'action' },
};

/** `invokeMethod(object, wireName, operationType, args, flags, resultProcessType)`, as the client's own classes call it. */
type Invoke = (object: unknown, name: string, type: number, args: unknown[], flags: number, result: number) => unknown;

interface Classes {
  [className: string]: { prototype: Record<string, unknown> } | undefined;
}

/** Gives the client the classes and methods it lacks; those it has stay. */
export function addMissingMembers(window: ClientWindow): void {
  addMissingClasses(window);
  const classes = window.Excel as unknown as Classes;
  const { invokeMethod } = (window.OfficeExtension as unknown as { BatchApiHelper: { invokeMethod: Invoke } })
    .BatchApiHelper;
  for (const [className, methods] of Object.entries(METHODS)) {
    const prototype = classes[className]?.prototype ?? {};
    for (const [name, kind] of Object.entries(methods).filter(([method]) => !(method in prototype))) {
      const wireName = name.charAt(0).toUpperCase() + name.slice(1);
      const [type, flags] = kind === 'value' ? [1, 4] : [0, 0];
      prototype[name] = function (this: unknown, ...args: unknown[]) {
        return invokeMethod(this, wireName, type, args, flags, 0);
      };
    }
  }
}
