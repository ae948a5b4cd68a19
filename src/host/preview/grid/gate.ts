import { CustomCommandExecutionError, type ICommandInfo, type ICommandService } from '@univerjs/core';

/**
 * The grid is a view: what a person does to cells goes to the host, and everything else that would change the workbook
 * in the grid alone is refused. Sizes of rows and columns are the exception: the view tells the host about them.
 */
const REFUSED = [
  'sheet.mutation.',
  'sheet.command.set-range-values',
  'sheet.command.clear-selection',
  'sheet.command.set-zoom-ratio',
  'sheet.operation.set-zoom-ratio',
  'univer.command.undo',
  'univer.command.redo',
  'univer.command.cut',
  'sheet.command.cut',
];

const ALLOWED: ReadonlySet<string> = new Set([
  'sheet.mutation.set-worksheet-col-width',
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-worksheet-active',
]);

/** Commands that stand for something a person does, and what to do instead; false lets the command run after all. */
export type Takeovers = Readonly<Record<string, (command: ICommandInfo) => boolean>>;

/** Installs the gate. @returns the remover */
export function installGate(commands: ICommandService, takeovers: Takeovers): () => void {
  const subscription = commands.beforeCommandExecuted((command) => {
    const takeover = takeovers[command.id];
    if (takeover) takeover(command);
    if (takeover || isRefused(command.id))
      throw new CustomCommandExecutionError(`${command.id} is the host's business`);
  });
  return () => subscription.dispose();
}

function isRefused(id: string): boolean {
  return !ALLOWED.has(id) && REFUSED.some((prefix) => id.startsWith(prefix));
}
