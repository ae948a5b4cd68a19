import { everyDeal } from '../../template/views/dealFilter';
import { passingState } from './sharedState';

/** Which deals the funnel is about: stays while people look at the rows of a figure, ends with the pane. */
export const { use: useDealFilter } = passingState(everyDeal);
