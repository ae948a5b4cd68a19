import { useState } from 'react';
import type { OpenWorkbook } from '../page/workbooks';
import { PaneFrame, type PaneFrameProps } from './PaneFrame';

interface PaneOfProps extends Omit<PaneFrameProps, 'host' | 'route' | 'onRoute'> {
  readonly workbook: OpenWorkbook;
}

/** The pane of a workbook. In another language it is a new frame, which opens the view that was open. */
export function PaneOf({ workbook: { id, host }, ...frame }: PaneOfProps) {
  const [route, setRoute] = useState('');
  return <PaneFrame key={`${id} ${frame.language}`} {...frame} host={host} route={route} onRoute={setRoute} />;
}
